import { ProcessAbort } from '../../../allocators/allocator.ts'
import { BudgetSignal } from '../../../allocators/stats.ts'
import type { Process } from '../../../kernel/index.ts'
import { type Fault, FaultSignal, type Memory } from '../../../memory/index.ts'
import { type Address, type Bytes, TWO_32 } from '../../../units.ts'
import { OP, type Program, type Sections } from '../bytecode.ts'
import { ExitSignal, type HostFunction, InputWait, KillSignal, type WorldState } from '../host.ts'
import type { Checker } from './checker.ts'
import { FrameShadows } from './frame-shadows.ts'
import { type CallFrame, callFrames, frameHolding } from './frames.ts'
import { RegisterCall, type World } from './host-call.ts'
import { signedValue, unsignedValue } from './int64.ts'
import { LineTable } from './lines.ts'
import { FUNCTION, globalAddress, HOST_STUB, type Loaded, load, RETURN_SITE } from './loader.ts'
import { AT_EVENT, execute } from './loop.ts'
import { EVENTS, FP, float, frame, hi, INSTRUCTIONS, left, lo, NO_CALL, PENDING, SP } from './registers.ts'
import { CODE_WORD, codeAddress } from './sections.ts'
import { ALL, GUARDED, USABLE, WRITTEN } from './shadow.ts'
import { type VmWindow, vmWindow } from './windows.ts'

/**
 * Why a run stopped.
 * - `event`: right before the instruction that begins event `untilEvent`.
 * - `budget`: the instructions it was given are used up; running again goes on.
 * - `input`: a host function waits for more input; running again makes the call again.
 * - `exited`, `killed`: the program is over. `fault`: the access that a SIGSEGV is for.
 * - `search`: the allocator has looked at so many chunks that it will hardly end.
 */
export type Stop =
  | { readonly kind: 'event' | 'budget' | 'input' }
  | { readonly kind: 'exited'; readonly status: number }
  | {
      readonly kind: 'killed'
      readonly signal: string
      readonly message: string
      readonly fault: Fault | null
      /** The address of the fault as 64 bits: `fault.address` is only near it where no memory can be. */
      readonly address: bigint
    }
  | { readonly kind: 'search'; readonly probes: number }

/** A call of the program's own malloc, free … that is under way or over. Sizes and pointers are unsigned numbers. */
export interface HeapCall {
  /** Index into `functions`. */
  readonly function: number
  /** `malloc`, also where the program calls it `mm_malloc`. */
  readonly name: string
  readonly arguments: readonly number[]
  /** What it has answered; null while it is under way. */
  readonly result: number | null
}

/** Told of the outermost calls of the program's own malloc family. */
export interface HeapCallListener {
  enter(call: HeapCall): void
  leave(call: HeapCall): void
}

/** All of a machine that is not in the process. Immutable. */
export interface VmSnapshot {
  readonly lo: Int32Array
  readonly hi: Int32Array
  readonly float: Float64Array
  readonly frame: Float64Array
  readonly pc: number
  readonly events: number
  readonly instructions: number
  readonly pending: HeapCall | null
  readonly state: WorldState
  readonly ending: Stop | null
}

export interface VmOptions extends World {
  readonly program: Program
  /** Made for the program's sizes (programSizes), and fresh: the program is loaded into it. */
  readonly process: Process
  /** Host functions by name are looked up here. One that is missing ends the program when it is called. */
  readonly hosts: readonly HostFunction[]
  readonly files?: ReadonlyMap<string, Uint8Array>
  readonly checker?: Checker | null
  readonly onHeapCall?: HeapCallListener | null
}

/** The machine whose registers are in the module's now. */
let resident: Vm | null = null

const EVENT: Stop = { kind: 'event' }
const BUDGET: Stop = { kind: 'budget' }

/** Instructions after which the loop is entered anew, so that V8 can put its optimised code in place. */
const SLICE = 2 ** 21
const MOST_EVENTS = 2 ** 30

/** Names whose calls are reported when the program defines them. */
const FAMILY = [
  'malloc',
  'calloc',
  'realloc',
  'free',
  'memalign',
  'aligned_alloc',
  'posix_memalign',
  'malloc_usable_size',
]

/**
 * The machine that runs a loaded program. Its state is the process, the registers, two counters, the call of the
 * program's malloc that is under way, and `state`, what the world outside looks like; a snapshot keeps all but the
 * process, which is kept beside it.
 */
