import '../allocators/all.ts'
import type { CallColumns } from '../parting.ts'
import { compile } from '../workload/c/compile.ts'
import { CHECKPOINT_BUDGET } from './checkpoints.ts'
import type { Difference, DifferenceRequest } from './difference/index.ts'
import { spaceAt, syscallWindow } from './looking.ts'
import type { MomentSources } from './moment.ts'
import { ProgramSession } from './program/session.ts'
import type { Scenario } from './scenario.ts'
import type { SystemCalls } from './syscalls.ts'
import { TraceSession } from './trace-session.ts'
import type {
  BlockFigures,
  Condition,
  FigureColumns,
  LineBytes,
  LineBytesRequest,
  MetricName,
  Moment,
  MomentRequest,
  Series,
  SessionInfo,
  SourceWindow,
  SpaceRequest,
  SpaceView,
  SyscallRequest,
  SyscallWindow,
  Walk,
} from './views.ts'

/** What each kind of workload answers to a session. */
export interface SessionDriver {
  /** The scenario with what its source implies. */
  readonly scenario: Scenario
  /** Whether everything has been read and run. */
  readonly complete: boolean
  /** Reads or runs on for a slice: about `budget` operations. */
  advance(budget: number): void
  /** What the run is and how far it has come. */
  info(): SessionInfo
  /** A moment of what has been run; positions beyond it give the last one. */
  moment(request: MomentRequest): Moment
  /** Figures of operations [from, to), thinned to `buckets`. */
  series(names: readonly MetricName[], from: number, to: number, buckets: number): Series[]
  /** All figures of operations [from, to), and where each byte of the heap goes, thinned to `buckets`. */
  figures(from: number, to: number, buckets: number): FigureColumns
  /** The blocks given out up to (and by) operation `operation`. */
  blocks(operation: number): BlockFigures
  /** Calls [from, to) of the allocator and the kernel, as far as they have been made. */
  calls(from: number, to: number): CallColumns
  /** What changed from one moment of what has been run to another. */
  difference(request: DifferenceRequest): Difference
  /** What the lines of the source have allocated and freed up to a moment; only lines with any call. */
  lineBytes(request: LineBytesRequest): LineBytes[]
  /** What moments of the run are read from. */
  sources(): MomentSources
  /** The system calls of what has been run, and who made them. */
  systemCalls(): SystemCalls
  /** Lines of the source from `firstLine` (from 1) on. */
  source(firstLine: number, count: number): SourceWindow
  /** The first operation on line `line` (from 1) of the source or below it; -1 if there is none. */
  locate(line: number): number
  /** The operation that a walk through a program comes to; -1 if there is none that way. */
  walk(from: number, how: Walk, backwards: boolean): number
  /** The nearest operation after (before) `from` at which one of the conditions holds; -1 if there is none. */
  find(conditions: readonly Condition[], from: number, backwards: boolean): number
  /** Checkpoints of the run and the bytes they hold together. */
  checkpointCost(): { readonly count: number; readonly bytes: number }
}

/**
 * A scenario being read, run and looked at. `advance` does a slice of the work; all that has been run can be
 * looked at in any order meanwhile. Nothing here throws for what a scenario does.
 */
export class Session implements SessionDriver {
  private readonly driver: SessionDriver

  /** `data`: the unpacked bytes of a `file` source; null for others. */
  constructor(scenario: Scenario, data: Uint8Array | null = null, checkpointBudget = CHECKPOINT_BUDGET) {
    this.driver =
      scenario.source.kind === 'c'
        ? new ProgramSession(scenario, scenario.source, checkpointBudget, compile)
        : new TraceSession(scenario, data, checkpointBudget)
  }

  get scenario(): Scenario {
    return this.driver.scenario
  }

  get complete(): boolean {
    return this.driver.complete
  }

  advance(budget: number): void {
    this.driver.advance(budget)
  }

  /** Runs to the end. For tests and the command line, where nobody waits at a screen. */
  runAll(): this {
    while (!this.complete) this.advance(1 << 20)
    return this
  }

  info(): SessionInfo {
    return this.driver.info()
  }

  moment(request: MomentRequest): Moment {
    return this.driver.moment(request)
  }

  series(names: readonly MetricName[], from: number, to: number, buckets: number): Series[] {
    return this.driver.series(names, from, to, buckets)
  }

  figures(from: number, to: number, buckets: number): FigureColumns {
    return this.driver.figures(from, to, buckets)
  }

  blocks(operation: number): BlockFigures {
    return this.driver.blocks(operation)
  }

  calls(from: number, to: number): CallColumns {
    return this.driver.calls(from, to)
  }

  difference(request: DifferenceRequest): Difference {
    return this.driver.difference(request)
  }

  lineBytes(request: LineBytesRequest): LineBytes[] {
    return this.driver.lineBytes(request)
  }

  sources(): MomentSources {
    return this.driver.sources()
  }

  systemCalls(): SystemCalls {
    return this.driver.systemCalls()
  }

  /** The whole address space at a moment of what has been run. */
  space(request: SpaceRequest): SpaceView {
    return spaceAt(this.driver.sources(), request)
  }

  /** Some system calls of what has been run. */
  syscalls(request: SyscallRequest): SyscallWindow {
    return syscallWindow(this.driver.systemCalls(), request)
  }

  source(firstLine: number, count: number): SourceWindow {
    return this.driver.source(firstLine, count)
  }

  locate(line: number): number {
    return this.driver.locate(line)
  }

  walk(from: number, how: Walk, backwards: boolean): number {
    return this.driver.walk(from, how, backwards)
  }

  find(conditions: readonly Condition[], from: number, backwards: boolean): number {
    return this.driver.find(conditions, from, backwards)
  }

  checkpointCost(): { readonly count: number; readonly bytes: number } {
    return this.driver.checkpointCost()
  }
}
