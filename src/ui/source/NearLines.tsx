import { useEffect, useMemo } from 'react'
import { loadSource, programOf } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { columnsOn } from './code/rows.ts'
import { codeWords, markedWords } from './code/words.ts'
import { commonIndent, linesAround, placeOf } from './near.ts'
import { wordsOf } from './words.ts'

const SHOWN = 3

/** The lines of the source around the one that runs, without anything to press. */
export function NearLines() {
  const program = useLabState((state) => programOf(state) !== null)
  return program ? <NearCode /> : <NearTrace />
}

function NearCode() {
  const view = useLabState((state) => state.moment?.program ?? null)
  const place = view === null ? null : placeOf(view)
  const text = useLabState(
    (state) => programOf(state)?.files.find(({ name }) => name === place?.file)?.text ?? '',
  )
  const words = useMemo(() => codeWords(text), [text])
  if (view === null || place === null || place.line === 0) return <List lines={[]} />
  const lines = linesAround(place.line, words.length, SHOWN).map((line) => {
    const plain = words[line - 1]!
    const now = line === place.line
    const span = now ? columnsOn(view.at, line, plain.map((word) => word.text).join('')) : ([0, 0] as const)
    return { line, now, words: markedWords(plain, ...span) }
  })
  return <List lines={lines} />
}

function NearTrace() {
  const lab = useLab()
  const source = useLabState((state) => state.source)
  const current = useLabState((state) => state.moment?.line ?? 0)
  useEffect(() => {
    if (current > 0) void loadSource(lab, current)
  }, [lab, current])
  if (source === null || current === 0) return <List lines={[]} />
  const lines = linesAround(current, source.total, SHOWN).map((line) => ({
    line,
    now: line === current,
    words: wordsOf(source.lines[line - source.first] ?? '…'),
  }))
  return <List lines={lines} />
}

interface NearLine {
  readonly line: number
  readonly now: boolean
  readonly words: readonly {
    readonly at: number
    readonly text: string
    readonly kind: string
    readonly marked?: boolean
  }[]
}

/** The lines, without the white space that all of them begin with. */
function List({ lines }: { readonly lines: readonly NearLine[] }) {
  const indent = commonIndent(lines.map(({ words }) => words.map(({ text }) => text).join('')))
  return (
    <ol className="near-lines" aria-label="Source around the current line">
      {lines.map(({ line, now, words }) => (
        <li
          key={line}
          className={now ? 'near-line now' : 'near-line'}
          aria-current={now ? 'step' : undefined}
        >
          <span className="near-number">{line}</span>
          <code>
            {words.map(({ at, text, kind, marked = false }) => (
              <span key={at} className={`word-${kind}${marked ? ' marked' : ''}`}>
                {text.slice(Math.max(0, indent - at))}
              </span>
            ))}
          </code>
        </li>
      ))}
    </ol>
  )
}
