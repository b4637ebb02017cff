import { useCallback } from 'react'
import type { LineBytes, SourceWindow } from '../../engine/session/index.ts'
import { goToLine, loadSource } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { LineBytesCell } from './LineBytesCell.tsx'
import { Rows } from './Rows.tsx'
import { useLineBytes } from './use-line-bytes.ts'
import { wordsOf } from './words.ts'

/** The text of a trace, however long: only the lines around the ones on the screen are fetched. */
export function Lines() {
  const source = useLabState((state) => state.source)
  // A list of its own for each scenario: where the last one was scrolled to means nothing here.
  return source === null ? <p className="aside">Reading …</p> : <LineList source={source} />
}

function LineList({ source }: { readonly source: SourceWindow }) {
  const lab = useLab()
  const current = useLabState((state) => state.moment?.line ?? 0)
  const wrong = useLabState((state) => state.info?.error?.line ?? 0)
  const bytes = useLineBytes('')
  const fetchAround = useCallback((first: number) => void loadSource(lab, first), [lab])
  return (
    <Rows
      label={`Source, ${count(source.total)} lines`}
      total={source.total}
      follow={current}
      when={String(current)}
      onFirst={fetchAround}
    >
      {(line) => (
        <Line
          line={line}
          text={source.lines[line - source.first]}
          bytes={bytes.get(line)}
          current={line === current}
          wrong={line === wrong}
        />
      )}
    </Rows>
  )
}

interface LineProps {
  readonly line: number
  /** Undefined until it has been fetched. */
  readonly text: string | undefined
  readonly bytes: LineBytes | undefined
  readonly current: boolean
  readonly wrong: boolean
}

function Line({ line, text, bytes, current, wrong }: LineProps) {
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
      <LineBytesCell bytes={bytes} />
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
