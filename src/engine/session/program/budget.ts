import { counted, thousands } from '../../format.ts'
import type { Checkpoints } from '../checkpoints.ts'
import type { ProgramMachine } from './machine.ts'
import type { ProgramCheckpoint } from './record.ts'

/** Instructions from which on it says something that a program has changed nothing. */
const MANY = 1000

/** Why a program was stopped that used up its instructions: where it was, and whether it got anywhere lately. */
export function stoppedText(
  machine: ProgramMachine,
  budget: number,
  checkpoints: Checkpoints<ProgramCheckpoint>,
): string {
  const { statement, statements } = machine
  const where = statement < 0 ? 'before the first statement' : `on ${statements.where(statement)}`
  const head = `Stopped after ${thousands(budget)} instructions, ${where}.`
  const before = checkpoints.newest
  const since = before === null ? 0 : machine.instructions - before.vm.instructions
  // In so few even a loop that gets somewhere may change nothing.
  if (before === null || since < MANY) return head
  const instructions = thousands(since)
  const calls = machine.row - before.row
  const written = machine.world.written - before.vm.state.written
  const read = machine.world.inputRead - before.vm.state.inputRead
  if (calls + written + read > 0) {
    const parts = [
      calls > 0 ? `made ${counted(calls, 'call')} of the allocator or the kernel` : '',
      written > 0 ? `wrote ${counted(written, 'byte')}` : '',
      read > 0 ? `read ${counted(read, 'byte')}` : '',
    ].filter((part) => part !== '')
    return `${head} In the last ${instructions} it ${parts.join(', ')}: it was getting somewhere.`
  }
  return machine.process.memory.dirtyPages === 0
    ? `${head} In the last ${instructions} it changed nothing in memory: this loop never ends.`
    : `${head} In the last ${instructions} it called nothing, read nothing and wrote nothing: it may be in a loop that never ends.`
}
