import type { CallColumns } from '../../parting.ts'
import type { CompileRequest, CompileResult } from '../../workload/c/compile.ts'
import type { Program } from '../../workload/c/image.ts'
import type { Diagnostic } from '../../workload/c/source.ts'
import { tooLarge } from '../../workload/c/vm/index.ts'
import { callColumns } from '../call-columns.ts'
import { type Difference, type DifferenceRequest, Differences } from '../difference/index.ts'
import { blockFigures, figuresOf } from '../figures.ts'
import { byLine, LineLedger } from '../line-bytes.ts'
import { type MomentSources, momentAt } from '../moment.ts'
import { NOTHING_RUN } from '../recorder.ts'
import { Replay } from '../replay.ts'
import type { ProgramSource, Scenario } from '../scenario.ts'
import type { SessionDriver } from '../session.ts'
import type { SystemCalls } from '../syscalls.ts'
import type {
  BlockFigures,
  Condition,
  FigureColumns,
  LineBytes,
  LineBytesRequest,
  MetricName,
  Moment,
  MomentRequest,
  ProgramInfo,
  Series,
  SessionInfo,
  SourceDiagnostic,
  SourceWindow,
  Walk,
} from '../views.ts'
import { findRow } from './conditions.ts'
import { ProgramMachine } from './machine.ts'
import type { ProgramCheckpoint } from './record.ts'
import { ProgramRun } from './run.ts'
import { rowSeries } from './series.ts'
import { programTelling } from './telling.ts'
import { Walker } from './walk.ts'

/** Work that reading and compiling counts as. */
const COMPILING = 1

/** What turns the text of a program into code; `compile` of the engine, or something that knows the answer already. */
export type Compiler = (request: CompileRequest) => CompileResult

/** A program and the machine that shows its moments. */
interface Begun {
  readonly run: ProgramRun
  readonly replay: Replay<ProgramCheckpoint, ProgramMachine>
  readonly ledger: LineLedger
}

/** A C program being compiled, run and looked at. */
export class ProgramSession implements SessionDriver {
  private diagnostics: readonly Diagnostic[] = []
  private begun: Begun | null = null
  private readonly differences = new Differences()
  /** Whether the compiler found errors, so that nothing can be run. */
  private isRefused = false

  constructor(
    readonly scenario: Scenario,
    private readonly text: ProgramSource,
    private readonly checkpointBudget: number,
    private readonly compile: Compiler,
  ) {}

  get complete(): boolean {
    return this.isRefused || (this.begun?.run.complete ?? false)
  }

  advance(budget: number): void {
    if (this.begun === null && !this.isRefused) this.begin()
    this.begun?.run.advance(Math.max(COMPILING, budget))
  }

  info(): SessionInfo {
    const run = this.begun?.run
    const done = run?.done ?? 0
    const error = this.diagnostics.find(({ severity }) => severity === 'error')
    return {
      read: this.begun === null && !this.isRefused ? 0 : 1,
      total: done,
      done,
      complete: this.complete,
      ending: run?.ending ?? null,
      findings: run?.recorder.findings ?? [],
      findingCount: run?.recorder.findingCount ?? 0,
      warnings: [],
      warningCount: 0,
      error:
        error === undefined
          ? null
          : { line: error.place.line, column: error.place.column, message: error.message },
      summary: run?.recorder.summary() ?? NOTHING_RUN,
      program: this.programInfo(),
    }
  }

  moment(request: MomentRequest): Moment {
    return momentAt(this.sources(), request)
  }

  difference(request: DifferenceRequest): Difference {
    return this.differences.between(this.sources(), request)
  }

  series(names: readonly MetricName[], from: number, to: number, buckets: number): Series[] {
    const { run } = this.running()
    return names.map((name) => rowSeries(run.metrics, run.machine.rows, name, { from, to, buckets }))
  }

  figures(from: number, to: number, buckets: number): FigureColumns {
    const { metrics, machine, done } = this.running().run
    return figuresOf(metrics, machine.allocator.anatomy, machine.rows, {
      from,
      to: Math.min(to, done),
      buckets,
    })
  }

  blocks(operation: number): BlockFigures {
    const { machine, done } = this.running().run
    const last = Math.min(operation, done - 1)
    return blockFigures(machine.history, machine.rows, machine.rows.before(last + 1), last)
  }

  calls(from: number, to: number): CallColumns {
    const { metrics, machine } = this.running().run
    const { rows, history, process } = machine
    const calls = {
      operation: (row: number) => rows.operation(row),
      call: (row: number) => rows.identity(row),
      asked: (row: number) => rows.requested(row),
    }
    return callColumns({ calls, history, metrics, heapStart: process.brkStart }, from, to)
  }

