import {
  allocatorName,
  firstParting,
  LAST_STEP,
  partingOf,
  partingText,
  pause,
  type Rival,
  seek,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count, plural } from '../format.ts'

/** Where each rival parts from the page's own run, with a way to go there. */
export function Partings() {
  const rivals = useLabState((state) => state.comparison?.rivals) ?? []
  const first = useLabState(firstParting)
  if (rivals.length === 0) return null
  return (
    <ul className="partings" aria-label="Where they part company">
      {[...rivals].sort(byParting).map((rival) => (
        <Line
          key={rival.key}
          rival={rival}
          isFirst={first !== null && partingOf(rival.compared)?.call === first.call}
        />
      ))}
    </ul>
  )
}

/** Those that part first come first; those that have not parted, last. */
function byParting(a: Rival, b: Rival): number {
  const call = ({ compared }: Rival) => partingOf(compared)?.call ?? Number.MAX_SAFE_INTEGER
  return call(a) - call(b)
}

function Line({ rival, isFirst }: { readonly rival: Rival; readonly isFirst: boolean }) {
  const lab = useLab()
  const own = useLabState(({ scenario }) => (scenario === null ? '' : allocatorName(scenario.allocator)))
  const name = allocatorName(rival.allocator)
  const parting = partingOf(rival.compared)
  if (parting === null)
    return (
      <li>
        <span>{alikeText(rival, own, name)}</span>
      </li>
    )
  const { operation } = parting
  const { path } = rival.compared
  return (
    <li className={isFirst ? 'first' : ''}>
      {isFirst && (
        <b>
          <span aria-hidden="true">◆</span> They part company.
        </b>
      )}{' '}
      <span>{partingText(parting, own, name)}</span>{' '}
      <button
        type="button"
        className="button small"
        onClick={() => {
          pause(lab)
          seek(lab, { operation, step: LAST_STEP })
        }}
      >
        Go to operation {count(operation + 1)}
      </button>
      {path !== null && path !== parting && <span>{partingText(path, own, name)}</span>}
    </li>
  )
}

function alikeText({ compared, info }: Rival, own: string, name: string): string {
  if (compared.over)
    return `${own} and ${name} never part: ${plural(compared.calls, 'call')}, all answered alike.`
  if (info === null || compared.calls === 0) return `${name}: its run has just begun.`
  return `${own} and ${name} are alike so far: ${plural(compared.calls, 'call')} compared.`
}
