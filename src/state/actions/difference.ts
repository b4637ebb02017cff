import type { Difference, DifferenceRequest, Moment } from '../../engine/session/index.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import type { Lab } from '../lab.ts'
import { samePosition } from '../positions.ts'

/** Heaps of more chunks take a while to compare: that is not begun before the person rests. */
const MANY_CHUNKS = 50_000
const REST_MS = 200
/** Changes of each group that are told: more would not be read. */
const TOLD = 300

/** Fetches what changed from the pinned moment to the one on the screen, unless it is there already. */
export async function loadDifference(lab: Lab): Promise<void> {
  const { pinned, moment, info, difference } = lab.store.getState()
  if (pinned === null || moment === null || info === null) return
  if (pinned.operation >= info.done && !info.complete) return
  if (difference !== null && samePosition(difference.to, moment.position) && hasBytes(difference, moment))
    return
  if (moment.chunkCount > MANY_CHUNKS) {
    await new Promise<void>((resolve) => lab.services.after(REST_MS, resolve))
    if (lab.store.getState().moment !== moment) return
  }
  const { run } = lab
  const request = { from: pinned, to: moment.position, limit: TOLD, ...bytesOf(moment) }
  const answer = await lab.client
    .callLatest('difference', 'difference', request)
    // What keeps the engine from comparing moments keeps it from showing them, and is told there.
    .catch(() => SUPERSEDED)
  const isCurrent = run === lab.run && lab.store.getState().pinned === pinned
  if (typeof answer === 'symbol' || !isCurrent) return
  lab.store.setState({ difference: answer })
  if (samePosition(answer.from, pinned)) return
  // A link may pin what this run does not come to: its last moment stands for that.
  lab.store.setState({ pinned: answer.from })
  void loadDifference(lab)
}

/** The bytes under the glass, which are compared with those of the pinned moment. */
function bytesOf({ inspected }: Moment): Pick<DifferenceRequest, 'bytes'> {
  return inspected === null ? {} : { bytes: { from: inspected.chunk, length: inspected.bytes.length } }
}

function hasBytes({ bytes }: Difference, { inspected }: Moment): boolean {
  if (inspected === null) return true
  return bytes?.from === inspected.chunk && bytes.before.length === inspected.bytes.length
}
