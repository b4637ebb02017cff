import type { Address } from '../../../units.ts'
import type { LineTable } from './lines.ts'
import type { Vm } from './vm.ts'

/** One frame of the call stack. */
export interface CallFrame {
  /** Index into `program.functions`; -1 where the code belongs to none. */
  readonly function: number
  /** Where it goes on: an index into the code. */
  readonly pc: number
  readonly fp: Address
  /** Index into `program.lines` of its current step; -1 in the library. */
  readonly line: number
}

/** Follows saved frame pointers from the innermost frame outward, as a debugger does. */
export function callFrames(vm: Vm, lines: LineTable, most: number): readonly CallFrame[] {
  const { memory, isWide, program } = vm
  const word = isWide ? 8 : 4
  const peek = (address: Address) => (isWide ? memory.peek64(address) : memory.peek32(address))
  const frames: CallFrame[] = []
  let pc = vm.pc
  let fp = vm.fp
  // Before its ENTER a function has no frame yet: the return address lies at sp.
  if (program.functions[lines.functionAt(pc)]?.entry === pc && most > 0) {
    frames.push({ function: lines.functionAt(pc), pc, fp, line: -1 })
    pc = vm.indexOf(peek(vm.sp))
  }
  while (pc >= 0 && frames.length < most) {
    // A call's return site may lie behind the last step of its function, so look up the call itself.
    const inside = frames.length === 0 ? pc : pc - 1
    frames.push({ function: lines.functionAt(inside), pc, fp, line: lines.lineAt(inside) })
    const caller = peek(fp)
    pc = vm.indexOf(peek(fp + word))
    if (!(caller > fp)) break
    fp = caller
  }
  return frames
}
