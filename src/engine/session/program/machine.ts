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
import type { WorldState } from '../../workload/c/host.ts'
import type { Program } from '../../workload/c/image.ts'
import { hostFunctions } from '../../workload/c/library/host/index.ts'
import { PROGRAM_PATH, programSizes, Vm } from '../../workload/c/vm/index.ts'
import type { History } from '../history.ts'
import { LiveBlocks } from '../live.ts'
import type { MovableMachine } from '../machine.ts'
import type { Ending, ProgramSource, Scenario } from '../scenario.ts'
import { processOptions } from '../setup.ts'
import { Calls } from './calls.ts'
import { endingOf } from './endings.ts'
import { FollowedHeap } from './followed.ts'
import type { Frame } from './frames.ts'
import { placedGlobals } from './globals.ts'
import { LabHeap } from './heap-calls.ts'
import type { Output } from './output.ts'
import { OWN_MALLOC } from './own-calls.ts'
import { newRecord, type Observer, type ProgramCheckpoint, type ProgramRecord } from './record.ts'
import type { Rows } from './rows.ts'
import { Statements } from './statements.ts'
import type { Knowledge, PlacedGlobal } from './surroundings.ts'

/**
 * Runs a compiled program on a process with an allocator. Its operations are the statements of the person's own code,
 * and the calls of the allocator and the kernel: `operation` is the next one to begin.
 */
export class ProgramMachine implements MovableMachine<ProgramCheckpoint>, Knowledge {
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
  /** Who watches; null in a replay. */
  readonly observer: Observer | null
  ending: Ending | null = null

  /** Whether the machine stands between two operations. */
  private isAtBoundary = false
  private readonly heap: Allocator
  private readonly calls: Calls
  private readonly heapCalls: LabHeap
  /** The operation that ran last, with its statement. */
  private last = { operation: -1, statement: -1 }

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
    this.process = new Process({
      ...processOptions(scenario),
      layout: program.model === 'ilp32' ? 'ilp32' : 'linux',
      name: PROGRAM_PATH,
      program: programSizes(program),
    })
    const stats = new HeapStats()
    this.context = { process: this.process, words: this.process.words, stats, observer: null }
    this.heap = createAllocator(scenario.allocator.id, this.context, scenario.allocator.options)
    this.calls = new Calls(this)
    this.heapCalls = new LabHeap(this, this.heap, this.calls, scenario.run.onMisuse === 'abort')
    this.observer = watch?.(this) ?? null
    this.vm = new Vm({
      program,
      checker: this.observer?.checker ?? null,
      process: this.process,
      hosts: hostFunctions.map((host) => this.calls.withRow(host)),
      options: {
        input: new TextEncoder().encode(source.input),
        inputEnds: source.inputEnds ?? false,
        isTerminal: source.output !== 'pipe',
      },
      heap: this.heapCalls,
      write: (stream, bytes) => this.written(stream, bytes),
      onHeapCall: {
        enter: (call) => this.observer?.ownBegins(call),
        leave: (call) => this.calls.ownEnds(call),
      },
    })
    this.globals = placedGlobals(program, this.vm.sections)
    this.hasOwnMalloc = program.functions.some(({ name, isLibrary }) => !isLibrary && OWN_MALLOC.has(name))
    this.allocator = this.hasOwnMalloc
      ? new FollowedHeap(this.process, this.history, () => this.row)
      : this.heap
  }

  /** Rows made so far. */
  get row(): number {
    return this.calls.row
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
    const lowest = this.lowestVariable()
    this.go(this.operation + 1, Number.POSITIVE_INFINITY)
    const { observer } = this.context
    if (observer === null) return
    const { statement } = this.last
    if (this.calls.text === null) {
      const text = this.statements.text(statement)
      const { stackFloor, stackTop } = this.process
      // Of a function that has returned, and of main, nothing is left that could be told of.
      const to = this.ending?.kind === 'exit' ? stackTop : Math.max(lowest, this.vm.sp)
      const calls = { from: stackFloor, to }
      observer({ kind: 'statement', text, where: this.statements.where(statement), calls })
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

  /** Bytes that the chosen allocator holds ready in a block that it has given, the requested ones among them. */
  usableSize(payload: Address): Bytes {
    return this.heap.usableSize(payload)
  }

  checkpoint(): ProgramCheckpoint {
    const copied = this.process.memory.dirtyPages * 4096
    const { operation, row } = this
    return { operation, row, process: this.process.snapshot(), vm: this.vm.snapshot(), pieces: [], copied }
  }

  restore(checkpoint: ProgramCheckpoint): void {
    this.process.restore(checkpoint.process)
    this.vm.restore(checkpoint.vm)
    this.calls.row = checkpoint.row
    this.ending = null
    this.last = { operation: -1, statement: -1 }
    this.calls.text = null
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
    return operation === this.last.operation ? this.calls.text : null
  }

  /** Where the variables of the running function begin on the stack. Below lie the frames of the calls that it makes. */
  private lowestVariable(): Address {
    const { vm } = this
    const frame = this.frames()[0]
    const locals = frame?.function.locals ?? []
    const isMovable = locals.some(
      ({ isVariableLength, isIndirect }) => isVariableLength || isIndirect === true,
    )
    const lowest = locals.reduce((low, { offset }) => Math.min(low, offset), 0)
    return isMovable ? vm.sp : vm.fp + lowest
  }

  private written(stream: 1 | 2, bytes: Uint8Array): void {
    if (this.world.written >= this.output.bytes) this.output.write(this.current, stream, bytes.slice())
  }

  private remember(): void {
    const { operation } = this
    this.last = { operation, statement: this.statementAt(operation) }
    this.calls.text = null
  }

  private go(operation: number, instructions: number): void {
    const { stopped } = this.record
    const left =
      stopped === null ? instructions : Math.min(instructions, stopped.instructions - this.instructions)
    const stop = this.vm.run(operation, left)
    this.isAtBoundary = stop.kind === 'event'
    this.ending = endingOf(this, stop, this.heapCalls.misuse)
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
