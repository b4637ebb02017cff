import type { CallColumns } from '../parting.ts'
import { callColumns, traceCalls } from './call-columns.ts'
import { findOperation } from './conditions.ts'
import { type Difference, type DifferenceRequest, Differences } from './difference/index.ts'
import { blockFigures, EACH_A_ROW, figuresOf } from './figures.ts'
import { withImplied } from './homework.ts'
import { type Loaded, Loading } from './load.ts'
import { type MomentSources, momentAt } from './moment.ts'
import { NOTHING_RUN } from './recorder.ts'
import { Replay } from './replay.ts'
import { Run } from './run.ts'
import type { Scenario } from './scenario.ts'
import type { SessionDriver } from './session.ts'
import { callText, operationAtLine, sourceWindow } from './source.ts'
import type { SystemCalls } from './syscalls.ts'
import { traceLineBytes } from './trace-line-bytes.ts'
import { TraceMachine } from './trace-machine.ts'
import { traceTelling } from './trace-telling.ts'
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
} from './views.ts'

/** A trace, a homework or a generator's operations being read, run and looked at. */
export class TraceSession implements SessionDriver {
  /** The scenario with the options that its source implies. */
  readonly scenario: Scenario
  private readonly loading: Loading
  private run: Run | null = null
  private replay: Replay | null = null
  private readonly differences = new Differences()

  /** `data`: the unpacked bytes of a `file` source; null for others. */
  constructor(
    scenario: Scenario,
    data: Uint8Array | null,
    private readonly checkpointBudget: number,
  ) {
    this.scenario = withImplied(scenario)
    this.loading = new Loading(this.scenario, data)
  }

  /** Whether everything has been read and run. */
  get complete(): boolean {
    return this.run?.complete ?? false
  }

  /** Reads or runs on for a slice: about `budget` operations. */
  advance(budget: number): void {
    const { loaded } = this.loading
    if (loaded === null) {
      this.loading.advance()
      return
    }
    if (this.run === null) this.begin(loaded)
    this.run!.advance(budget)
  }

  /** What the run is and how far it has come. */
  info(): SessionInfo {
    const { run } = this
    const trace = this.loading.loaded?.trace
    return {
      read: this.loading.fraction,
      total: trace?.length ?? 0,
      done: run?.done ?? 0,
      complete: this.complete,
      ending: run?.ending ?? null,
      findings: run?.recorder.findings ?? [],
      findingCount: run?.recorder.findingCount ?? 0,
      warnings: trace?.warnings ?? [],
      warningCount: trace?.warningCount ?? 0,
      error: trace?.error ?? null,
      summary: run?.recorder.summary() ?? NOTHING_RUN,
      program: null,
    }
  }

  /** A moment of what has been run; positions beyond it give the last one. */
  moment(request: MomentRequest): Moment {
    return momentAt(this.sources(), request)
  }

  /** What changed from one moment of what has been run to another. */
  difference(request: DifferenceRequest): Difference {
    return this.differences.between(this.sources(), request)
  }

  /** Figures of operations [from, to), thinned to `buckets`. */
  series(names: readonly MetricName[], from: number, to: number, buckets: number): Series[] {
    const { run } = this.begun()
    return names.map((name) => run.metrics.series(name, from, to, buckets))
  }

  /** All figures of operations [from, to), and where each byte of the heap goes, thinned to `buckets`. */
  figures(from: number, to: number, buckets: number): FigureColumns {
    const { run } = this.begun()
    return figuresOf(run.metrics, run.anatomy, EACH_A_ROW, { from, to: Math.min(to, run.done), buckets })
  }

  /** The blocks given out up to (and by) operation `operation`. */
  blocks(operation: number): BlockFigures {
    const { run } = this.begun()
    const last = Math.min(operation, run.done - 1)
    return blockFigures(run.history, EACH_A_ROW, last + 1, last)
  }

  /** Operations [from, to), as far as they have been run: what was asked and what came of it. */
  calls(from: number, to: number): CallColumns {
    const { run, loaded } = this.begun()
    const { history, metrics, heapStart } = run
    return callColumns({ calls: traceCalls(loaded.trace), history, metrics, heapStart }, from, to)
  }

  /** What lines of the source have allocated and freed up to a moment. */
  lineBytes(request: LineBytesRequest): LineBytes[] {
    const { run, loaded } = this.begun()
    return traceLineBytes(loaded, run.history, run.done, request)
  }

  systemCalls(): SystemCalls {
    const { run, loaded } = this.begun()
    const callers = {
      text: (operation: number) => callText(loaded.trace, operation),
      where: () => '',
    }
    return { log: run.syscalls, callers, brkStart: run.heapStart }
  }

  /** Lines of the source from `firstLine` (from 1) on. */
  source(firstLine: number, count: number): SourceWindow {
    return sourceWindow(this.begun().loaded, firstLine, count)
  }

  /** The first operation on line `line` (from 1) of the source or below it; -1 if there is none. */
  locate(line: number): number {
    return operationAtLine(this.begun().loaded, line)
  }

  /** A trace is no program: there is no line to walk to. */
  walk(): number {
    return -1
  }

  /** The nearest operation after (before) `from` at which one of the conditions holds; -1 if there is none. */
  find(conditions: readonly Condition[], from: number, backwards: boolean): number {
    const { run, loaded } = this.begun()
    const recorded = { trace: loaded.trace, metrics: run.metrics, findingAt: run.recorder.findingAt }
    return findOperation(recorded, conditions, from, backwards)
  }

  /** Checkpoints of the run and the bytes they hold together. */
  checkpointCost(): { readonly count: number; readonly bytes: number } {
    const { checkpoints } = this.begun().run
    return { count: checkpoints.count, bytes: checkpoints.bytes }
  }

  sources(): MomentSources {
    const { run, replay, loaded } = this.begun()
    return { replay, telling: traceTelling(loaded, run), metrics: run.metrics }
  }

  /** The workload, the run and the replay; reads the source to its end first if that has not been done. */
  private begun(): { run: Run; replay: Replay; loaded: Loaded } {
    while (this.loading.loaded === null) this.loading.advance()
    const { loaded } = this.loading
    if (this.run === null || this.replay === null) this.begin(loaded)
    return { run: this.run!, replay: this.replay!, loaded }
  }

  private begin(loaded: Loaded): void {
    this.run = new Run(this.scenario, loaded.trace, this.checkpointBudget)
    const machine = new TraceMachine(this.scenario, loaded.trace, this.run.history)
    this.replay = new Replay(machine, this.run.checkpoints)
  }
}
