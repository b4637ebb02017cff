import { Fragment, useEffect, useRef, useState } from 'react'
import { type Geometry, lineAtTop, listHeight, scrollFor } from './scrolling.ts'

/** Height of a row of source text in CSS pixels, as the style sheet has it. */
export const ROW_PX = 21
/** Before the browser has told: about what a desktop shows. */
const FIRST_HEIGHT = 500

interface Props {
  readonly label: string
  readonly total: number
  /** The row (from 1) to keep in view; 0 for none. It is scrolled to when `when` changes, not when a person scrolls away. */
  readonly follow: number
  readonly when: string
  /** One row. */
  readonly children: (row: number) => React.ReactNode
  /** The first row on the screen. */
  readonly onFirst?: (row: number) => void
  /** For lists that take keys themselves. */
  readonly focusable?: Pick<React.ComponentProps<'section'>, 'onKeyDown'>
}

/** A list of rows of equal height, however long: only those on the screen exist. */
export function Rows({ label, total, follow, when, children, onFirst, focusable }: Props) {
  const scroller = useRef<HTMLElement>(null)
  const [top, setTop] = useState(0)
  const height = scroller.current?.clientHeight || FIRST_HEIGHT
  const geometry: Geometry = { total, height, linePx: ROW_PX }
  const first = lineAtTop(geometry, top)
  const shown = Math.max(0, Math.min(total - first + 1, Math.ceil(height / ROW_PX) + 1))

  useEffect(() => {
    const element = scroller.current
    if (element === null || follow === 0 || total === 0 || when === '') return
    const to = scrollFor(
      { total, height: element.clientHeight || FIRST_HEIGHT, linePx: ROW_PX },
      element.scrollTop,
      follow,
    )
    if (to !== null) element.scrollTop = to
  }, [follow, when, total])

  useEffect(() => {
    if (total > 0) onFirst?.(first)
  }, [onFirst, first, total])

  const numbers = Array.from({ length: shown }, (_, i) => first + i)
  const place = geometry.total * ROW_PX > listHeight(geometry) ? top : (first - 1) * ROW_PX
  return (
    <section
      className="lines"
      ref={scroller}
      aria-label={label}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      {...(focusable === undefined ? {} : { ...focusable, tabIndex: 0 })}
    >
      <div className="lines-all" style={{ height: listHeight(geometry) }}>
        <ol className="lines-shown" style={{ top: place }}>
          {numbers.map((row) => (
            <Fragment key={row}>{children(row)}</Fragment>
          ))}
        </ol>
      </div>
    </section>
  )
}