export class Vm {
  readonly program: Program
  readonly process: Process
  readonly sections: Sections
  /** The next instruction, or the one that ended the program, as an index into the code. */
  pc: number
  /** Steps begun when the machine was last at rest; see `begun`. */
  events = 0
  /** Instructions executed so far. */
  instructions = 0
  /** Told of the program's own malloc family. */
  onHeapCall: HeapCallListener | null
  /** How the program ended; null while it can go on. */
  ending: Stop | null = null

  // --- For the dispatch loop and its helpers -------------------------------------------------
  readonly memory: Memory
  readonly code: Int32Array
  readonly targets: Uint8Array
  /** Entries of the functions. */
  readonly entries: Int32Array
  /** By index of the code: 1 where a function of the malloc family begins. */
  readonly heapKinds: Uint8Array
  /** By host function: 1 if a call of it is an event. */
  readonly operations: Uint8Array
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

  private readonly lo = new Int32Array(lo.length)
  private readonly hi = new Int32Array(hi.length)
  private readonly float = new Float64Array(float.length)
  private readonly frame = new Float64Array(frame.length)
  private pending: HeapCall | null = null
  /** Events that the slice under way may begin. */
  private given = 0
  private windowsSeen = -1
  private readonly entrySp: Address
  private readonly hosts: readonly (HostFunction | null)[]
  private readonly call: RegisterCall
  private readonly lines: LineTable
  private readonly frameShadows: FrameShadows

  /** Loads the program and stands before its first instruction. */
  constructor(options: VmOptions) {
    const { program, process } = options
    const loaded = load(program, process)
    const { sections, entry } = loaded
    this.program = program
    this.process = process
    this.sections = sections
    this.entrySp = entry.sp
    this.memory = process.memory
    this.onHeapCall = options.onHeapCall ?? null
    this.code = loaded.code
    this.targets = loaded.targets
    this.entries = Int32Array.from(program.functions, (each) => each.entry)
    this.isWide = program.model === 'lp64'
    this.libraryStart = program.libraryStart
    this.textBase = sections.text
    this.libraryBase = sections.libraryText - program.libraryStart * CODE_WORD
    this.checker = options.checker ?? null
    this.heapWindow = vmWindow(this.memory.flatWindow())
    this.stackWindow = vmWindow(this.memory.flatStack())
    const byName = new Map(options.hosts.map((host) => [host.name, host]))
    this.hosts = program.hosts.map((name) => byName.get(name) ?? null)
    this.operations = Uint8Array.from(this.hosts, (host) => (host?.isOperation === true ? 1 : 0))
    this.heapKinds = familyEntries(program)
    this.lines = new LineTable(program)
    this.frameShadows = new FrameShadows(this.checker === null ? [] : program.functions)
    const state = { inputRead: 0, written: 0, files: options.files ?? new Map(), descriptors: [] }
    this.call = new RegisterCall(process, program.model, options, state, errnoAddress(loaded))
    this.call.checks = this.checker?.host ?? null
    this.pc = program.entry
    this.begin(entry.sp, [entry.argc, entry.argv, entry.envp])
  }

  /** What the program has seen and made of the outside so far. */
  get state(): WorldState {
    return this.call.state
  }

  /** Steps begun so far, also while the machine runs. */
  get begun(): number {
    return this.given === 0 ? this.events : this.events + this.given - left[EVENTS]!
  }

  get sp(): Address {
    return resident === this ? frame[SP]! : this.frame[SP]!
  }

  /** What the function that has returned last has answered, as a pointer or a long. */
  get answer(): number {
    return this.isWide ? signedValue(lo[0]!, hi[0]!) : lo[0]! >>> 0
  }

  get fp(): Address {
    return resident === this ? frame[FP]! : this.frame[FP]!
  }

  /** The call of the program's own malloc family that is under way. */
  get heapCall(): HeapCall | null {
    return this.pending
  }

  /** Index into `program.lines` of the step that was begun last in the innermost frame of the person's own code; -1 before the first. */
  currentLine(): number {
    const line = this.lines.lineAt(this.pc)
    return line >= 0 ? line : (this.frames().find((each) => each.line >= 0)?.line ?? -1)
  }

  /** The step that the next instruction begins: an index into `program.lines`, or -1 if it is no LINE. */
  upcomingLine(): number {
    return (this.code[this.pc]! & 0xff) === OP.LINE ? this.code[this.pc + 1]! : -1
  }

  /** Whether the next instruction is one of the library's. */
  isInLibrary(): boolean {
    return this.pc >= this.libraryStart
  }

  /** The frames, innermost first; at most `most`. A chain that the program has broken ends early. */
  frames(most = 1000): readonly CallFrame[] {
    return callFrames(this, this.lines, most)
  }

