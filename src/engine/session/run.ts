import type { Anatomy } from '../allocators/index.ts'
import { type Address, hex } from '../units.ts'
import type { Trace } from '../workload/trace.ts'
import { AnswerCheck } from './answers.ts'
import { Checkpoints } from './checkpoints.ts'
import { ENDING_FINDINGS } from './endings.ts'
import { History } from './history.ts'
import { Metrics } from './metrics.ts'
import { Recorder } from './recorder.ts'
import type { Ending, Scenario } from './scenario.ts'
import { BEFORE_ALL, SyscallLog } from './syscall-log.ts'
import { TraceMachine } from './trace-machine.ts'

/** The first run of a scenario, from start to end: records figures, findings and checkpoints as it goes. */
export class Run {
  readonly history: History
  readonly metrics: Metrics
  readonly checkpoints: Checkpoints
  readonly recorder: Recorder
  readonly syscalls = new SyscallLog()
  /** Whether everything has been run, or the process has ended. */
  complete = false

  private readonly machine: TraceMachine
  private readonly answers: AnswerCheck

  constructor(
    private readonly scenario: Scenario,
    trace: Trace,
    checkpointBudget: number,
  ) {
    this.history = new History(trace.length)
    this.metrics = new Metrics(trace.length)
    this.checkpoints = new Checkpoints(checkpointBudget)
    this.machine = new TraceMachine(scenario, trace, this.history, (finding) => this.recorder.found(finding))
    this.answers = new AnswerCheck(this.machine)
    this.recorder = new Recorder(this.machine, this.metrics)
    let isStarted = false
    this.syscalls.follow(this.machine.process, () => (isStarted ? this.machine.operation : BEFORE_ALL))
    this.machine.start()
    isStarted = true
    this.checkpoints.add(this.machine.checkpoint())
    this.recorder.started()
    if (this.machine.finished) this.finish()
  }

  /** Where the process ended early, if it did. */
  get ending(): Ending | null {
    return this.machine.ending
  }

  /** How the chunks of the heap are made. */
  get anatomy(): Anatomy | undefined {
    return this.machine.allocator.anatomy
  }

  /** Where the brk heap begins. */
  get heapStart(): Address {
    return this.machine.process.brkStart
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
      this.recorder.record(current, machine.answerKind === 'pointer' && machine.errno !== 0)
      if (current >= this.history.taintedFrom)
        for (const finding of this.answers.after(current)) this.recorder.found(finding)
      const work = 1 + (machine.context.stats.probes >>> 4)
      budget -= work
      if (this.checkpoints.due(work) && !machine.finished) this.checkpoints.add(machine.checkpoint())
    }
    if (machine.finished && !this.complete) this.finish()
  }

  private finish(): void {
    this.complete = true
    const { ending } = this.machine
    if (ending !== null) {
      const kind = ENDING_FINDINGS[ending.kind]
      if (kind !== null) {
        const { message, operation } = ending
        this.recorder.found({
          kind,
          operation,
          message,
          address: ending.address ?? 0,
          began: this.taintedFrom(),
        })
      }
    } else if (this.scenario.run.leaks !== false) this.findLeaks()
  }

  private taintedFrom(): number {
    const from = this.history.taintedFrom
    return Number.isFinite(from) ? from : -1
  }

  private findLeaks(): void {
    const leaked: number[] = []
    const next = (from: number) => this.history.nextUnfreed(from, this.done)
    for (let block = next(0); block >= 0; block = next(block + 1)) leaked.push(block)
    if (leaked.length === 0) return
    const bytes = leaked.reduce((sum, block) => sum + this.history.requested[block]!, 0)
    const first = leaked[0]!
    const which =
      leaked.length === 1
        ? `the block of ${bytes} bytes`
        : `${leaked.length} blocks (${bytes} bytes), the first of them the one`
    this.recorder.found({
      kind: 'leak',
      operation: this.done,
      address: this.history.address[first]!,
      began: first,
      message: `At the end ${which} that operation ${first + 1} allocated at ${hex(this.history.address[first]!)} ${leaked.length === 1 ? 'has' : 'have'} never been freed.`,
    })
  }
}
