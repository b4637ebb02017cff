import { useEffect, useRef } from 'react'
import type { OutputPiece } from '../../../engine/session/index.ts'
import { isAtEnd } from '../../../state/index.ts'
import { useLabState } from '../../context.ts'
import { InputBox } from './InputBox.tsx'
import { endingLine } from './model.ts'

const NOTHING: readonly OutputPiece[] = []

/** What the program has printed up to this moment, how it ended, and what it reads. */
export function Output() {
  const pieces = useLabState((state) => state.moment?.program?.output ?? NOTHING)
  const ending = useLabState((state) => (isAtEnd(state) ? (state.info?.ending ?? null) : null))
  const log = useRef<HTMLElement>(null)
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0)

  // The newest line stays in view, as in a terminal.
  useEffect(() => {
    if (log.current !== null && length >= 0) log.current.scrollTop = log.current.scrollHeight
  }, [length])

  return (
    <div className="output">
      <section className="output-log mono" ref={log} aria-label="Output of the program">
        {length === 0 && <p className="output-none">Nothing has been printed up to here.</p>}
        <pre>
          {pieces
            .map((piece, place) => ({ ...piece, place }))
            .map(({ stream, text, place }) => (
              <span key={place} className={stream} title={stream === 'stderr' ? 'standard error' : undefined}>
                {text}
              </span>
            ))}
        </pre>
        {ending !== null && (
          <p className={`output-end ${ending.kind}`} role="status">
            {endingLine(ending)}
          </p>
        )}
      </section>
      <InputBox />
    </div>
  )
}
