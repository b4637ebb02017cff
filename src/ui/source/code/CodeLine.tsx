import type { LineBytes } from '../../../engine/session/index.ts'
import { runToLine, toggleBreakpoint } from '../../../state/index.ts'
import { useLab } from '../../context.ts'
import { LineBytesCell } from '../LineBytesCell.tsx'
import type { CodeWord } from './words.ts'

interface Props {
  readonly file: string
  readonly line: number
  readonly words: readonly CodeWord[]
  /** Where the run is, where a caller waits for its call to return, or neither. */
  readonly role: 'now' | 'caller' | ''
  readonly stop: boolean
  readonly cursor: boolean
  readonly bytes: LineBytes | undefined
}

/** A line of the program. Its number sets a breakpoint; the button at its end runs to it. */
export function CodeLine({ file, line, words, role, stop, cursor, bytes }: Props) {
  const lab = useLab()
  return (
    <li
      data-line={line}
      className={`line code ${role}${cursor ? ' cursor' : ''}`}
      aria-current={role === 'now' ? 'step' : undefined}
    >
      {/* For the pointer: with keys, the list itself has the focus and one of its lines is chosen. */}
      <button
        type="button"
        className="line-number"
        tabIndex={-1}
        aria-pressed={stop}
        aria-label={`Breakpoint on line ${line}`}
        title={stop ? 'Take the breakpoint away (b)' : 'Set a breakpoint (b)'}
        onClick={() => toggleBreakpoint(lab, file, line)}
      >
        {line}
      </button>
      <LineBytesCell bytes={bytes} hasCard />
      <code>
        {words.map((word) => (
          <span
            key={word.at}
            className={`word-${word.kind}${word.marked ? ' marked' : ''}`}
            data-column={word.kind === 'plain' ? word.at : undefined}
          >
            {word.text}
          </span>
        ))}
      </code>
      <button
        type="button"
        className="run-here"
        tabIndex={-1}
        aria-label={`Run to line ${line}`}
        title="Run to here"
        onClick={() => void runToLine(lab, file, line)}
      >
        ▸
      </button>
    </li>
  )
}
