import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { SourceDiagnostic } from '../../../engine/session/index.ts'
import { fileShown, programOf, runToLine, toggleBreakpoint } from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { count } from '../../format.ts'
import { later } from '../../parts/later.tsx'
import { Ticked } from '../../parts/Ticked.tsx'
import { placeOf } from '../near.ts'
import { Rows } from '../Rows.tsx'
import { useLineBytes } from '../use-line-bytes.ts'
import { CodeLine } from './CodeLine.tsx'
import { type CodeRow, columnsOn, roleOf, rowsOf } from './rows.ts'
import { usePointed } from './use-pointed.ts'
import { codeWords, markedWords } from './words.ts'

const atHand = () => import('./at-hand.ts')
const LineFacts = later(atHand, (part) => part.LineFacts)
const LineValues = later(
  () => import('./LineValues.tsx'),
  (part) => part.LineValues,
)
const PointedAt = later(atHand, (part) => part.PointedAt)

/** A file of the program: where the run is, where it shall stop, and what the compiler says of it. */
export function CodeView() {
  const lab = useLab()
  const file = useLabState(fileShown)
  const text = useLabState((state) => programOf(state)?.files.find(({ name }) => name === file)?.text ?? '')
  const program = useLabState((state) => state.moment?.program ?? null)
  const choice = useLabState((state) => state.fileChoice)
  const diagnostics = useLabState((state) => state.info?.program?.diagnostics)
  const breakpoints = useLabState((state) => state.breakpoints)
  // On a phone the text is scrolled to its place when it comes to the front.
  const phoneTab = useLabState((state) => state.phoneTab)
  const [cursor, setCursor] = useState(0)
  const host = useRef<HTMLDivElement>(null)
  const { pointed, close } = usePointed(host)
  useFocusGone(host, setCursor)
  const bytes = useLineBytes(file)

  const lines = useMemo(() => codeWords(text), [text])
  const rows = useMemo(
    () =>
      rowsOf(
        lines.length,
        (diagnostics ?? []).filter((each) => each.file === file),
      ),
    [lines, diagnostics, file],
  )
  const stops = new Set(breakpoints.filter((each) => each.file === file).map(({ line }) => line))
  const here = program?.at.file === file ? program.at.line : 0
  const place = program === null ? null : placeOf(program)
  const wanted = choice?.file === file && choice.line > 0 ? choice.line : choice === null ? here : 0
  const at = cursor > 0 && cursor <= lines.length ? cursor : Math.max(1, here)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setCursor(Math.min(lines.length, at + 1))
    else if (event.key === 'ArrowUp') setCursor(Math.max(1, at - 1))
    else if (event.key === 'Enter') void runToLine(lab, file, at)
    else if (event.key === 'b' && cursor > 0) toggleBreakpoint(lab, file, at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="code-view" ref={host}>
      <Rows
        key={file}
        label={`${file}, ${count(lines.length)} lines. Arrow up and down choose a line and tell its values, b sets a breakpoint on it, Enter runs to it.`}
        total={rows.length}
        follow={cursor > 0 ? rowOf(rows, cursor) : rowOf(rows, wanted)}
        when={cursor > 0 ? `cursor ${cursor}` : `${here} ${program?.calls} ${wanted} ${phoneTab}`}
        focusable={{ onKeyDown }}
      >
        {(number) => {
          const row = rows[number - 1]
          if (row === undefined) return null
          if (row.kind === 'more') return <li className="code-message" aria-hidden="true" />
          if (row.kind === 'message') return <Message diagnostic={row.diagnostic} height={row.height} />
          const { line } = row
          const words = lines[line - 1]!
          const role = roleOf(program, file, line)
          const span = role === 'now' ? columnsOn(program!.at, line, textOf(words)) : ([0, 0] as const)
          return (
            <CodeLine
              file={file}
              line={line}
              words={markedWords(words, ...span)}
              role={role}
              stop={stops.has(line)}
              cursor={line === cursor}
              bytes={bytes.get(line)}
            />
          )
        }}
      </Rows>
      <div role="status">
        {cursor > 0 && (
          <LineFacts file={file} lines={lines} line={cursor} column={null} bytes={bytes.get(cursor)} />
        )}
      </div>
      {cursor === 0 && <LineValues file={file} lines={lines} line={place?.file === file ? place.line : 0} />}
      {pointed !== null && (
        <PointedAt
          file={file}
          lines={lines}
          line={pointed.line}
          pointed={pointed}
          bytes={bytes.get(pointed.line)}
          onClose={close}
        />
      )}
    </div>
  )
}

/** Takes the mark off the chosen line when the focus has left the text and what is said of the line. */
function useFocusGone(host: RefObject<HTMLElement | null>, setCursor: (line: number) => void): void {
  useEffect(() => {
    const element = host.current
    const gone = ({ relatedTarget }: FocusEvent) => {
      if (!element?.contains(relatedTarget as Node | null)) setCursor(0)
    }
    element?.addEventListener('focusout', gone)
    return () => element?.removeEventListener('focusout', gone)
  }, [host, setCursor])
}

function textOf(words: readonly { readonly text: string }[]): string {
  return words.map(({ text }) => text).join('')
}

/** The row of a line, from 1; 0 if there is none. */
function rowOf(rows: readonly CodeRow[], line: number): number {
  return line === 0 ? 0 : rows.findIndex((row) => row.kind === 'line' && row.line === line) + 1
}

function Message({
  diagnostic: { severity, message },
  height,
}: {
  readonly diagnostic: SourceDiagnostic
  readonly height: number
}) {
  return (
    <li className={`code-message ${severity}`} style={{ '--rows': height } as React.CSSProperties}>
      <span>
        <Ticked text={message} />
      </span>
    </li>
  )
}
