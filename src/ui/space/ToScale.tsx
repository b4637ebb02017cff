import { useEffect, useMemo, useRef, useState } from 'react'
import type { SpaceView } from '../../engine/session/index.ts'
import { magnify, magnifyBack, turnMagnifier } from '../../state/actions/space.ts'
import { wholeSpace } from '../../state/magnifier.ts'
import type { Lens } from '../../state/space.ts'
import { useLab, useLabState } from '../context.ts'
import { address, count, plural } from '../format.ts'
import { actionFor } from './actions.ts'
import type { Role } from './model.ts'
import { gapsOf, type Mark, marksOf, placeOf, regionRows, type Stretch } from './scale.ts'
import { rangeWords, sizeWords } from './words.ts'

/** Before the browser has told: about what a desktop shows. */
const FIRST_HEIGHT = 420
/** Nothing is drawn lower than this: the panel scrolls instead. */
const LEAST_HEIGHT = 260
/** Widths of the strip of the whole space, of the lines that spread out from it, and of what is magnified. */
const WHOLE_PX = 26
const FAN_PX = 40
const SEEN_PX = 96
/** A mark that takes more of the height than this is seen well: choosing it goes to what it is. */
const WELL_SEEN = 0.4

/** Marks of so many pixels are told apart from their neighbours by a line between them. */
const TALL = 6

/** The address space with true distances: mostly nothing. A magnifier shows more and more of less and less. */
export function ToScale({ space }: { readonly space: SpaceView }) {
  const lenses = useLabState((state) => state.space.lenses)
  const whole = useMemo(() => wholeSpace(space), [space])
  const seen: Stretch = lenses.at(-1) ?? whole
  const { ref, height } = useHeight()
  useMagnifierKeys()
  const rows = useMemo(() => regionRows(space), [space])
  const marks = useMemo(() => marksOf(rows, seen, height), [rows, seen, height])
  const left = lenses.length === 0 ? 0 : WHOLE_PX + FAN_PX
  return (
    <div className="space-scale">
      <Trail space={space} />
      <div className="scale-stage" ref={ref}>
        <svg height={height} width={left + SEEN_PX + 24} aria-hidden="true">
          {lenses.length > 0 && (
            <Whole rows={marksOf(rows, whole, height)} seen={seen} whole={whole} height={height} />
          )}
          <g transform={`translate(${left} 0)`}>
            <rect className="nothing" width={SEEN_PX} height={height} />
            {marks.map((mark) => (
              <Drawn key={mark.from} mark={mark} />
            ))}
          </g>
        </svg>
        {gapsOf(marks, seen, height).map((gap) => (
          <span key={gap.from} className="scale-gap" style={{ top: gap.middle, left, width: SEEN_PX }}>
            {sizeWords(gap.to - gap.from)}
          </span>
        ))}
        <ol
          className="scale-labels"
          style={{ left: left + SEEN_PX + 24 }}
          aria-label="Regions, highest address first"
        >
          {marks.map((mark) => (
            <Label key={mark.from} mark={mark} height={height} />
          ))}
        </ol>
      </div>
      <p className="scale-words">
        {rangeWords(seen)}
        {lenses.length > 0 && `, magnified ${timesWords(whole, seen)}`}. One pixel is{' '}
        {sizeWords(Math.max(1, Math.round((seen.to - seen.from) / height)))}: what is thinner is drawn as a
        line.
      </p>
    </div>
  )
}

function timesWords(whole: Stretch, seen: Stretch): string {
  const times = (whole.to - whole.from) / (seen.to - seen.from)
  return times < 10_000 ? `${count(Math.round(times))} times` : `${sizeWordsOf(times)} times`
}

const LARGE = [
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
] as const

function sizeWordsOf(value: number): string {
  const [unit, name] = LARGE.find(([least]) => value >= least) ?? [1, '']
  return `${(value / unit).toFixed(value / unit < 10 ? 1 : 0)} ${name}`
}

