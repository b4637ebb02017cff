import { FINDING_NAMES, type Finding } from '../../engine/session/findings.ts'
import { LAST_STEP, seek } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'

/** What went wrong in the run so far, and what is odd about the source. */
export function Findings() {
  const info = useLabState((state) => state.info)
  if (info === null) return <p className="aside">Nothing has been run yet.</p>
  const { findings, warnings, ending, error } = info
  if (findings.length + warnings.length === 0 && ending === null && error === null) {
    return (
      <p className="aside">
        {info.complete ? 'Nothing wrong was seen in this run.' : 'Nothing wrong so far; the run goes on.'}
      </p>
    )
  }
  return (
    <div className="findings">
      {error !== null && (
        <p className="finding bad">
          <b>
            Line {error.line}, column {error.column}
          </b>
          {error.message} {info.total > 0 && `The ${count(info.total)} operations before it can be run.`}
        </p>
      )}
      {ending !== null && (
        <p className="finding bad">
          <b>The process ended at operation {count(ending.operation + 1)}</b>
          {ending.message}
        </p>
      )}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.operation}.${finding.kind}.${finding.address}`}>
            <FindingButton finding={finding} last={info.done - 1} />
          </li>
        ))}
      </ul>
      {info.findingCount > findings.length && (
        <p className="aside">
          Only the first {count(findings.length)} of {count(info.findingCount)} are kept.
        </p>
      )}
      {warnings.length > 0 && (
        <>
          <h3>About the source</h3>
          <ul>
            {warnings.map((warning) => (
              <li key={`${warning.line}.${warning.column}.${warning.message}`} className="finding">
                <b>Line {count(warning.line)}</b>
                {warning.message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function FindingButton({ finding, last }: { readonly finding: Finding; readonly last: number }) {
  const lab = useLab()
  const operation = Math.min(finding.operation, last)
  return (
    <button type="button" className="finding bad" onClick={() => seek(lab, { operation, step: LAST_STEP })}>
      <b>
        {FINDING_NAMES[finding.kind]} · operation {count(operation + 1)}
      </b>
      {finding.message}
    </button>
  )
}
