import {
  type Allocator,
  type AllocatorContext,
  createAllocator,
  HeapStats,
  type HeapView,
  type StepObserver,
} from '../../allocators/index.ts'
import { Process } from '../../kernel/index.ts'
import type { Address, Bytes } from '../../units.ts'
import type { Program } from '../../workload/c/bytecode.ts'
import {
  type HeapCalls,
  type HostCall,
  type HostFunction,
  KillSignal,
  type WorldState,
} from '../../workload/c/host.ts'
import { hostFunctions } from '../../workload/c/library/index.ts'
import {
  type Checker,
  type HeapCall,
  PROGRAM_PATH,
  programSizes,
  Vm,
  type VmSnapshot,
} from '../../workload/c/vm/index.ts'
import type { Checkpoint } from '../checkpoints.ts'
import { History } from '../history.ts'
import { LiveBlocks } from '../live.ts'
import type { MovableMachine } from '../machine.ts'
import type { Ending, ProgramSource, Scenario } from '../scenario.ts'
import { processOptions } from '../setup.ts'
import { callText } from './call-text.ts'
import { endingOf } from './endings.ts'
import { FollowedHeap } from './followed.ts'
import type { Frame } from './frames.ts'
import { placedGlobals } from './globals.ts'
import { misuseOf } from './misuse.ts'
import { Output } from './output.ts'
import { effectOf, OWN_MALLOC, PAYLOAD_CALLS } from './own-calls.ts'
import type { Report } from './reporter.ts'
import { CALL_NAMES, type CallName, Rows } from './rows.ts'
import { Statements } from './statements.ts'
import type { Knowledge, PlacedGlobal } from './surroundings.ts'

/** The state of a program before an operation. */
export interface ProgramCheckpoint extends Checkpoint {
  readonly vm: VmSnapshot
  /** Rows made so far. */
  readonly row: number
}

/** Who watches the first run of a program. */
export interface Observer {
  /** What the virtual machine asks about accesses. */
  readonly checker: Checker
  /** A call of the malloc family or of the kernel begins, with its arguments. */
  rowBegins(row: number, name: CallName, a: number, b: number): void
  /** It is over. `failed`: it was refused memory. */
  rowEnds(row: number, failed: boolean): void
  /** The program's own malloc, free or realloc begins. */
  ownBegins(call: HeapCall): void
  /** It has answered, as row `row`. `ended`: the block that it ended; -1 for none. */
  ownEnds(row: number, call: HeapCall, ended: number): void
  add(report: Report): void
}

/** What the first run writes down and a replay finds. */
export interface ProgramRecord {
  readonly history: History
  readonly rows: Rows
  readonly output: Output
  /** Where the lab stopped the program, and after how many instructions; null while it has not. */
  stopped: { readonly instructions: number; readonly ending: Ending } | null
}

/** A record that nothing has been written into. */
export function newRecord(): ProgramRecord {
  return { history: new History(0), rows: new Rows(), output: new Output(), stopped: null }
}

/**
 * Runs a compiled program on a process with an allocator. Its operations are the statements of the person's own code,
 * and the calls of the allocator and the kernel: `operation` is the next one to begin.
 */
export class ProgramMachine implements MovableMachine<ProgramCheckpoint>, HeapCalls, Knowledge {
  readonly process: Process
  readonly context: AllocatorContext
  readonly history: History
  readonly rows: Rows
  readonly output: Output
  readonly live: LiveBlocks
  readonly statements: Statements
  readonly globals: readonly PlacedGlobal[]
  readonly vm: Vm
  /** What the views show: the allocator, or the program's own heap as far as it can be followed. */
  readonly allocator: HeapView
  /** Whether the program brings its own malloc. */
  readonly hasOwnMalloc: boolean
  /** Rows made so far. */
  row = 0
  ending: Ending | null = null

  /** Whether the machine stands between two operations. */
  private isAtBoundary = false
  private readonly heap: Allocator
  private readonly observer: Observer | null
  private readonly abortOnMisuse: boolean
  /** Why the lab itself ended the program, if it did. */
  private misuse: string | null = null
  /** The operation that ran last, with its statement and the call it made. */
  private last: { operation: number; statement: number; call: string | null } = {
    operation: -1,
    statement: -1,
    call: null,
  }

