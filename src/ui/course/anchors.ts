import type { TourPart } from '../../state/index.ts'

/** A part of the screen, in CSS pixels. */
export interface Box {
  /** Tells apart the boxes of one part of the page. */
  readonly name: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface ScreenSize {
  readonly width: number
  readonly height: number
}

/** Where the parts stand that the tour points at; of some there are two. */
const SELECTORS: Readonly<Record<TourPart, readonly string[]>> = {
  line: ['.source .line.now'],
  map: ['.heap-stage'],
  sentence: ['.sentence'],
  timeline: ['.transport', '.timeline'],
  choosing: ['.bar [aria-label^="Allocator"]', '.bar .button.primary'],
}

const MARGIN = 4

/** The boxes around a part of the page, within the screen; none if it is not to be seen now. */
export function anchorsOf(part: TourPart): readonly Box[] {
  const { clientWidth, clientHeight } = document.documentElement
  return SELECTORS[part].flatMap((name) => {
    const box = document.querySelector(name)?.getBoundingClientRect()
    if (box === undefined || box.width === 0 || box.height === 0) return []
    return [{ name, ...outlined(box, { width: clientWidth, height: clientHeight }) }]
  })
}

function outlined({ left, top, right, bottom }: DOMRect, screen: ScreenSize): Omit<Box, 'name'> {
  const from = { left: Math.max(2, left - MARGIN), top: Math.max(2, top - MARGIN) }
  const to = {
    right: Math.min(screen.width - 2, right + MARGIN),
    bottom: Math.min(screen.height - 2, bottom + MARGIN),
  }
  return { ...from, width: to.right - from.left, height: to.bottom - from.top }
}

const CARD_WIDTH = 320
const GAP = 10

/**
 * Where a card of this height goes: below what it points at, or above it in the lower half of the screen. Over
 * something that leaves no room it lies inside, at its lower right.
 */
export function cardPlace(
  box: Omit<Box, 'name'> | undefined,
  screen: ScreenSize,
  height: number,
): { readonly left: number; readonly top: number; readonly width: number } {
  const width = Math.min(CARD_WIDTH, screen.width - 2 * GAP)
  if (box === undefined) return { left: screen.width - width - GAP, top: (screen.height - height) / 2, width }
  const bottom = box.top + box.height
  if (box.height > screen.height / 3)
    return {
      left: Math.max(GAP, box.left + box.width - width - GAP),
      top: Math.min(bottom, screen.height) - height - GAP,
      width,
    }
  const left = Math.max(GAP, Math.min(box.left, screen.width - width - GAP))
  const above = box.top - height - GAP
  const upwards = box.top > screen.height / 2 && above >= GAP
  return { left, top: upwards ? above : Math.min(bottom + GAP, screen.height - height - GAP), width }
}
