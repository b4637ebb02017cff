import type { Process } from '../../../kernel/index.ts'
import { FaultSignal, type Memory } from '../../../memory/index.ts'
import { type Address, TWO_32 } from '../../../units.ts'
import type { Program, Sections } from '../image.ts'
import type { Checker } from './checker.ts'
import { signedValue, unsignedValue } from './int64.ts'
import { FUNCTION, HOST_STUB, type Loaded } from './loader.ts'
import { FP, frame, hi, lo, SP } from './registers.ts'
import { CODE_WORD, codeAddress } from './sections.ts'
import { type VmWindow, vmWindow } from './windows.ts'

/**
 * A loaded program as the dispatch loop sees it: its code, the windows of its memory, and what addresses mean. All
 * methods work on the registers of the module (registers.ts).
 */
export class Core {
  readonly program: Program
  readonly process: Process
  readonly sections: Sections
  /** The next instruction, or the one that ended the program, as an index into the code. */
  pc: number
  readonly memory: Memory
  readonly code: Int32Array
  readonly targets: Uint8Array
  readonly isWide: boolean
  /** Code word i of the program lies at textBase + 4 i, of the library at libraryBase + 4 i. */
  readonly textBase: Address
  readonly libraryBase: Address
  readonly libraryStart: number
  readonly checker: Checker | null
  heapWindow: VmWindow
  stackWindow: VmWindow
  heapShadow = new Int32Array(0)
  heapShadowBytes = new Uint8Array(0)
  stackShadow = new Int32Array(0)
  stackShadowBytes = new Uint8Array(0)
  private windowsSeen = -1

  constructor({ program, process, sections, code, targets }: Loaded, checker: Checker | null) {
    this.program = program
    this.process = process
    this.sections = sections
    this.pc = program.entry
    this.memory = process.memory
    this.code = code
    this.targets = targets
    this.isWide = program.model === 'lp64'
    this.libraryStart = program.libraryStart
    this.textBase = sections.text
    this.libraryBase = sections.libraryText - program.libraryStart * CODE_WORD
    this.checker = checker
    this.heapWindow = vmWindow(this.memory.flatWindow())
    this.stackWindow = vmWindow(this.memory.flatStack())
  }

  /** Takes the windows of the memory (and of the shadow) as they are now. */
  refreshWindows(): void {
    const { memory, checker } = this
    if (this.windowsSeen === memory.windowChanges) return
    this.windowsSeen = memory.windowChanges
    this.heapWindow = vmWindow(memory.flatWindow())
    this.stackWindow = vmWindow(memory.flatStack())
    if (checker === null) return
    const { shadow } = checker
    shadow.grow()
    this.heapShadow = shadow.heap
    this.heapShadowBytes = shadow.heapBytes
    this.stackShadow = shadow.stack
    this.stackShadowBytes = shadow.stackBytes
  }

  /** r[b] + imm as an address. What lies in the upper half of 64 bits is negative. */
  registerAddress(b: number, imm: number): Address {
    if (!this.isWide) return (lo[b]! + imm) >>> 0
    return signedValue(lo[b]!, hi[b]!) + imm
  }

  /** fp + imm as an address. */
  frameAddress(imm: number): Address {
    const address = frame[FP]! + imm
    return this.isWide ? address : address >>> 0
  }

  setAddress(a: number, address: Address): void {
    lo[a] = address
    hi[a] = Math.floor(address / TWO_32)
  }

  /** Pushes a word; throws FaultSignal when the stack has no room. */
  push(value: number): void {
    const word = this.isWide ? 8 : 4
    const address = frame[SP]! - word
    const isDone = this.isWide
      ? this.memory.store64Halves(address, value | 0, Math.floor(value / TWO_32))
      : this.memory.store32(address, value | 0)
    if (!isDone) throw new FaultSignal(this.memory.fault!)
    frame[SP] = address
  }

  /** Reads a word; throws FaultSignal where there is none. */
  protected popAt(address: Address): number {
    if (!this.isWide) return this.process.words.load32(address)
    const low = this.memory.load64Low(address)
    if (low < 0) throw new FaultSignal(this.memory.fault!)
    return this.memory.highHalf * TWO_32 + low
  }

  /** The index of the code that a call of this address goes to. Throws FaultSignal where nothing can be called. */
  callTarget(low: number, high: number): number {
    const address = this.isWide ? signedValue(low, high) : low >>> 0
    const target = this.indexOf(address)
    if (target < 0 || (this.targets[target]! & (FUNCTION | HOST_STUB)) === 0) throw this.badJump(address)
    return target
  }

  /** The index of the code word at an address, or -1. */
  indexOf(address: Address): number {
    const { textBase, libraryBase, libraryStart, code } = this
    const own = (address - textBase) / CODE_WORD
    if (Number.isInteger(own) && own >= 0 && own < libraryStart) return own
    const other = (address - libraryBase) / CODE_WORD
    return Number.isInteger(other) && other >= libraryStart && other < code.length ? other : -1
  }

  /** What a jump to an address that holds no code comes to. */
  protected badJump(address: Address): FaultSignal {
    const isMapped = this.process.regions.find(address) !== null
    return new FaultSignal({ kind: isMapped ? 'forbidden' : 'unmapped', access: 'execute', address, size: 1 })
  }

  /** A register as an unsigned number, as sizes and pointers are. */
  protected unsignedRegister(r: number): number {
    return this.isWide ? unsignedValue(lo[r]!, hi[r]!) : lo[r]! >>> 0
  }

  /** The address of the code word `index`. */
  addressOf(index: number): Address {
    return codeAddress(this.program, this.sections, index)
  }
}
