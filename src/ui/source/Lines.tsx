import { useEffect, useRef, useState } from 'react'
import type { SourceWindow } from '../../engine/session/index.ts'
import { goToLine, loadSource } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { type Geometry, lineAtTop, listHeight, scrollFor } from './scrolling.ts'
import { wordsOf } from './words.ts'

const LINE_PX = 21
/** Before the browser has told: about what a desktop shows. */
const FIRST_HEIGHT = 500

/** The source text, however long: only the lines on the screen exist, and only those around them are fetched. */
export function Lines() {
  const source = useLabState((state) => state.source)
  // A list of its own for each scenario: where the last one was scrolled to means nothing here.
  return source === null ? <p className="aside">Reading …</p> : <LineList source={source} />
}

function LineList({ source }: { readonly source: SourceWindow }) {
  const lab = useLab()
  const current = useLabState((state) => state.moment?.line ?? 0)
  const wrong = useLabState((state) => state.info?.error?.line ?? 0)
  const scroller = useRef<HTMLElement>(null)
  const [top, setTop] = useState(0)
  const height = scroller.current?.clientHeight || FIRST_HEIGHT
  const { total } = source
  const geometry: Geometry = { total, height, linePx: LINE_PX }
  const first = lineAtTop(geometry, top)
  const shown = Math.min(total - first + 1, Math.ceil(height / LINE_PX) + 1)

  useEffect(() => {
    const element = scroller.current
    if (element === null || current === 0 || total === 0) return
    const to = scrollFor(
      { total, height: element.clientHeight || FIRST_HEIGHT, linePx: LINE_PX },
      element.scrollTop,
      current,
    )
    if (to !== null) element.scrollTop = to
  }, [current, total])

  useEffect(() => {
    if (total > 0) void loadSource(lab, first)
  }, [lab, first, total])

  const numbers = Array.from({ length: Math.max(0, shown) }, (_, i) => first + i)
  return (
    <section
      className="lines"
      ref={scroller}
      aria-label={`Source, ${count(total)} lines`}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div className="lines-all" style={{ height: listHeight(geometry) }}>
        <ol
          className="lines-shown"
          style={{ top: geometry.total * LINE_PX > listHeight(geometry) ? top : (first - 1) * LINE_PX }}
        >
          {numbers.map((line) => (
            <Line
              key={line}
              line={line}
              text={source.lines[line - source.first]}
              current={line === current}
              wrong={line === wrong}
            />
          ))}
        </ol>
      </div>
    </section>
  )
}

interface LineProps {
  readonly line: number
  /** Undefined until it has been fetched. */
  readonly text: string | undefined
  readonly current: boolean
  readonly wrong: boolean
}

function Line({ line, text, current, wrong }: LineProps) {
  const lab = useLab()
  return (
    <li
      className={`line${current ? ' now' : ''}${wrong ? ' wrong' : ''}`}
      aria-current={current ? 'step' : undefined}
    >
      {/* For the pointer: keys have the transport, so that a thousand lines are not a thousand stops. */}
      <button
        type="button"
        className="line-number"
        tabIndex={-1}
        title={`Go to line ${count(line)}`}
        onClick={() => void goToLine(lab, line)}
      >
        {line}
      </button>
      <code>
        {text === undefined
          ? '…'
          : wordsOf(text).map((word) => (
              <span key={word.at} className={`word-${word.kind}`}>
                {word.text}
              </span>
            ))}
      </code>
    </li>
  )
}
