import { answerParting, type CallColumns, type Parting, pathParting } from '../../engine/parting.ts'
import type { Scenario } from '../../engine/session/index.ts'
import type { Compared } from '../comparison.ts'
import type { Lab, RivalRun } from '../lab.ts'
import { rivalOf, updateRival } from './rivals.ts'

/** Calls that are compared at a time: so few that nobody notices, on the page or in the workers. */
const SLICE = 8192

/** Compares a rival's calls with those of the page's own run, as far as both have come, slice by slice. */
export async function compareOn(lab: Lab, key: number): Promise<void> {
  const run = lab.rivals.get(key)
  if (run === undefined) return
  run.again = true
  if (run.comparing) return
  run.comparing = true
  try {
    for (let more = true; more || run.again; ) {
      run.again = false
      more = await compareSlice(lab, key, run)
    }
  } catch {
    // A worker that died has told so itself; its successor, if there is one, begins anew.
  } finally {
    run.comparing = false
  }
}

/** Compares the next slice; false if there is nothing more to compare for now. */
async function compareSlice(lab: Lab, key: number, run: RivalRun): Promise<boolean> {
  const { info, scenario } = lab.store.getState()
  const rival = rivalOf(lab, key)
  if (rival === undefined || scenario === null || rival.compared.over) return false
  if ((info?.done ?? 0) === 0 || (rival.info?.done ?? 0) === 0) return false
  const both = info?.complete === true && rival.info?.complete === true
  const mine = lab.run
  const from = rival.compared.calls
  const slice = { from, to: from + SLICE }
  const [own, its] = await Promise.all([lab.client.call('calls', slice), run.client.call('calls', slice)])
  if (mine !== lab.run || lab.rivals.get(key) !== run || rivalOf(lab, key)?.compared !== rival.compared)
    return false
  const compared = comparedAfter(rival.compared, own, its, { both, forks: forks(scenario) })
  updateRival(lab, key, { compared })
  return compared.calls > from
}

/** Whether the operations of a source depend on what the allocator answers. */
function forks({ source }: Scenario): boolean {
  return source.kind === 'c' || source.kind === 'ostep'
}

interface Circumstances {
  /** Whether both runs were complete before their calls were told. */
  readonly both: boolean
  /** Whether the runs may take different paths, so that it is not enough to find where they answer otherwise. */
  readonly forks: boolean
}

/** What is known after one more slice of both runs. */
export function comparedAfter(
  before: Compared,
  own: CallColumns,
  its: CallColumns,
  { both, forks }: Circumstances,
): Compared {
  const path = before.path ?? pathParting(own, its)
  const calls = Math.max(before.calls, Math.min(own.to, its.to))
  const isLast = both && calls < before.calls + SLICE
  const rest = isLast && path === null ? restParting(own, its) : null
  const answer = before.answer ?? answerParting(own, its) ?? rest
  const over = isLast || (answer !== null && (!forks || path !== null))
  return { calls, answer, path: path ?? (forks ? rest : null), over }
}

/** One of the runs has made calls that the other has not. */
function restParting(own: CallColumns, its: CallColumns): Parting | null {
  if (own.to === its.to) return null
  const longer = own.to > its.to ? own : its
  const call = Math.min(own.to, its.to)
  return { kind: 'end', call, operation: longer.operation[call - longer.from]!, first: 0, second: 0 }
}
