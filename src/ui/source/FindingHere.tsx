import { FINDING_NAMES, type Finding } from '../../engine/session/findings.ts'
import { setSourceTab, toldInfo } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { Ticked } from '../parts/Ticked.tsx'

const NONE: readonly Finding[] = []

/** What is found at the operation on the screen, or what begins there, beside its line; nothing at most of them. */
export function FindingHere() {
  const lab = useLab()
  const findings = useLabState((state) => toldInfo(state)?.findings ?? NONE)
  const operation = useLabState((state) => state.moment?.position.operation ?? -1)
  const seen = findings.filter((finding) => finding.operation === operation)
  const began = findings.filter((finding) => finding.began === operation)
  const finding = seen[0] ?? began[0]
  if (finding === undefined) return null
  const others = seen.length + (seen.includes(finding) ? 0 : began.length) - 1
  const { kind, message, place } = finding
  const where = seen.length > 0 || place === undefined ? '' : `, found at ${place.file}:${place.line}`
  return (
    <aside className="finding-here" aria-label="Found here">
      <p className="finding bad">
        <b>
          {seen.length > 0 ? '' : 'Here began: '}
          {FINDING_NAMES[kind]}
          {where}
        </b>
        <Ticked text={message} />
      </p>
      <button type="button" className="quiet" onClick={() => setSourceTab(lab, 'findings')}>
        {others > 0 ? `${others} more here · all findings` : 'All findings'}
      </button>
    </aside>
  )
}
