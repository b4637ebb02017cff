import type { Address } from '../../units.ts'
import type { CType } from '../../workload/c/types.ts'
import type { ProgramMachine } from './machine.ts'

/**
 * Whether the statement that runs names a variable, of its function or global, that points into [from, to): an access
 * right behind those bytes is then meant for them, and not for what an allocator keeps there.
 */
export function namesPointerInto(machine: ProgramMachine, from: Address, to: Address): boolean {
  const { memory } = machine.process
  const names = new Set(machine.statements.text(machine.statement).match(/[A-Za-z_]\w*/g))
  const points = (name: string, type: CType, address: Address) => {
    if (type.kind !== 'pointer' || !names.has(name)) return false
    const target = machine.program.model === 'lp64' ? memory.peek64(address) : memory.peek32(address) >>> 0
    return target >= from && target < to
  }
  const frame = machine.frames().find((each) => !each.function.isLibrary)
  return (
    frame?.function.locals.some(({ name, type, offset }) => points(name, type, frame.fp + offset)) === true ||
    machine.globals.some(({ name, type, address }) => points(name, type, address))
  )
}
