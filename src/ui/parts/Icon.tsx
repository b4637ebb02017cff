/** Shapes of 16 by 16. Filled triangles move by time, chevrons by steps. */
const PATHS = {
  start: 'M3 3v10M13 3L6 8l7 5',
  operationBack: 'M13 3L8 8l5 5M8 3L3 8l5 5',
  stepBack: 'M10.500 3L5.500 8l5 5',
  stepForward: 'M5.500 3l5 5-5 5',
  operationForward: 'M3 3l5 5-5 5M8 3l5 5-5 5',
  into: 'M8 2v8M4 7l4 4 4-4M3 14h10',
  out: 'M8 11V3M4 6l4-4 4 4M3 14h10',
  breakpoint: 'M2 8h6M6 5l3 3-3 3M13 8m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  end: 'M13 3v10M3 3l7 5-7 5',
  play: 'M5 3l8 5-8 5z',
  playBack: 'M11 3L3 8l8 5z',
  pause: 'M5 3v10M11 3v10',
} as const

export type IconName = keyof typeof PATHS

/** A picture on a button; the button itself has the name. */
export function Icon({ name }: { readonly name: IconName }) {
  const filled = name === 'play' || name === 'playBack'
  return (
    <svg className="icon-shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={name === 'pause' ? 3 : 1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
