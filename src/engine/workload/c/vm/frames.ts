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
  const frames: CallFrame[] = []
  if (most <= 0) return frames
  follow(vm, lines, (pc, fp, isEntered) => {
    // A call's return site may lie behind the last step of its function, so look up the call itself.
    const inside = frames.length === 0 ? pc : pc - 1
    frames.push({ function: lines.functionAt(inside), pc, fp, line: isEntered ? lines.lineAt(inside) : -1 })
    return frames.length < most
  })
  return frames
}

/** The function of the frame that holds an address of the stack, and the frame's fp; null if none does. */
export function frameHolding(
  vm: Vm,
  lines: LineTable,
  address: Address,
): { readonly function: number; readonly fp: Address } | null {
  if (address < vm.sp) return null
  let found: { function: number; fp: Address } | null = null
  let isInnermost = true
  follow(vm, lines, (pc, fp, isEntered) => {
    const inside = isInnermost ? pc : pc - 1
    isInnermost = false
    if (!isEntered || address >= fp) return true
    found = { function: lines.functionAt(inside), fp }
    return false
  })
  return found
}

/** Tells of frame after frame until `visit` answers false. A function that is not entered yet has its caller's fp. */
function follow(
  vm: Vm,
  lines: LineTable,
  visit: (pc: number, fp: Address, isEntered: boolean) => boolean,
): void {
  const { memory, isWide, program } = vm
  const word = isWide ? 8 : 4
  const peek = (address: Address) => (isWide ? memory.peek64(address) : memory.peek32(address))
  let pc = vm.pc
  let fp = vm.fp
  // Before its ENTER a function has no frame yet: the return address lies at sp.
  if (program.functions[lines.functionAt(pc)]?.entry === pc) {
    if (!visit(pc, fp, false)) return
    pc = vm.indexOf(peek(vm.sp))
  }
  while (pc >= 0 && visit(pc, fp, true)) {
    const caller = peek(fp)
    pc = vm.indexOf(peek(fp + word))
    if (!(caller > fp)) return
    fp = caller
  }
}
