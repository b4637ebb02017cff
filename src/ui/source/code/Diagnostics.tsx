import type { SourceDiagnostic } from '../../../engine/session/index.ts'
import { compileErrors, showFile } from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { count, plural } from '../../format.ts'
import { Ticked } from '../../parts/Ticked.tsx'

/** More are not listed above the text: each stands at its own line as well. */
const MOST_LISTED = 5
const NONE: readonly SourceDiagnostic[] = []

/** Why the program does not compile, each with a way to its place. Absent if it does. */
export function Diagnostics() {
  const errors = useLabState((state) => (state.info === null ? 0 : compileErrors(state.info).length))
  const diagnostics = useLabState((state) => state.info?.program?.diagnostics ?? NONE)
  if (errors === 0) return null
  const listed = diagnostics.filter(({ severity }) => severity === 'error').slice(0, MOST_LISTED)
  return (
    <div className="diagnostics" role="alert">
      <p>
        <b>{plural(errors, 'error')}.</b> Nothing has been run.
      </p>
      <DiagnosticList diagnostics={listed} />
      {errors > listed.length && <p>And {count(errors - listed.length)} more.</p>}
    </div>
  )
}

/** Words of the compiler with their places; a click goes there. */
export function DiagnosticList({ diagnostics }: { readonly diagnostics: readonly SourceDiagnostic[] }) {
  const lab = useLab()
  return (
    <ul>
      {diagnostics.map(({ file, line, column, message, severity }) => (
        <li key={`${file}.${line}.${column}.${message}`}>
          <button
            type="button"
            className={`diagnostic ${severity}`}
            onClick={() => showFile(lab, file, line)}
          >
            <b className="mono">
              {file}:{line}:{column}
            </b>{' '}
            <Ticked text={message} />
          </button>
        </li>
      ))}
    </ul>
  )
}
