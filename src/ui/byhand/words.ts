import type { HandAction, HandBlock } from '../../state/by-hand/action.ts'
import { statementOf } from '../../state/by-hand/statements.ts'
import { traceLine } from '../../state/by-hand/trace-text.ts'
import { address, plural } from '../format.ts'

/** A block in the list of those that can be acted on: `p1: 100 bytes at 0x5555555592a0`. */
export function blockText({ name, requested, state, address: at }: HandBlock): string {
  const what = { live: plural(requested, 'byte'), freed: 'freed, pointer kept,', inside: 'inside a chunk' }
  return `${name}: ${what[state]} at ${address(at)}`
}

/** What an action on a block will write. */
export function writtenText(action: HandAction, isProgram: boolean): string {
  return isProgram ? statementOf(action, '').text : traceLine(action, 0)
}
