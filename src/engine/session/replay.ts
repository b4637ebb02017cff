import { HeapWalks } from '../inspect/index.ts'
import type { Checkpoint, Checkpoints } from './checkpoints.ts'
import type { MovableMachine } from './machine.ts'
import { record, runTo, type Transcript } from './transcript.ts'

/**
 * A second machine that shows moments of a run: it goes to any of them by restoring the nearest checkpoint and
 * running on silently, while the first machine may still be running ahead.
 */
export class Replay<C extends Checkpoint = Checkpoint, M extends MovableMachine<C> = MovableMachine<C>> {
  /** Walks of the heap that the machine shows. */
  readonly walks: HeapWalks

  /** The state before the operation that is shown; null before anything was. */
  private before: C | null = null
  private transcript: Transcript = []
  /** Whether the machine stands in the middle of an operation. */
  private midway = false

  constructor(
    readonly machine: M,
    private readonly checkpoints: Checkpoints<C>,
  ) {
    this.walks = new HeapWalks(machine.allocator)
  }

  /** Goes to the moment before operation `operation`. */
  goTo(operation: number): void {
    if (this.before !== null && this.before.operation === operation) {
      this.put(this.before)
      return
    }
    const nearest = this.checkpoints.before(operation)
    const here = this.machine.operation
    const ahead = !this.midway && this.before !== null && here <= operation && here >= nearest.operation
    if (!ahead) this.put(nearest)
    this.machine.runTo(operation)
    this.before = this.machine.checkpoint()
    this.transcript = []
  }

  /** The steps of operation `operation`. The machine is somewhere around it afterwards. */
  transcriptOf(operation: number): Transcript {
    if (this.before?.operation === operation && this.transcript.length > 0) return this.transcript
    this.goTo(operation)
    this.transcript = record(this.machine)
    return this.transcript
  }

  /** Goes to the moment right after step `step` (0: before the first) of operation `operation`. */
  goToStep(operation: number, step: number): void {
    const steps = this.transcriptOf(operation).length
    this.goTo(operation)
    if (step <= 0) return
    if (step >= steps) {
      this.machine.execute()
      return
    }
    this.midway = true
    runTo(this.machine, step)
  }

  /** Somebody else moves the machine: it must be put somewhere before it is looked at again. */
  leave(): void {
    this.before = null
    this.transcript = []
    this.midway = true
  }

  private put(checkpoint: C): void {
    this.machine.restore(checkpoint)
    this.midway = false
  }
}
