import { counted, thousands } from '../../format.ts'
import type { Checkpoints } from '../checkpoints.ts'
import type { ProgramMachine } from './machine.ts'
import type { ProgramCheckpoint } from './record.ts'

/** Why a program was stopped that used up its instructions: where it was, and whether it got anywhere lately. */
export function stoppedText(
  machine: ProgramMachine,
  budget: number,
  checkpoints: Checkpoints<ProgramCheckpoint>,
): string {
  const where = machine.statements.where(machine.statement)
  const head = `Stopped after ${thousands(budget)} instructions, on ${where}.`
  const before = checkpoints.newest
  if (before === null) return head
  const instructions = thousands(machine.instructions - before.vm.instructions)
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