  constructor(
    scenario: Scenario,
    source: ProgramSource,
    readonly program: Program,
    private readonly record: ProgramRecord = newRecord(),
    /** Makes the one who watches, once the process is there. */
    watch: ((machine: ProgramMachine) => Observer) | null = null,
  ) {
    this.history = record.history
    this.rows = record.rows
    this.output = record.output
    this.live = new LiveBlocks(this.history)
    this.statements = new Statements(source, program.lines)
    this.abortOnMisuse = scenario.run.onMisuse === 'abort'
    this.process = new Process({
      ...processOptions(scenario),
      layout: program.model === 'ilp32' ? 'ilp32' : 'linux',
      name: PROGRAM_PATH,
      program: programSizes(program),
    })
    const stats = new HeapStats()
    this.context = { process: this.process, words: this.process.words, stats, observer: null }
    this.heap = createAllocator(scenario.allocator.id, this.context, scenario.allocator.options)
    this.observer = watch?.(this) ?? null
    this.vm = new Vm({
      program,
      checker: this.observer?.checker ?? null,
      process: this.process,
      hosts: hostFunctions.map((host) => this.withRow(host)),
      options: {
        input: new TextEncoder().encode(source.input),
        inputEnds: source.inputEnds ?? false,
        isTerminal: source.output !== 'pipe',
      },
      heap: this,
      write: (stream, bytes) => this.written(stream, bytes),
      onHeapCall: {
        enter: (call) => this.observer?.ownBegins(call),
        leave: (call) => this.ownEnds(call),
      },
    })
    this.globals = placedGlobals(program, this.vm.sections)
    this.hasOwnMalloc = program.functions.some(({ name, isLibrary }) => !isLibrary && OWN_MALLOC.has(name))
    this.allocator = this.hasOwnMalloc
      ? new FollowedHeap(this.process, this.history, () => this.row)
      : this.heap
  }

  get operation(): number {
    return this.vm.begun
  }

  /** The operation that runs, or ran last. */
  get current(): number {
    return this.vm.begun - 1
  }

  get instructions(): number {
    return this.vm.instructions
  }

  /** The statement that runs: an index of the program's lines; -1 before the first. */
  get statement(): number {
    return this.vm.currentLine()
  }

  /** Whether a statement is about to begin; otherwise a call of the allocator or the kernel. */
  get isAtStatement(): boolean {
    return this.vm.upcomingLine() >= 0
  }

  get fp(): Address {
    return this.vm.fp
  }

  get world(): WorldState {
    return this.vm.state
  }

  /** The frames of the call stack, innermost first. */
  frames(): readonly Frame[] {
    return this.vm.frames().flatMap(({ function: index, fp, line }) => {
      const info = this.program.functions[index]
      return info === undefined ? [] : [{ function: info, fp, statement: line }]
    })
  }

  frameHolding(address: Address): Pick<Frame, 'function' | 'fp'> | null {
    const found = this.vm.frameHolding(address)
    const info = this.program.functions[found?.function ?? -1]
    return found === null || info === undefined ? null : { function: info, fp: found.fp }
  }

  libraryCall(): string | null {
    const frames = this.frames()
    const own = frames.findIndex(({ function: { isLibrary } }) => !isLibrary)
    return frames[own - 1]?.function.name ?? null
  }

  /** Lets the allocator prepare itself, and the library run up to the first statement. Once. */
  start(): void {
    this.heap.init()
    this.go(0, Number.POSITIVE_INFINITY)
  }

  execute(): void {
    this.remember()
    this.go(this.operation + 1, Number.POSITIVE_INFINITY)
    const { observer } = this.context
    if (observer === null) return
    const { statement, call } = this.last
    if (call === null) {
      const text = this.statements.text(statement)
      observer({ kind: 'statement', text, where: this.statements.where(statement) })
    }
    this.tellEnd(observer)
  }

  runTo(operation: number): void {
    if (operation > this.operation) this.go(operation, Number.POSITIVE_INFINITY)
  }

  /** Runs on for so many instructions. */
  runOn(instructions: number): void {
    this.go(Number.POSITIVE_INFINITY, instructions)
  }

