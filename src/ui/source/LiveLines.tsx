import { useEffect } from 'react'
import type { LineBytes } from '../../engine/session/index.ts'
import { isProgram, loadLineBytes, showFile } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { plural } from '../format.ts'

/** More lines would only bury those with the most bytes. */
const MOST_SHOWN = 12

/** The lines of a program whose blocks live at the moment, most bytes first: where to look for a leak. */
export function LiveLines() {
  const lab = useLab()
  const moment = useLabState((state) => state.moment)
  const program = useLabState(isProgram)
  const all = useLabState((state) => state.lineBytes)
  useEffect(() => {
    if (program && moment !== null) void loadLineBytes(lab)
  }, [lab, program, moment])
  const lines = program ? mostLive(all) : []
  if (lines.length === 0) return null
  return (
    <section className="live-lines" aria-label="Live bytes by line">
      <h3>Bytes live now, by the line that allocated them</h3>
      <ul>
        {lines.slice(0, MOST_SHOWN).map(({ file, line, live }) => (
          <li key={`${file}:${line}`}>
            {line === 0 ? (
              <span>the C library, for itself</span>
            ) : (
              <button type="button" className="quiet mono" onClick={() => showFile(lab, file, line)}>
                {file}:{line}
              </button>
            )}
            <span>{plural(live, 'byte')}</span>
          </li>
        ))}
      </ul>
      {lines.length > MOST_SHOWN && (
        <p className="aside">And {plural(lines.length - MOST_SHOWN, 'line')} more.</p>
      )}
    </section>
  )
}

/** The lines with live bytes, most first; as they stand in the text where they have the same. */
export function mostLive(lines: readonly LineBytes[]): LineBytes[] {
  return lines.filter(({ live }) => live > 0).sort((a, b) => b.live - a.live || a.line - b.line)
}
