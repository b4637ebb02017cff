import { externalFragmentation, internalFragmentation } from '../fragmentation.ts'
import { alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import { Accounts } from './accounts.ts'
import type { Finding } from './findings.ts'
import type { Machine } from './machine.ts'
import { Metrics } from './metrics.ts'
import type { MetricsAt, Summary } from './views.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const FINDINGS_KEPT = 1000

/** The figures of a run that has not begun. */
export const NOTHING_RUN: Summary = {
  operations: 0,
  peakLive: 0,
  peakHeap: 0,
  finalHeap: 0,
  utilization: 0,
  externalFragmentation: 0,
  internalFragmentation: 0,
  probes: 0,
  syscalls: 0,
  failed: 0,
}

/** What a run leaves for the views: the figures of each row, and the findings. */
export class Recorder {
  readonly findings: Finding[] = []
  readonly findingAt = new Set<number>()
  findingCount = 0

  private readonly mappedAtStart: number
  /** Figures of the row being recorded; one object for the whole run. */
  private readonly now: Mutable<MetricsAt> = { ...new Metrics(0).at(-1) }
  private live = 0
  private peakLive = 0
  private peakHeap = 0
  private probes = 0
  private failed = 0
  private syscallsBefore = 0
  /** Null where nobody knows how chunks are made. */
  private readonly accounts: Accounts | null

  /** To be made before the machine's allocator prepares itself. */
  constructor(
    private readonly machine: Pick<Machine, 'process' | 'allocator' | 'context' | 'history'>,
    readonly metrics: Metrics,
  ) {
    this.mappedAtStart = machine.process.mappedBytes
    const { allocator, history, process } = machine
    this.accounts = allocator.anatomy === undefined ? null : new Accounts(allocator.anatomy, history, process)
  }

  /** The heap as it is now is what the first row finds. System calls made up to now belong to no row. */
  started(): void {
    this.syscallsBefore = this.machine.process.syscalls
    this.measure(this.footprint())
    if (this.metrics.length === 0) this.metrics.begin(this.now)
  }

  /** Records row `row`, which has just run. `failed`: it was refused memory. */
  record(row: number, failed: boolean): void {
    const { metrics, now, accounts } = this
    const { process, context, history } = this.machine
    accounts?.row(row)
    const ends = history.ends[row]!
    if (ends !== 0) this.live -= history.requested[ends - 1]!
    this.live += history.requested[row]!
    if (failed) this.failed++
    this.probes += context.stats.probes
    const heap = this.footprint()
    if (this.live > this.peakLive) this.peakLive = this.live
    if (heap > this.peakHeap) this.peakHeap = heap
    this.measure(heap)
    metrics.record(row, now)
    this.syscallsBefore = process.syscalls
  }

  /** Reads the figures as they are. `heap`: its bytes. */
  private measure(heap: Bytes): void {
    const { now, accounts } = this
    const { process, allocator, context } = this.machine
    now.live = this.live
    now.chunkBytes = context.stats.usedBytes
    now.heap = allocator.fixedHeap ?? process.programBreak - process.brkStart
    now.mapped = process.mappedBytes
    now.resident = process.memory.residentPages * PAGE_SIZE
    now.free = context.stats.freeBytes
    now.largestFree = context.stats.largestFree
    now.usedChunks = context.stats.usedChunks
    now.freeChunks = context.stats.freeChunks
    now.probes = context.stats.probes
    now.syscalls = process.syscalls - this.syscallsBefore
    now.footprint = heap
    now.tags = accounts?.tags ?? 0
    now.rounding = accounts?.rounding ?? 0
    now.top = allocator.anatomy?.topBytes() ?? 0
  }

  /** Keeps a finding; of very many only the first 1,000 are kept, all are counted. */
  found(finding: Finding): void {
    this.findingCount++
    this.findingAt.add(finding.operation)
    if (this.findings.length < FINDINGS_KEPT) this.findings.push(finding)
  }

  /** The run in figures so far. */
  summary(): Summary {
    const { metrics } = this
    const last = metrics.at(metrics.length - 1)
    return {
      operations: metrics.length,
      peakLive: this.peakLive,
      peakHeap: this.peakHeap,
      finalHeap: metrics.length === 0 ? 0 : this.footprint(),
      utilization: this.peakHeap > 0 ? this.peakLive / this.peakHeap : 0,
      externalFragmentation: externalFragmentation(last.free, last.largestFree),
      internalFragmentation: internalFragmentation(last.live, last.chunkBytes),
      probes: this.probes,
      syscalls: this.machine.process.syscalls,
      failed: this.failed,
    }
  }

  /** Bytes of heap: the brk heap to the byte, and what was mapped beside it since the start; or what the allocator says it has. */
  private footprint(): number {
    const { process, allocator } = this.machine
    if (allocator.fixedHeap !== undefined) return allocator.fixedHeap
    const heap = process.programBreak - process.brkStart
    return heap + process.mappedBytes - this.mappedAtStart - alignUp(heap, PAGE_SIZE)
  }
}