  /** The frame that holds an address of the stack: its function and fp. Null if none does. */
  frameHolding(address: Address): ReturnType<typeof frameHolding> {
    return frameHolding(this, this.lines, address)
  }

  /** A register's integer halves and its double, for tests and the curious. */
  register(r: number): { readonly low: number; readonly high: number; readonly double: number } {
    this.leaveRegisters()
    return { low: this.lo[r]!, high: this.hi[r]!, double: this.float[r]! }
  }

  /** Runs until right before event `untilEvent` (counted from 0), or for `budget` instructions, or to the end. */
  run(untilEvent: number, budget: number): Stop {
    if (this.ending !== null) return this.ending
    this.enterRegisters()
    let rest = budget
    for (;;) {
      const slice = Math.min(SLICE, rest)
      const stop = this.runSlice(untilEvent, slice)
      rest -= slice - left[INSTRUCTIONS]!
      if (stop !== null) return stop
      if (rest <= 0) return BUDGET
    }
  }

  /** Runs for at most `slice` instructions; null when the program can go on. What is no signal of simulated code is thrown on. */
  private runSlice(untilEvent: number, slice: number): Stop | null {
    const events = Math.max(0, Math.min(MOST_EVENTS, untilEvent - this.events))
    left[INSTRUCTIONS] = slice
    left[EVENTS] = events
    this.given = events
    try {
      const isAtEvent = execute(this) === AT_EVENT && this.events + events >= untilEvent
      return isAtEvent ? EVENT : null
    } catch (signal) {
      const stop = this.stopOf(signal)
      if (stop.kind !== 'input') this.ending = stop
      return stop
    } finally {
      this.instructions += slice - left[INSTRUCTIONS]!
      this.events += events - left[EVENTS]!
      this.given = 0
    }
  }

  /** Why a signal of simulated code stops the run. Anything else is thrown on. */
  private stopOf(signal: unknown): Stop {
    if (signal instanceof FaultSignal) return this.segmentation(signal.fault)
    if (signal instanceof ExitSignal) return { kind: 'exited', status: signal.status }
    if (signal instanceof KillSignal) {
      return { kind: 'killed', signal: signal.signal, message: signal.message, fault: null, address: 0n }
    }
    if (signal instanceof ProcessAbort) {
      return { kind: 'killed', signal: 'SIGABRT', message: signal.message, fault: null, address: 0n }
    }
    if (signal instanceof BudgetSignal) return { kind: 'search', probes: signal.probes }
    if (!(signal instanceof InputWait)) throw signal
    // The call is made again, so neither it nor its event has been.
    left[INSTRUCTIONS] = left[INSTRUCTIONS]! + 1
    if (this.operations[this.hostAt(this.pc)] === 1) left[EVENTS] = left[EVENTS]! + 1
    return { kind: 'input' }
  }

  private segmentation(fault: Fault): Stop {
    return {
      kind: 'killed',
      signal: 'SIGSEGV',
      message: 'Segmentation fault',
      fault,
      address: this.faultAddress(fault),
    }
  }

  /** The exact address of a fault. A pointer full of text has more bits than a number holds. */
  private faultAddress({ address }: Fault): bigint {
    const instruction = this.code[this.pc]!
    const op = instruction & 0xff
    const isAccess = op >= OP.LD_S8 && op <= OP.ST_F64
    if (Number.isSafeInteger(address) || !isAccess) return BigInt.asUintN(64, BigInt(Math.trunc(address)))
    const b = (instruction >>> 16) & 0xff
    const base = (BigInt(hi[b]!) << 32n) | BigInt(lo[b]! >>> 0)
    return BigInt.asUintN(64, base + BigInt(this.code[this.pc + 1]!))
  }

  /** The host function that the HOST or CALLR at `pc` calls. */
  private hostAt(pc: number): number {
    const instruction = this.code[pc]!
    if ((instruction & 0xff) === OP.HOST) return this.code[pc + 1]!
    const a = (instruction >>> 8) & 0xff
    return this.code[this.callTarget(lo[a]!, hi[a]!) + 1]!
  }

  snapshot(): VmSnapshot {
    this.leaveRegisters()
    return {
      lo: this.lo.slice(),
      hi: this.hi.slice(),
      float: this.float.slice(),
      frame: this.frame.slice(),
      pc: this.pc,
      events: this.events,
      instructions: this.instructions,
      pending: this.pending,
      state: this.call.state,
      ending: this.ending,
    }
  }