/** What is magnified within what, each a way back; and the magnifier. */
function Trail({ space }: { readonly space: SpaceView }) {
  const lab = useLab()
  const lenses = useLabState((state) => state.space.lenses)
  const trail = [wholeSpace(space), ...lenses]
  return (
    <div className="space-bar">
      <div className="zoom">
        <button
          type="button"
          aria-label="Farther"
          title="Farther ( − )"
          disabled={lenses.length === 0}
          onClick={() => turnMagnifier(lab, -1)}
        >
          −
        </button>
        <button type="button" aria-label="Nearer" title="Nearer ( + )" onClick={() => turnMagnifier(lab, 1)}>
          +
        </button>
      </div>
      <nav aria-label="What is magnified">
        <ol className="trail">
          {trail.map((lens, depth) => (
            <li key={`${lens.from} ${lens.to}`}>
              {depth === trail.length - 1 ? (
                <b aria-current="step">{lensWords(lens)}</b>
              ) : (
                <button type="button" className="quiet" onClick={() => magnifyBack(lab, depth)}>
                  {lensWords(lens)}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}

function lensWords({ name, from, to }: Lens): string {
  return `${name === '' ? '' : `${name}, `}${sizeWords(to - from)}`
}

interface WholeProps {
  readonly rows: readonly Mark[]
  readonly seen: Stretch
  readonly whole: Stretch
  readonly height: number
}

/** The whole space as a strip, and the lines that spread from what is magnified. */
function Whole({ rows, seen, whole, height }: WholeProps) {
  const top = placeOf(whole, seen.to, height)
  const bottom = Math.max(top + 1, placeOf(whole, seen.from, height))
  return (
    <g>
      <rect className="nothing" width={WHOLE_PX} height={height} />
      {rows.map((mark) => (
        <rect key={mark.from} className="mark" y={mark.top} width={WHOLE_PX} height={mark.height} />
      ))}
      <path
        className="fan"
        d={`M${WHOLE_PX} ${top}L${WHOLE_PX + FAN_PX} 0V${height}L${WHOLE_PX} ${bottom}Z`}
      />
      <rect className="lens" y={top} width={WHOLE_PX} height={bottom - top} />
    </g>
  )
}

function Drawn({ mark }: { readonly mark: Mark }) {
  const { top, height, label, regions } = mark
  const middle = top + height / 2
  return (
    <g>
      <rect
        className={`mark ${height >= TALL ? 'tall' : ''} ${regions.length === 1 ? regions[0]!.role : ''}`}
        y={top}
        width={SEEN_PX}
        height={height}
      />
      <path className="leader" d={`M${SEEN_PX} ${middle}L${SEEN_PX + 22} ${label}`} />
    </g>
  )
}

function Label({ mark, height }: { readonly mark: Mark; readonly height: number }) {
  const lab = useLab()
  const { regions, from, to, bytes, label, isHairline } = mark
  const first = regions[0]!
  const name = nameOf(mark)
  const action = regions.length === 1 && mark.height > height * WELL_SEEN ? actionFor(first.role) : null
  const go = () => (action === null ? magnify(lab, { from, to, name }) : action.run(lab, from))
  const size =
    regions.length === 1 ? sizeWords(bytes) : `${plural(regions.length, 'region')}, ${sizeWords(bytes)}`
  return (
    <li style={{ top: label }}>
      <button type="button" onClick={go} title={`${rangeWords({ from, to })}. ${action?.name ?? 'Magnify'}`}>
        <b>{name}</b>
        <span className="scale-fact">
          {size}
          {isHairline && ' · thinner than a pixel'}
        </span>
        <span className="scale-fact mono">{address(from)}</span>
      </button>
    </li>
  )
}

const PROGRAM: ReadonlySet<Role> = new Set(['heap', 'bss', 'data', 'relro', 'constants', 'text', 'header'])

/** What a mark is called: its region, or its first and last one. */
function nameOf({ regions }: Mark): string {
  if (regions.length === 1) return regions[0]!.title
  const roles = new Set(regions.map(({ role }) => role))
  if ([...roles].every((role) => PROGRAM.has(role))) return roles.has('heap') ? 'Program and heap' : 'Program'
  const titles = [...new Set(regions.map(({ title, role }) => (role === 'library' ? 'libraries' : title)))]
  const name = titles.length <= 2 ? titles.join(' and ') : `${titles[0]} … ${titles.at(-1)}`
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** The keys that zoom the map turn the magnifier here, wherever the focus is but in a field. */
function useMagnifierKeys(): void {
  const lab = useLab()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const direction = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0
      const isAll = event.key === '0'
      if ((direction === 0 && !isAll) || event.ctrlKey || event.metaKey || isTypedInto(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      if (isAll) magnifyBack(lab, 0)
      else turnMagnifier(lab, direction === 1 ? 1 : -1)
    }
    // Before the page takes them.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [lab])
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('dialog') !== null ||
      target.matches('input:not([type="radio"]), textarea, select'))
  )
}

function useHeight(): { readonly ref: React.RefObject<HTMLDivElement | null>; readonly height: number } {
  const ref = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(FIRST_HEIGHT)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(() => setHeight(Math.max(LEAST_HEIGHT, element.clientHeight)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, height }
}