  lineBytes({ operations }: LineBytesRequest): LineBytes[] {
    const { run, ledger } = this.running()
    const { rows, program } = run.machine
    ledger.moveTo(rows.before(operations))
    return byLine(ledger, program.lines)
  }

  systemCalls(): SystemCalls {
    const { run } = this.running()
    const { rows, statements, process } = run.machine
    const statement = (operation: number) => rows.line(rows.before(operation))
    const callers = {
      text: (operation: number) => statements.text(statement(operation)),
      where: (operation: number) => statements.where(statement(operation)),
    }
    return { log: run.syscalls, callers, brkStart: process.brkStart }
  }

  /** The page has the text of a program itself: it is part of the scenario. */
  source(): SourceWindow {
    return { first: 1, lines: [], total: 0 }
  }

  locate(line: number): number {
    return this.find([{ kind: 'line', file: this.text.files[0]!.name, line }], -1, false)
  }

  walk(from: number, how: Walk, backwards: boolean): number {
    return this.walker().walk(from, how, backwards)
  }

  find(conditions: readonly Condition[], from: number, backwards: boolean): number {
    const { run } = this.running()
    const findings = [...run.recorder.findingAt].sort((a, b) => a - b)
    const recorded = { rows: run.machine.rows, metrics: run.metrics, findings }
    const found = conditions.map((condition) => findRow(recorded, condition, from, backwards))
    const statements = this.statementsAt(conditions)
    if (statements.size > 0) found.push(this.walker().statement(from, statements, backwards))
    const there = found.filter((operation) => operation >= 0)
    if (there.length === 0) return -1
    return backwards ? Math.max(...there) : Math.min(...there)
  }

  checkpointCost(): { readonly count: number; readonly bytes: number } {
    const { checkpoints } = this.running().run
    return { count: checkpoints.count, bytes: checkpoints.bytes }
  }

  /** The statements that line conditions mean: those that begin on the line, or on the next one that has any. */
  private statementsAt(conditions: readonly Condition[]): Set<number> {
    const { lines } = this.running().run.machine.program
    const found = new Set<number>()
    for (const condition of conditions) {
      if (condition.kind !== 'line') continue
      const behind = lines.filter(({ file, line }) => file === condition.file && line >= condition.line)
      const nearest = Math.min(...behind.map(({ line }) => line))
      lines.forEach(({ file, line }, i) => {
        if (file === condition.file && line === nearest) found.add(i)
      })
    }
    return found
  }

  private walker(): Walker {
    const { run, replay } = this.running()
    replay.leave()
    return new Walker(replay.machine, run.checkpoints, run.done)
  }

  private programInfo(): ProgramInfo {
    const machine = this.begun?.run.machine
    return {
      diagnostics: [...this.diagnostics]
        .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
        .map(diagnosticView),
      calls: machine?.row ?? 0,
      instructions: machine?.instructions ?? 0,
      written: machine?.output.bytes ?? 0,
      hasOwnMalloc: machine?.hasOwnMalloc ?? false,
    }
  }

  sources(): MomentSources {
    const { run, replay } = this.running()
    return { replay, telling: programTelling(replay.machine, run.done), metrics: run.metrics }
  }

  private running(): Begun {
    if (this.begun === null) this.begin()
    if (this.begun === null) throw new Error('The program has errors and cannot be run.')
    return this.begun
  }

  private begin(): void {
    const { files, model = 'lp64', defines = [] } = this.text
    const { program, diagnostics } = this.compile({ files, model, defines })
    this.diagnostics = diagnostics
    const refusal = program === null ? null : tooLarge(program)
    if (refusal !== null) {
      this.diagnostics = [
        ...diagnostics,
        { severity: 'error', place: { file: files[0]!.name, line: 1, column: 1 }, message: refusal },
      ]
    }
    if (program === null || refusal !== null) {
      this.isRefused = true
      return
    }
    this.begun = this.start(program)
  }

  private start(program: Program): Begun {
    const run = new ProgramRun(this.scenario, this.text, program, this.checkpointBudget)
    const machine = new ProgramMachine(this.scenario, this.text, program, run.record)
    const { history, rows } = run.record
    // Place 0 is the library's own doing.
    const ledger = new LineLedger(history, (row) => rows.line(row) + 1, program.lines.length + 1)
    return { run, replay: new Replay(machine, run.checkpoints), ledger }
  }
}

function diagnosticView({ severity, place, message }: Diagnostic): SourceDiagnostic {
  return { severity, message, file: place.file, line: place.line, column: place.column }
}
