import { thousands } from '../../engine/format.ts'
import type { Condition } from '../../engine/session/index.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { seek } from './navigate.ts'
import { pause } from './play.ts'
import { tellForAWhile } from './screen.ts'

/** A condition in words, as the end of "There is no … ". */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'operation':
      return `operation ${condition.operation + 1}`
    case 'call':
      return `call ${condition.number}`
    case 'size':
      return `request of ${thousands(condition.atLeast)} bytes or more`
    case 'break':
      return 'move of the program break'
    case 'fragmentation':
      return `moment with fragmentation above ${Math.round(condition.above * 100)} %`
    case 'finding':
      return 'finding'
    case 'line':
      return `statement on line ${condition.line} of ${condition.file}`
  }
}

/** Goes to the operation on a line of the source, as it is complete; nothing happens below the last one. */
export async function goToLine(lab: Lab, line: number): Promise<void> {
  pause(lab)
  const { run } = lab
  const found = await lab.client.callLatest('find', 'locate', { line }).catch(() => SUPERSEDED)
  if (typeof found === 'symbol' || found < 0 || run !== lab.run) return
  seek(lab, { operation: found, step: LAST_STEP })
}

/**
 * The next (or last) operation at which one of the conditions holds; -1 if there is none, null if the answer is not
 * wanted any more.
 */
export async function lookFor(
  lab: Lab,
  conditions: readonly Condition[],
  backwards: boolean,
): Promise<number | null> {
  const { info, position } = lab.store.getState()
  if (info === null || info.done === 0) return null
  pause(lab)
  const { run } = lab
  const found = await lab.client
    .callLatest('find', 'find', { conditions, from: position.operation, backwards })
    .catch(() => SUPERSEDED)
  return typeof found === 'symbol' || run !== lab.run ? null : found
}

/** Goes to the next (or last) operation at which the condition holds, complete; says so if there is none. */
export async function runTo(lab: Lab, condition: Condition, backwards: boolean): Promise<void> {
  const found = await lookFor(lab, [condition], backwards)
  const { info } = lab.store.getState()
  if (found === null || info === null) return
  if (found >= 0) {
    lab.store.setState({ notice: null })
    return seek(lab, { operation: found, step: LAST_STEP })
  }
  const where = backwards
    ? 'before this operation'
    : info.complete
      ? 'after this operation'
      : 'in what has been run so far'
  tellForAWhile(lab, 'Nothing to stop at', `There is no ${conditionText(condition)} ${where}.`)
}
