import type { Moment, Position } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { questionOf } from '../predict/question.ts'
import type { Question } from '../predict/state.ts'
import { allocatorOf, isProgram } from '../selectors.ts'

/** Chunks and entries of lists that a question is made from. */
const MOST_CHUNKS = 6000
const MOST_ENTRIES = 200
/** How far in front of what an operation touches the told chunks begin, in a heap with more of them than that. */
const LEAD_BYTES = 1 << 15
const END_OF_MEMORY = 2 ** 47
/** Calls that are looked at for one step: a statement may make any number of calls that nobody can be asked about. */
const MOST_CALLS = 50

/** The first question about operations `from` to `last`, but for those that have been settled; null if there is none. */
export async function questionBetween(lab: Lab, from: number, last: number): Promise<Question | null> {
  const { run } = lab
  let operation = await callFrom(lab, from)
  for (let seen = 0; seen < MOST_CALLS && operation >= 0 && operation <= last; seen++) {
    if (run !== lab.run) return null
    const settled = lab.store.getState().predict?.settled.has(operation) ?? true
    const question = settled ? null : await questionAt(lab, operation)
    if (question !== null) return question
    operation = await callFrom(lab, operation + 1)
  }
  return null
}

/** The first call from an operation on: each operation of a trace is one. */
async function callFrom(lab: Lab, operation: number): Promise<number> {
  if (!isProgram(lab.store.getState()) || operation === 0) return operation
  return lab.client.call('walk', { from: operation - 1, how: 'call', backwards: false })
}

async function questionAt(lab: Lab, operation: number): Promise<Question | null> {
  const family = allocatorOf(lab.store.getState())?.factory
  if (family === undefined) return null
  const near = await momentAt(lab, { operation, step: LAST_STEP }, 0)
  const from = near.chunks.truncated ? touchedFrom(near) : 0
  const after = from > 0 ? await momentAt(lab, { operation, step: LAST_STEP }, from) : near
  const before = await momentAt(lab, { operation, step: 0 }, from)
  return questionOf(before, after, family)
}

function momentAt(lab: Lab, position: Position, from: Address): Promise<Moment> {
  return lab.client.call('moment', {
    position,
    map: { from, to: END_OF_MEMORY, limit: MOST_CHUNKS },
    listLimit: MOST_ENTRIES,
    inspect: null,
  })
}

/** A little before the first place that the operation's last steps are about. */
function touchedFrom({ stepList }: Moment): Address {
  const places = stepList.map(({ chunk }) => chunk).filter((chunk) => chunk > 0)
  return places.length === 0 ? 0 : Math.max(0, Math.min(...places) - LEAD_BYTES)
}