  /** Goes on to the end of the operation that runs, if that comes within so many instructions. */
  completes(instructions: number): boolean {
    this.go(this.operation, instructions)
    return this.ending === null && this.isAtBoundary
  }

  /** Ends the run from outside. */
  stop(message: string): void {
    this.ending = { operation: this.current, kind: 'budget', message }
    this.record.stopped = { instructions: this.instructions, ending: this.ending }
  }

  checkpoint(): ProgramCheckpoint {
    const copied = this.process.memory.dirtyPages * 4096
    const { operation, row } = this
    return { operation, row, process: this.process.snapshot(), vm: this.vm.snapshot(), pieces: [], copied }
  }

  restore(checkpoint: ProgramCheckpoint): void {
    this.process.restore(checkpoint.process)
    this.vm.restore(checkpoint.vm)
    this.row = checkpoint.row
    this.ending = null
    this.last = { operation: -1, statement: -1, call: null }
    this.context.stats.reset()
    this.heap.invalidate()
  }

  /** The statement of an operation that the machine has just run or is about to: an index of the program's lines. */
  statementAt(operation: number): number {
    if (operation === this.last.operation) return this.last.statement
    const upcoming = this.vm.upcomingLine()
    return upcoming >= 0 ? upcoming : this.vm.currentLine()
  }

  /** The call that an operation makes, as C; null for a statement. Known once it has begun. */
  callAt(operation: number): string | null {
    return operation === this.last.operation ? this.last.call : null
  }

  // --- Calls of the malloc family ------------------------------------------------------------

  malloc(size: Bytes): Address {
    const row = this.begin('malloc', 0, size)
    return this.allocated(row, this.heap.malloc(size), size)
  }

  calloc(count: number, size: Bytes): Address {
    const row = this.begin('calloc', count, size)
    return this.allocated(row, this.heap.calloc(count, size), count * size)
  }

  memalign(alignment: Bytes, size: Bytes): Address {
    const row = this.begin('memalign', alignment, size)
    return this.allocated(row, this.heap.memalign(alignment, size), size)
  }

  realloc(payload: Address, size: Bytes): Address {
    const row = this.begin('realloc', payload, size)
    const old = this.given('realloc', payload)
    const moved = this.heap.realloc(payload, size)
    // realloc(p, 0) that answers NULL without an error has freed the block.
    if (old >= 0 && (moved !== 0 || (size === 0 && this.process.errno === 0))) this.history.ended(row, old)
    return this.allocated(row, moved, size)
  }

  free(payload: Address): void {
    const row = this.begin('free', payload, 0)
    const old = this.given('free', payload)
    this.heap.free(payload)
    if (old >= 0) this.history.ended(row, old)
    this.answered('nothing', 0)
    this.end(row, false)
  }

  usableSize(payload: Address): Bytes {
    const row = this.begin('malloc_usable_size', payload, 0)
    const size = this.heap.usableSize(payload)
    this.answered('number', size)
    this.end(row, false)
    return size
  }

  trim(pad: Bytes): number {
    const row = this.begin('malloc_trim', pad, 0)
    const trimmed = this.heap.trim?.(pad) ?? 0
    this.answered('number', trimmed)
    this.end(row, false)
    return trimmed
  }

  private allocated(row: number, payload: Address, size: Bytes): Address {
    if (payload !== 0) this.history.allocated(row, payload, size)
    this.answered('pointer', payload)
    this.end(row, payload === 0 && this.process.errno !== 0)
    return payload
  }

  /** The live block that a pointer given to `call` begins; -1 for none, which is reported. */
  private given(call: string, payload: Address): number {
    const wrong = misuseOf(this, call, payload)
    if (wrong === null) return payload === 0 ? -1 : this.live.startingAt(payload, this.row - 1)
    this.observer?.add(wrong)
    if (this.abortOnMisuse) {
      this.misuse = wrong.message
      throw new KillSignal('SIGABRT', wrong.message)
    }
    this.heap.invalidate()
    return -1
  }

  private answered(what: 'pointer' | 'number' | 'nothing', value: number): void {
    this.context.observer?.({ kind: 'return', what, value, errno: this.process.errno, filled: 0 })
  }