  /** Goes back to a snapshot; the process is restored beside it. */
  restore(snapshot: VmSnapshot): void {
    this.leaveRegisters()
    this.lo.set(snapshot.lo)
    this.hi.set(snapshot.hi)
    this.float.set(snapshot.float)
    this.frame.set(snapshot.frame)
    this.pc = snapshot.pc
    this.events = snapshot.events
    this.instructions = snapshot.instructions
    this.pending = snapshot.pending
    this.call.state = snapshot.state
    this.ending = snapshot.ending
  }

  private begin(sp: Address, args: readonly number[]): void {
    args.forEach((value, index) => {
      this.lo[index] = value
      this.hi[index] = Math.floor(value / TWO_32)
    })
    this.frame[PENDING] = NO_CALL
    this.frame[FP] = 0
    // Nobody has called: the return address is 0.
    this.frame[SP] = sp - (this.isWide ? 8 : 4)
    this.memory.poke(this.frame[SP]!, new Uint8Array(8).subarray(0, this.isWide ? 8 : 4))
    if (this.checker === null) return
    const { shadow } = this.checker
    shadow.grow()
    shadow.mark(sp, this.process.stackTop - sp, ALL)
  }

  /** Puts this machine's registers into the module's, if they are not there. Many runs are short, so they stay. */
  private enterRegisters(): void {
    if (resident === this) return
    resident?.leaveRegisters()
    lo.set(this.lo)
    hi.set(this.hi)
    float.set(this.float)
    frame.set(this.frame)
    resident = this
  }

  /** Takes them back, if they are there. */
  private leaveRegisters(): void {
    if (resident !== this) return
    this.lo.set(lo)
    this.hi.set(hi)
    this.float.set(float)
    this.frame.set(frame)
    resident = null
  }

  // --- What the loop asks for ----------------------------------------------------------------

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

  private popAt(address: Address): number {
    if (!this.isWide) return this.process.words.load32(address)
    const low = this.memory.load64Low(address)
    if (low < 0) throw new FaultSignal(this.memory.fault!)
    return this.memory.highHalf * TWO_32 + low
  }

  /** A RET whose stack or target is not the usual one. */
  returnSlow(): number {
    const word = this.isWide ? 8 : 4
    const callee = frame[FP]!
    const saved = this.popAt(callee)
    const address = this.popAt(callee + word)
    const target = this.indexOf(address)
    if (target < 0 || (this.targets[target]! & RETURN_SITE) === 0) {
      if (address === 0 && callee + word === this.entrySp - word) throw new ExitSignal(lo[0]! & 0xff)
      throw this.badJump(address)
    }
    if (this.checker !== null) this.frameEnds()
    if (callee + word === frame[PENDING]!) this.heapCallEnds()
    frame[SP] = callee + 2 * word
    frame[FP] = saved
    return target
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

  private badJump(address: Address): FaultSignal {
    const isMapped = this.process.regions.find(address) !== null
    return new FaultSignal({ kind: isMapped ? 'forbidden' : 'unmapped', access: 'execute', address, size: 1 })
  }

  /** Runs a host function with its arguments in r[b] and up. */
  callHost(index: number, b: number): void {
    const host = this.hosts[index]
    if (host === null || host === undefined) {
      throw new KillSignal('SIGILL', `the library has no function ${this.program.hosts[index]}`)
    }
    this.call.first = b
    host.run(this.call)
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

  private unsignedRegister(r: number): number {
    return this.isWide ? unsignedValue(lo[r]!, hi[r]!) : lo[r]! >>> 0
  }

  // --- For the checker -----------------------------------------------------------------------

  /** Asks the checker about a load that is not plainly right. */
  checkLoad(address: Address, size: Bytes): void {
    const checker = this.checker!
    if (checker.shadow.has(address, size, ALL) || this.isGuarded(address, size, false)) return
    if (this.isTrusted(address) || checker.shadow.has(address, size, GUARDED | WRITTEN)) return
    checker.load(address, size)
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

  /** The address of the code word `index`. */
  addressOf(index: number): Address {
    return codeAddress(this.program, this.sections, index)
  }
}

/** Where functions of the malloc family begin; malloc lab's mm_ names count when the program has no plain one. */
function familyEntries(program: Program): Uint8Array {
  const marks = new Uint8Array(program.code.length)
  const own = program.functions.filter((each) => !each.isLibrary && each.entry >= 0 && each.end > each.entry)
  for (const name of FAMILY) {
    const found = own.find((each) => each.name === name) ?? own.find((each) => each.name === `mm_${name}`)
    if (found !== undefined) marks[found.entry] = 1
  }
  return marks
}

function errnoAddress({ program, sections }: Loaded): Address | null {
  const index = program.globals.findIndex(({ name, isLibrary }) => isLibrary && name === '__libc_errno')
  return index < 0 ? null : globalAddress(program, sections, index)
}
