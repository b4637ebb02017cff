import type { Address, Bytes } from '../../../units.ts'
import { OP } from '../bytecode.ts'
import type { Checker } from './checker.ts'
import { Core } from './core.ts'
import { FrameShadows } from './frame-shadows.ts'
import { familyEntries, type HeapCall, type HeapCallListener } from './heap-calls.ts'
import { LineTable } from './lines.ts'
import type { Loaded } from './loader.ts'
import { FP, frame, NO_CALL, PENDING, SP } from './registers.ts'
import { ALL, GUARDED, USABLE, WRITTEN } from './shadow.ts'

/** A program that is watched: the checker is asked about its accesses, a listener is told of its own malloc family. */
export class WatchedCore extends Core {
  /** By index of the code: 1 where a function of the malloc family begins. */
  readonly heapKinds: Uint8Array
  /** Told of the program's own malloc family. */
  onHeapCall: HeapCallListener | null
  /** The call of the program's own malloc family that is under way. */
  protected pending: HeapCall | null = null
  protected readonly lines: LineTable
  private readonly frameShadows: FrameShadows

  constructor(loaded: Loaded, checker: Checker | null, onHeapCall: HeapCallListener | null) {
    super(loaded, checker)
    const { program } = loaded
    this.heapKinds = familyEntries(program)
    this.onHeapCall = onHeapCall
    this.lines = new LineTable(program)
    this.frameShadows = new FrameShadows(checker === null ? [] : program.functions)
  }

  /** A call of the malloc family begins, its arguments in r[b] and up, its return address at `slot`. */
  heapCallBegins(target: number, b: number, slot: Address): void {
    const index = this.lines.functionAt(target)
    const { name, type } = this.program.functions[index]!
    const args = type.parameters.map((_, i) => this.unsignedRegister(b + i))
    this.pending = { function: index, name: name.replace(/^mm_/, ''), arguments: args, result: null }
    frame[PENDING] = slot
    this.onHeapCall?.enter(this.pending)
  }

  /** The call of the malloc family returns; its result is in r0. */
  heapCallEnds(): void {
    const call = { ...this.pending!, result: this.unsignedRegister(0) }
    this.pending = null
    frame[PENDING] = NO_CALL
    this.onHeapCall?.leave(call)
  }

  /** Asks the checker about a load that is not plainly right. */
  checkLoad(address: Address, size: Bytes): void {
    const checker = this.checker!
    if (checker.shadow.has(address, size, ALL) || this.isGuarded(address, size, false)) return
    if (this.isTrusted(address) || checker.shadow.has(address, size, GUARDED | WRITTEN)) return
    if (!this.isLinkageWanted()) checker.load(address, size)
  }

  /** Whether the instruction reads at fp itself, where no variable is: `__builtin_return_address` and its like. */
  private isLinkageWanted(): boolean {
    const { code, pc } = this
    return (code[pc - 2]! & 0xff) === OP.LADDR && code[pc - 1] === 0
  }

  /** The same of a store. */
  checkStore(address: Address, size: Bytes): void {
    const checker = this.checker!
    if (checker.shadow.has(address, size, USABLE) || this.isGuarded(address, size, true)) return
    if (this.isTrusted(address) || checker.shadow.has(address, size, GUARDED)) return
    checker.store(address, size)
  }

  /** Whether the program's own malloc, free … touches a live block; the checker is asked what that means. */
  private isGuarded(address: Address, size: Bytes, write: boolean): boolean {
    const checker = this.checker!
    if (this.pending === null || (checker.shadow.at(address) & GUARDED) === 0) return false
    checker.guarded(address, size, write)
    return true
  }

  /** The library and the program's own allocator may do with the heap as they like. */
  private isTrusted(address: Address): boolean {
    return (this.pc >= this.libraryStart || this.pending !== null) && this.checker!.shadow.isHeap(address)
  }

  /** ENTER at `at`: the frame's variables may be used. */
  frameBegins(at: number): void {
    const bits = this.frameShadows.at(at)
    this.checker!.shadow.putFrame(frame[FP]! - 4 * bits.length, bits)
  }

  /** RET: nothing of the frame may be used any more. */
  frameEnds(): void {
    const word = this.isWide ? 8 : 4
    this.checker!.shadow.clearFrame(frame[SP]!, frame[FP]! + 2 * word)
  }

  /** sp = address: blocks of the stack that it passes end. */
  moveStack(address: Address): void {
    if (this.checker !== null && address > frame[SP]!) {
      this.checker.shadow.mark(frame[SP]!, Math.min(address, frame[FP]!) - frame[SP]!, 0)
    }
    frame[SP] = address
  }
}
