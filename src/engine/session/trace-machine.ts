import {
  type Allocator,
  type AllocatorContext,
  BudgetSignal,
  createAllocator,
  HeapStats,
  ProcessAbort,
} from '../allocators/index.ts'
import { Process } from '../kernel/index.ts'
import { FaultSignal } from '../memory/index.ts'
import { type Address, type Bytes, PAGE_SIZE } from '../units.ts'
import type { Trace } from '../workload/trace.ts'
import * as op from '../workload/trace.ts'
import type { Checkpoint } from './checkpoints.ts'
import { type Finding, faultSentence } from './findings.ts'
import { History } from './history.ts'
import { LiveBlocks } from './live.ts'
import type { MovableMachine } from './machine.ts'
import { freeOfFreed, misuseBefore } from './misuse.ts'
import { DEFAULT_FILL, type Ending, type Scenario } from './scenario.ts'
import { processOptions } from './setup.ts'
import { Slots } from './slots.ts'

/** What kind of answer an operation gave: see `TraceMachine.answer`. */
export type AnswerKind = 'pointer' | 'number' | 'bytes' | 'nothing'

/**
 * Runs the operations of a trace on a process with an allocator, one after another. Its state is the process, the
 * slots and the number of the next operation; all three can be put back to a checkpoint.
 */
export class TraceMachine implements MovableMachine<Checkpoint> {
  readonly process: Process
  readonly context: AllocatorContext
  readonly allocator: Allocator
  /** The next operation to run. */
  operation = 0
  /** Where the process ended, if it did. No further operation runs then. */
  ending: Ending | null = null

  /** What the last operation answered: a pointer or number in `answer`, bytes in `answerBytes`. */
  answerKind: AnswerKind = 'nothing'
  answer = 0
  answerBytes: Uint8Array = new Uint8Array(0)
  /** errno that the last operation set; 0 if it set none. */
  errno = 0

  private readonly slots: Slots
  private readonly live: LiveBlocks
  private readonly fill: Bytes
  private readonly abortOnMisuse: boolean

  /** `history` is shared by the machine that runs a scenario first and those that replay it. */
  constructor(
    scenario: Scenario,
    readonly trace: Trace,
    readonly history: History = new History(trace.length),
    private readonly onFinding: (finding: Finding) => void = () => {},
  ) {
    this.process = new Process(processOptions(scenario))
    const stats = new HeapStats()
    this.context = { process: this.process, words: this.process.words, stats, observer: null }
    this.allocator = createAllocator(scenario.allocator.id, this.context, scenario.allocator.options)
    this.slots = new Slots(trace.ids)
    this.live = new LiveBlocks(history)
    const fill = scenario.run.fill ?? DEFAULT_FILL
    this.fill = fill < 0 ? Number.POSITIVE_INFINITY : fill
    this.abortOnMisuse = scenario.run.onMisuse === 'abort'
  }

  /** Lets the allocator prepare itself, as before main. Once, before the first operation. */
  start(): void {
    try {
      if (this.allocator.init()) return
      this.ending = { operation: 0, kind: 'init', message: 'The allocator got no memory to begin with.' }
    } catch (signal) {
      this.caught(signal)
    }
  }

  /** Whether there is nothing more to run. */
  get finished(): boolean {
    return this.ending !== null || this.operation >= this.trace.length
  }

  /**
   * Runs one operation. A fault, an abort or a used-up budget becomes `ending`; only a signal that an observer
   * throws (to stop in the middle) comes through.
   */
  execute(): void {
    const current = this.operation
    this.context.stats.probes = 0
    this.process.errno = 0
    this.answerBytes = EMPTY
    // Once the program has broken the rules, any of its stores may have changed a tag.
    if (current >= this.history.taintedFrom) this.allocator.invalidate()
    try {
      if (!this.misused(current)) this.perform(current)
    } catch (signal) {
      this.caught(signal)
    }
    this.errno = this.process.errno
    this.operation = current + 1
  }

  runTo(operation: number): void {
    while (this.operation < operation && this.ending === null) this.execute()
  }

  checkpoint(): Checkpoint {
    const copied = this.process.memory.dirtyPages * PAGE_SIZE + this.slots.dirtyBytes
    return {
      operation: this.operation,
      process: this.process.snapshot(),
      pieces: this.slots.snapshot(),
      copied,
    }
  }

  restore(checkpoint: Checkpoint): void {
    this.process.restore(checkpoint.process)
    this.slots.restore(checkpoint.pieces)
    this.operation = checkpoint.operation
    this.ending = null
    this.context.stats.reset()
    this.allocator.invalidate()
  }

  /** The pointer that `id` holds now; 0 is NULL. */
  pointer(id: number): Address {
    const slot = this.slots.get(id)
    return slot <= 0 ? 0 : this.history.address[slot - 1]!
  }

  /** The live block (the operation that allocated it) holding `address` before operation `now`; -1 if none. */
  blockAt(address: Address, now = this.operation): number {
    return this.live.at(address, now)
  }

  /** The live block whose payload begins at `address` before operation `now`; -1 if none. */
  blockStarting(address: Address, now = this.operation): number {
    return this.live.startingAt(address, now)
  }

