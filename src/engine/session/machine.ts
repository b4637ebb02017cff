import type { AllocatorContext, HeapView } from '../allocators/index.ts'
import type { Process } from '../kernel/index.ts'
import type { Checkpoint } from './checkpoints.ts'
import type { History } from './history.ts'
import type { Ending } from './scenario.ts'

/**
 * Runs a workload on a process with an allocator, one operation after another. In a trace an operation is a call; in a program it is a statement, or a call within one.
 */
export interface Machine {
  readonly process: Process
  readonly context: AllocatorContext
  readonly allocator: HeapView
  readonly history: History
  /** The next operation to run. */
  readonly operation: number
  /** Where the process ended, if it did. No further operation runs then. */
  readonly ending: Ending | null
  /**
   * Runs one operation. A fault, an abort or a used-up budget becomes `ending`; only a signal that an observer
   * throws (to stop in the middle) comes through.
   */
  execute(): void
}

/** A machine that can be moved through time. */
export interface MovableMachine<C extends Checkpoint> extends Machine {
  /** Runs up to operation `operation`, at full speed. */
  runTo(operation: number): void
  checkpoint(): C
  restore(checkpoint: C): void
}