  private begin(name: CallName, a: number, b: number, caller = this.caller()): number {
    const row = this.row++
    this.context.stats.probes = 0
    this.process.errno = 0
    this.history.reserve(row)
    this.rows.put(row, this.current, name, a, b, caller)
    this.last.call = callText(name, a, b)
    this.observer?.rowBegins(row, name, a, b)
    return row
  }

  /** The statement that a call is made for; -1 if the library makes it for itself (a buffer of stdio). */
  private caller(): number {
    if (!this.vm.isInLibrary()) return this.statement
    const frames = this.frames()
    const own = frames.findIndex(({ function: { isLibrary } }) => !isLibrary)
    const library = frames.slice(0, own < 0 ? frames.length : own)
    return library.some((frame) => GIVES_BLOCKS.has(frame.function.name)) ? this.statement : -1
  }

  private end(row: number, failed: boolean): void {
    this.observer?.rowEnds(row, failed)
  }

  // --- The kernel, the program's own malloc, the outside ---------------------------------------

  /** A system call that the program makes gets a row, too; the malloc family makes its own. */
  private withRow(host: HostFunction): HostFunction {
    const name = host.name.replace(/^__/, '') as CallName
    if (!host.isOperation || !KERNEL_CALLS.has(name)) return host
    const run = (call: HostCall) => {
      const [a, b] =
        name === 'mem_sbrk' || name === 'sbrk' ? [call.long(0), 0] : [call.pointer(0), call.size(1)]
      const row = this.begin(name, a, b)
      host.run(call)
      this.answered('nothing', 0)
      this.end(row, this.process.errno !== 0)
    }
    return { ...host, run }
  }

  /** The program's own malloc, free … is over: a row of its own, at the moment of the answer. */
  private ownEnds(call: HeapCall): void {
    const name = call.name as CallName
    const { ended, payload, size } = effectOf(this, call)
    const [a = 0, b = 0] = name === 'malloc' ? [0, ...call.arguments] : call.arguments
    const caller = this.frames()[1]?.statement ?? -1
    const row = this.begin(name, a, b, caller)
    if (ended >= 0) this.history.ended(row, ended)
    if (payload !== 0) this.history.allocated(row, payload, size)
    this.answered(PAYLOAD_CALLS.has(name) ? 'pointer' : 'nothing', payload)
    this.observer?.ownEnds(row, call, ended)
    this.end(row, payload === 0 && PAYLOAD_CALLS.has(name) && name !== 'realloc')
  }

  private written(stream: 1 | 2, bytes: Uint8Array): void {
    if (this.world.written >= this.output.bytes) this.output.write(this.current, stream, bytes.slice())
  }

  private remember(): void {
    const { operation } = this
    this.last = { operation, statement: this.statementAt(operation), call: null }
  }

  private go(operation: number, instructions: number): void {
    const { stopped } = this.record
    const left =
      stopped === null ? instructions : Math.min(instructions, stopped.instructions - this.instructions)
    const stop = this.vm.run(operation, left)
    this.isAtBoundary = stop.kind === 'event'
    this.ending = endingOf(this, stop, this.misuse)
    // What the lab stopped in the middle of an operation it stops there again.
    if (stopped !== null && stop.kind === 'budget' && this.instructions >= stopped.instructions) {
      this.ending = stopped.ending
    }
  }

  private tellEnd(observer: StepObserver): void {
    if (this.ending === null) return
    const { kind, message } = this.ending
    const how = kind === 'fault' || kind === 'budget' || kind === 'misuse' ? kind : 'abort'
    if (kind !== 'exit' && kind !== 'input') observer({ kind: 'end', how, message })
  }
}

/** Functions of the library that call malloc for their caller. */
const GIVES_BLOCKS: ReadonlySet<string> = new Set([
  'strdup',
  'strndup',
  'asprintf',
  'vasprintf',
  'getline',
  'getdelim',
  'aligned_alloc',
  'posix_memalign',
  'valloc',
  'pvalloc',
  'reallocarray',
])

/** System calls of which each is a row. */
const KERNEL_CALLS: ReadonlySet<string> = new Set(CALL_NAMES.slice(CALL_NAMES.indexOf('sbrk')))
