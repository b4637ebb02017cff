import { alignUp, hex, PAGE_SIZE } from '../units.ts'
import type { Trace } from '../workload/trace.ts'
import { AnswerCheck } from './answers.ts'
import { Checkpoints } from './checkpoints.ts'
import type { Finding, FindingKind } from './findings.ts'
import { History } from './history.ts'
import { externalFragmentation, Metrics } from './metrics.ts'
import type { Ending, Scenario } from './scenario.ts'
import { TraceMachine } from './trace-machine.ts'
import type { MetricsAt, Summary } from './views.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const FINDINGS_KEPT = 1000

/** The first run of a scenario, from start to end: records figures, findings and checkpoints as it goes. */
export class Run {
  readonly history: History
  readonly metrics: Metrics
  readonly checkpoints: Checkpoints
  readonly findings: Finding[] = []
  readonly findingAt = new Set<number>()
  findingCount = 0
  /** Whether everything has been run, or the process has ended. */
  complete = false

  private readonly machine: TraceMachine
  private readonly answers: AnswerCheck
  private readonly mappedAtStart: number
  /** Figures of the operation being recorded; one object for the whole run. */
  private readonly now: Mutable<MetricsAt> = new Metrics(0).at(-1)
  private live = 0
  private peakLive = 0
  private peakHeap = 0
  private probes = 0
  private failed = 0
  private syscallsBefore = 0

  constructor(
    private readonly scenario: Scenario,
    trace: Trace,
    checkpointBudget: number,
  ) {
    this.history = new History(trace.length)
    this.metrics = new Metrics(trace.length)
    this.checkpoints = new Checkpoints(checkpointBudget)
    this.machine = new TraceMachine(scenario, trace, this.history, (finding) => this.found(finding))
    this.answers = new AnswerCheck(this.machine)
    this.mappedAtStart = this.machine.process.mappedBytes
    this.machine.start()
    this.checkpoints.add(this.machine.checkpoint())
    this.syscallsBefore = this.machine.process.syscalls
    if (this.machine.finished) this.finish()
  }

  /** Where the process ended early, if it did. */
  get ending(): Ending | null {
    return this.machine.ending
  }

  /** Operations run so far. */
  get done(): number {
    return this.metrics.length
  }

  /** Runs on for about `budget` operations (16 probes count as one). */
  advance(budget: number): void {
    const { machine } = this
    while (budget > 0 && !machine.finished) {
      const current = machine.operation
      machine.execute()
      this.recordOperation(current)
      if (current >= this.history.taintedFrom)
        for (const finding of this.answers.after(current)) this.found(finding)
      const work = 1 + (machine.context.stats.probes >>> 4)
      budget -= work
      if (this.checkpoints.due(work) && !machine.finished) this.checkpoints.add(machine.checkpoint())
    }
    if (machine.finished && !this.complete) this.finish()
  }

  /** The run in figures so far. */
  summary(): Summary {
    const last = this.metrics.at(this.done - 1)
    return {
      operations: this.done,
      peakLive: this.peakLive,
      peakHeap: this.peakHeap,
      finalHeap: this.done === 0 ? 0 : this.footprint(),
      utilization: this.peakHeap > 0 ? this.peakLive / this.peakHeap : 0,
      externalFragmentation: externalFragmentation(last.free, last.largestFree),
      internalFragmentation: last.chunkBytes > 0 ? Math.max(0, 1 - last.live / last.chunkBytes) : 0,
      probes: this.probes,
      syscalls: this.machine.process.syscalls,
      failed: this.failed,
    }
  }

  private recordOperation(current: number): void {
    const { machine, metrics, history } = this
    const { process, context } = machine
    const ends = history.ends[current]!
    if (ends !== 0) this.live -= history.requested[ends - 1]!
    this.live += history.requested[current]!
    if (machine.answerKind === 'pointer' && machine.errno !== 0) this.failed++
    this.probes += context.stats.probes
    const heap = this.footprint()
    if (this.live > this.peakLive) this.peakLive = this.live
    if (heap > this.peakHeap) this.peakHeap = heap
    const { now } = this
    now.live = this.live
    now.chunkBytes = context.stats.usedBytes
    now.heap = machine.allocator.fixedHeap ?? process.programBreak - process.brkStart
    now.mapped = process.mappedBytes
    now.resident = process.memory.residentPages * PAGE_SIZE
    now.free = context.stats.freeBytes
    now.largestFree = context.stats.largestFree
    now.usedChunks = context.stats.usedChunks
    now.freeChunks = context.stats.freeChunks
    now.probes = context.stats.probes
    now.syscalls = process.syscalls - this.syscallsBefore
    metrics.record(current, now)
    this.syscallsBefore = process.syscalls
  }

  /** Bytes of heap: the brk heap to the byte, and what the allocator has mapped beside it; or what it says it has. */
  private footprint(): number {
    const { process, allocator } = this.machine
    if (allocator.fixedHeap !== undefined) return allocator.fixedHeap
    const heap = process.programBreak - process.brkStart
    return heap + process.mappedBytes - this.mappedAtStart - alignUp(heap, PAGE_SIZE)
  }

  private found(finding: Finding): void {
    this.findingCount++
    this.findingAt.add(finding.operation)
    if (this.findings.length < FINDINGS_KEPT) this.findings.push(finding)
  }

  private finish(): void {
    this.complete = true
    const { ending } = this.machine
    if (ending !== null) {
      const kind = ENDING_FINDINGS[ending.kind]
      if (kind !== null) {
        const { message, operation } = ending
        this.found({ kind, operation, message, address: ending.address ?? 0, began: this.taintedFrom() })
      }
    } else if (this.scenario.run.leaks !== false) this.findLeaks()
  }

  private taintedFrom(): number {
    const from = this.history.taintedFrom
    return Number.isFinite(from) ? from : -1
  }

  private findLeaks(): void {
    const leaked: number[] = []
    for (let i = 0; i < this.done; i++) {
      if (this.history.address[i] !== 0 && this.history.freedAt[i] === 0) leaked.push(i)
    }
    if (leaked.length === 0) return
    const bytes = leaked.reduce((sum, block) => sum + this.history.requested[block]!, 0)
    const first = leaked[0]!
    const which =
      leaked.length === 1
        ? `the block of ${bytes} bytes`
        : `${leaked.length} blocks (${bytes} bytes), the first of them the one`
    this.found({
      kind: 'leak',
      operation: this.done,
      address: this.history.address[first]!,
      began: first,
      message: `At the end ${which} that operation ${first + 1} allocated at ${hex(this.history.address[first]!)} ${leaked.length === 1 ? 'has' : 'have'} never been freed.`,
    })
  }
}

const ENDING_FINDINGS: Readonly<Record<Ending['kind'], FindingKind | null>> = {
  fault: 'fault',
  abort: 'abort',
  budget: 'budget',
  init: 'abort',
  misuse: null,
}
