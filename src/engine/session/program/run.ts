import { thousands } from '../../format.ts'
import type { Program } from '../../workload/c/image.ts'
import { Checkpoints } from '../checkpoints.ts'
import { ENDING_FINDINGS } from '../endings.ts'
import type { Finding } from '../findings.ts'
import { Metrics } from '../metrics.ts'
import { Recorder } from '../recorder.ts'
import { DEFAULT_INSTRUCTIONS, type Ending, type ProgramSource, type Scenario } from '../scenario.ts'
import { SyscallLog } from '../syscall-log.ts'
import { stoppedText } from './budget.ts'
import { findLeaks } from './leaks.ts'
import { ProgramMachine } from './machine.ts'
import { Observation } from './observation.ts'
import { MOST_OUTPUT } from './output.ts'
import { newRecord, type ProgramCheckpoint } from './record.ts'
import { MOST_ROWS } from './rows.ts'

/** Instructions between two looks at whether to stop, and at whether a checkpoint is due. */
const STRETCH = 100_000
/** Instructions that count as one operation of work. */
const WORK_SHIFT = 3

/** The first run of a program, from start to end: records figures, findings and checkpoints as it goes. */
export class ProgramRun {
  readonly metrics = new Metrics(0)
  readonly checkpoints: Checkpoints<ProgramCheckpoint>
  readonly recorder: Recorder
  readonly machine: ProgramMachine
  readonly syscalls = new SyscallLog()
  complete = false
  readonly record = newRecord()
  private readonly budget: number
  private readonly observation: Observation

  constructor(
    private readonly scenario: Scenario,
    source: ProgramSource,
    program: Program,
    checkpointBudget: number,
  ) {
    this.budget = scenario.run.instructions ?? DEFAULT_INSTRUCTIONS
    this.checkpoints = new Checkpoints(checkpointBudget)
    const events = {
      onFinding: (finding: Finding) => this.recorder.found(finding),
      onRow: (row: number, failed: boolean) => {
        this.metrics.reserve(row)
        this.recorder.record(row, failed)
      },
    }
    let observation: Observation | null = null
    this.machine = new ProgramMachine(scenario, source, program, this.record, (machine) => {
      observation = new Observation(machine, events)
      return observation
    })
    this.recorder = new Recorder(this.machine, this.metrics)
    this.observation = observation!
    this.observation.loaded()
    this.syscalls.follow(this.machine.process, () => this.machine.current)
    this.machine.start()
    this.recorder.started()
    this.checkpoints.add(this.machine.checkpoint())
    if (this.machine.ending !== null) this.finish()
  }

  /** How the program ended, if it did. */
  get ending(): Ending | null {
    return this.machine.ending
  }

  /** Operations run so far. */
  get done(): number {
    const { operation, ending } = this.machine
    // The last one that has begun may not be over.
    return ending === null ? Math.max(0, operation - 1) : operation
  }

  /** Runs on for about `budget` operations' worth of instructions. */
  advance(budget: number): void {
    const { machine } = this
    for (let left = budget; left > 0 && machine.ending === null; ) {
      const before = machine.instructions
      machine.runOn(Math.min(STRETCH, this.budget - before))
      const work = 1 + ((machine.instructions - before) >>> WORK_SHIFT)
      left -= work
      this.stopIfTooMuch()
      if (this.checkpoints.due(work) && machine.ending === null && machine.completes(STRETCH)) {
        this.checkpoints.add(machine.checkpoint())
      }
    }
    if (machine.ending !== null && !this.complete) this.finish()
  }

  /** Runs up to operation `operation`. For those who want to see each. */
  advanceTo(operation: number): void {
    this.machine.runTo(operation)
    this.stopIfTooMuch()
    if (this.machine.ending !== null && !this.complete) this.finish()
  }

  private stopIfTooMuch(): void {
    const { machine } = this
    if (machine.ending !== null) return
    if (machine.output.bytes > MOST_OUTPUT)
      machine.stop(`The program has written more than ${MOST_OUTPUT >> 20} MiB: stopped.`)
    else if (machine.row > MOST_ROWS)
      machine.stop(`The program has called malloc, free … more than ${thousands(MOST_ROWS)} times: stopped.`)
    else if (machine.instructions >= this.budget)
      machine.stop(stoppedText(machine, this.budget, this.checkpoints))
  }

  private finish(): void {
    this.complete = true
    const { ending } = this.machine
    if (ending === null) return
    const kind = ENDING_FINDINGS[ending.kind]
    if (kind !== null) this.observation.ended(ending, kind)
    else if (ending.kind === 'exit' && this.scenario.run.leaks !== false) {
      for (const leak of findLeaks(this.machine)) this.recorder.found(leak)
    }
  }
}
