import type { Process } from '../../../kernel/index.ts'
import { type Address, TWO_32 } from '../../../units.ts'
import { OP } from '../bytecode.ts'
import { ExitSignal, type HostFunction, KillSignal, type WorldState } from '../host.ts'
import type { Program } from '../image.ts'
import type { Checker } from './checker.ts'
import { type CallFrame, callFrames, frameHolding } from './frames.ts'
import type { HeapCall, HeapCallListener } from './heap-calls.ts'
import { RegisterCall, type World } from './host-call.ts'
import { signedValue } from './int64.ts'
import { FUNCTION, globalAddress, type Loaded, load, RETURN_SITE } from './loader.ts'
import { AT_EVENT, execute } from './loop.ts'
import { RegisterBank, type RegisterCopy } from './register-bank.ts'
import { EVENTS, FP, frame, hi, INSTRUCTIONS, left, lo, NO_CALL, PENDING, SP } from './registers.ts'
import { ALL } from './shadow.ts'
import { type Stop, stopOf } from './stops.ts'
import { WatchedCore } from './watched.ts'

/** All of a machine that is not in the process. Immutable. */
export interface VmSnapshot extends RegisterCopy {
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

const EVENT: Stop = { kind: 'event' }
const BUDGET: Stop = { kind: 'budget' }

/** Instructions after which the loop is entered anew, so that V8 can put its optimised code in place. */
const SLICE = 2 ** 21
const MOST_EVENTS = 2 ** 30

/**
 * The machine that runs a loaded program. Its state is the process, the registers, two counters, the call of the
 * program's malloc that is under way, and `state`, what the world outside looks like; a snapshot keeps all but the
 * process, which is kept beside it.
 */
export class Vm extends WatchedCore {
  /** Steps begun when the machine was last at rest; see `begun`. */
  events = 0
  /** Instructions executed so far. */
  instructions = 0
  /** How the program ended; null while it can go on. */
  ending: Stop | null = null
  /** Entries of the functions. */
  readonly entries: Int32Array
  /** By host function: 1 if a call of it is an event. */
  readonly operations: Uint8Array
  private readonly bank = new RegisterBank()
  /** Events that the slice under way may begin. */
  private given = 0
  private readonly entrySp: Address
  private readonly hosts: readonly (HostFunction | null)[]
  private readonly call: RegisterCall

  /** Loads the program and stands before its first instruction. */
  constructor(options: VmOptions) {
    const { program, process } = options
    const loaded = load(program, process)
    super(loaded, options.checker ?? null, options.onHeapCall ?? null)
    const { entry } = loaded
    this.entrySp = entry.sp
    this.entries = Int32Array.from(program.functions, (each) => each.entry)
    const byName = new Map(options.hosts.map((host) => [host.name, host]))
    this.hosts = program.hosts.map((name) => byName.get(name) ?? null)
    this.operations = Uint8Array.from(this.hosts, (host) => (host?.isOperation === true ? 1 : 0))
    const state = { inputRead: 0, written: 0, files: options.files ?? new Map(), descriptors: [] }
    this.call = new RegisterCall(process, program.model, options, state, errnoAddress(loaded))
    this.call.checks = this.checker?.host ?? null
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
    return this.bank.frameRegister(SP)
  }

  /** What the function that has returned last has answered, as a pointer or a long. */
  get answer(): number {
    return this.isWide ? signedValue(lo[0]!, hi[0]!) : lo[0]! >>> 0
  }

  get fp(): Address {
    return this.bank.frameRegister(FP)
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
    const { lo, hi, float } = this.bank.atRest()
    return { low: lo[r]!, high: hi[r]!, double: float[r]! }
  }

  /** Runs until right before event `untilEvent` (counted from 0), or for `budget` instructions, or to the end. */
  run(untilEvent: number, budget: number): Stop {
    if (this.ending !== null) return this.ending
    this.bank.enter()
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
      const stop = stopOf(this, signal)
      if (stop.kind === 'input') this.takeBackCall()
      else this.ending = stop
      return stop
    } finally {
      this.instructions += slice - left[INSTRUCTIONS]!
      this.events += events - left[EVENTS]!
      this.given = 0
    }
  }

  /** A call that waits for input is made again, so neither it nor its event has been. */
  private takeBackCall(): void {
    left[INSTRUCTIONS] = left[INSTRUCTIONS]! + 1
    if (this.operations[this.hostAt(this.pc)] === 1) left[EVENTS] = left[EVENTS]! + 1
  }

  /** The host function that the HOST or CALLR at `pc` calls. */
  private hostAt(pc: number): number {
    const instruction = this.code[pc]!
    if ((instruction & 0xff) === OP.HOST) return this.code[pc + 1]!
    const a = (instruction >>> 8) & 0xff
    return this.code[this.callTarget(lo[a]!, hi[a]!) + 1]!
  }

  snapshot(): VmSnapshot {
    return {
      ...this.bank.copy(),
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
    this.bank.restore(snapshot)
    this.pc = snapshot.pc
    this.events = snapshot.events
    this.instructions = snapshot.instructions
    this.pending = snapshot.pending
    this.call.state = snapshot.state
    this.ending = snapshot.ending
  }

  private begin(sp: Address, args: readonly number[]): void {
    const { lo, hi, frame } = this.bank.atRest()
    args.forEach((value, index) => {
      lo[index] = value
      hi[index] = Math.floor(value / TWO_32)
    })
    frame[PENDING] = NO_CALL
    frame[FP] = 0
    // Nobody has called: the return address is 0.
    const word = this.isWide ? 8 : 4
    frame[SP] = sp - word
    this.memory.poke(sp - word, new Uint8Array(word))
    if (this.checker === null) return
    const { shadow } = this.checker
    shadow.grow()
    shadow.mark(sp, this.process.stackTop - sp, ALL)
  }

  // --- What the loop asks for ----------------------------------------------------------------

  /** A RET whose stack or target is not the usual one. */
  returnSlow(): number {
    const word = this.isWide ? 8 : 4
    const callee = frame[FP]!
    const saved = this.popAt(callee)
    const address = this.popAt(callee + word)
    const target = this.indexOf(address)
    if (target < 0 || (this.targets[target]! & (RETURN_SITE | FUNCTION)) === 0) {
      if (address === 0 && callee + word === this.entrySp - word) throw new ExitSignal(lo[0]! & 0xff)
      throw this.badJump(address)
    }
    if (this.checker !== null) this.frameEnds()
    if (callee + word === frame[PENDING]!) this.heapCallEnds()
    frame[SP] = callee + 2 * word
    frame[FP] = saved
    return target
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
}

function errnoAddress({ program, sections }: Loaded): Address | null {
  const index = program.globals.findIndex(({ name, isLibrary }) => isLibrary && name === '__libc_errno')
  return index < 0 ? null : globalAddress(program, sections, index)
}
