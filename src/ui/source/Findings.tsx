import { FINDING_NAMES, type Finding } from '../../engine/session/findings.ts'
import type { Ending } from '../../engine/session/index.ts'
import { isAsked, showMomentOf, toldInfo, untoldEnding } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { Ticked } from '../parts/Ticked.tsx'
import { DiagnosticList } from './code/Diagnostics.tsx'

/** What went wrong in the run so far, and what is odd about the source. */
export function Findings() {
  const info = useLabState(toldInfo)
  const asked = useLabState(isAsked)
  if (info === null) return <p className="aside">Nothing has been run yet.</p>
  const { findings, warnings, error } = info
  const ending = untoldEnding(info)
  const said = info.program?.diagnostics ?? []
  if (findings.length + warnings.length + said.length === 0 && ending === null && error === null) {
    return (
      <p className="aside">
        {asked
          ? 'Nothing wrong was seen before the operation that you are asked about.'
          : info.complete
            ? 'Nothing wrong was seen in this run.'
            : 'Nothing wrong so far; the run goes on.'}
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
      {ending !== null && <EndingEntry ending={ending} />}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.operation}.${finding.kind}.${finding.address}`}>
            <FindingEntry finding={finding} last={info.done - 1} />
          </li>
        ))}
      </ul>
      {info.findingCount > findings.length && (
        <p className="aside">
          Only the first {count(findings.length)} of {count(info.findingCount)} are kept.
        </p>
      )}
      {said.length > 0 && (
        <>
          <h3>What the compiler says</h3>
          <DiagnosticList diagnostics={said} />
        </>
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

/** How the process ended before its time, with the way to that moment. */
function EndingEntry({ ending }: { readonly ending: Ending }) {
  const lab = useLab()
  return (
    <button type="button" className="finding bad" onClick={() => showMomentOf(lab, ending.operation)}>
      <b>The process ended at operation {count(ending.operation + 1)}</b>
      {ending.message}
    </button>
  )
}

interface FindingProps {
  readonly finding: Finding
  /** The last operation that was run. */
  readonly last: number
}

/** What went wrong, with ways to the moment at which it was seen and, where known, to the one at which it began. */
function FindingEntry({ finding, last }: FindingProps) {
  const lab = useLab()
  const { kind, message, place, began, beganPlace } = finding
  const operation = Math.min(finding.operation, last)
  const go = (to: number) => () => showMomentOf(lab, to)
  const where = place === undefined ? `operation ${count(operation + 1)}` : `${place.file}:${place.line}`
  return (
    <div className="finding-entry">
      <button type="button" className="finding bad" onClick={go(operation)}>
        <b>
          {FINDING_NAMES[kind]} · {where}
        </b>
        <Ticked text={message} />
      </button>
      {began >= 0 && began !== finding.operation && (
        <button type="button" className="quiet began" onClick={go(began)}>
          It began at{' '}
          {beganPlace === undefined ? (
            `operation ${count(began + 1)}`
          ) : (
            <span className="mono">
              {beganPlace.file}:{beganPlace.line}
            </span>
          )}
        </button>
      )}
    </div>
  )
}