  private misused(current: number): boolean {
    const kind = this.trace.kind[current]!
    if (kind < op.REALLOC || kind === op.MEMALIGN) return false
    const slot = this.slots.get(this.trace.id[current]!)
    if (slot === 0) return false
    const finding = slot < 0 ? freeOfFreed(this, current, -slot - 1) : misuseBefore(this, current, slot - 1)
    if (finding === null) return false
    if (slot > 0 && current < this.history.taintedFrom) this.history.taintedFrom = current
    this.onFinding(finding)
    if (!this.abortOnMisuse) return false
    this.end('misuse', `${finding.message} The scenario ends here, as it was told to on wrong use.`)
    return true
  }

  private perform(current: number): void {
    const { trace } = this
    const id = trace.id[current]!
    const a = trace.a[current]!
    switch (trace.kind[current]) {
      case op.MALLOC:
        this.allocated(current, id, this.allocator.malloc(a), a)
        return
      case op.CALLOC:
        this.allocated(current, id, this.allocator.calloc(a, trace.b[current]!), a * trace.b[current]!)
        return
      case op.MEMALIGN:
        this.allocated(current, id, this.allocator.memalign(a, trace.b[current]!), trace.b[current]!)
        return
      case op.REALLOC:
        this.reallocate(current, id, a)
        return
      case op.FREE:
        this.release(current, id, 0)
        this.slots.set(id, -Math.abs(this.slots.get(id)))
        return
      case op.FREE_KEEP:
        this.release(current, id, a)
        return
      case op.USABLE:
        this.answered('number', this.allocator.usableSize(this.pointer(id)))
        return
      case op.TRIM:
        this.answered(this.allocator.trim === undefined ? 'nothing' : 'number', this.allocator.trim?.(a) ?? 0)
        return
      case op.BREAK:
        this.answered('number', this.process.brk(0))
        return
      case op.WRITE:
        this.write(this.pointer(id) + a, trace.bytes.get(current) ?? EMPTY)
        return
      case op.READ:
        this.read(this.pointer(id) + a, trace.b[current]!)
    }
  }

  private allocated(current: number, id: number, payload: Address, size: Bytes): void {
    if (payload === 0) {
      this.slots.set(id, 0)
      this.answered('pointer', 0)
      return
    }
    const filled = this.fillBlock(id, payload, size)
    this.answered('pointer', payload, filled)
    this.history.allocated(current, payload, size)
    this.slots.set(id, current + 1)
  }

  private reallocate(current: number, id: number, size: Bytes): void {
    const slot = this.slots.get(id)
    const old = this.pointer(id)
    const payload = this.allocator.realloc(old, size)
    if (payload !== 0) {
      const filled = this.fillBlock(id, payload, size)
      this.answered('pointer', payload, filled)
      if (slot > 0) this.history.ended(current, slot - 1)
      this.history.allocated(current, payload, size)
      this.slots.set(id, current + 1)
      return
    }
    this.answered('pointer', 0)
    // realloc(p, 0) that answers NULL without an error has freed the block.
    if (slot <= 0 || size !== 0 || this.process.errno !== 0) return
    this.history.ended(current, slot - 1)
    this.slots.set(id, 0)
  }

  private release(current: number, id: number, offset: number): void {
    const slot = this.slots.get(id)
    this.allocator.free(slot <= 0 ? 0 : this.pointer(id) + offset)
    this.answered('nothing', 0)
    if (slot > 0 && offset === 0) this.history.ended(current, slot - 1)
  }

  private fillBlock(id: number, payload: Address, size: Bytes): Bytes {
    const length = Math.min(size, this.fill)
    if (length > 0) this.process.words.fill(payload, 1 + (id % 255), length)
    return length
  }

  private write(address: Address, bytes: Uint8Array): void {
    const done = this.process.memory.write(address, bytes)
    if (!done) throw new FaultSignal(this.process.memory.fault!)
    this.context.observer?.({ kind: 'access', write: true, address, length: bytes.length })
    this.answered('nothing', 0)
  }

  private read(address: Address, length: Bytes): void {
    const bytes = this.process.memory.read(address, length)
    if (bytes === null) throw new FaultSignal(this.process.memory.fault!)
    this.context.observer?.({ kind: 'access', write: false, address, length })
    this.answerBytes = bytes
    this.answered('bytes', 0)
  }

  private answered(kind: AnswerKind, value: number, filled: Bytes = 0): void {
    this.answerKind = kind
    this.answer = value
    const { observer } = this.context
    if (observer === null) return
    const what = kind === 'bytes' ? 'nothing' : kind
    observer({ kind: 'return', what, value, errno: this.process.errno, filled })
  }

  /** Turns a signal of simulated code into an ending; anything else goes on upwards. */
  private caught(signal: unknown): void {
    if (signal instanceof FaultSignal) this.end('fault', faultSentence(signal.fault), signal.fault.address)
    else if (signal instanceof ProcessAbort) this.end('abort', signal.message)
    else if (signal instanceof BudgetSignal) {
      this.end('budget', `The search looked at ${signal.probes} chunks and did not end: stopped.`)
    } else throw signal
  }

  private end(kind: 'fault' | 'abort' | 'budget' | 'misuse', message: string, address?: Address): void {
    this.ending = { operation: this.operation, kind, message, ...(address === undefined ? {} : { address }) }
    this.context.observer?.({ kind: 'end', how: kind, message })
  }
}

const EMPTY = new Uint8Array(0)
