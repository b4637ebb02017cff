import type { Address } from '../../units.ts'
import type { Checkpoints } from '../checkpoints.ts'
import type { Walk } from '../views.ts'
import type { ProgramMachine } from './machine.ts'
import type { ProgramCheckpoint } from './record.ts'

/** What a person who steps through a program asks of an operation that is about to run. */
interface Stop {
  readonly operation: number
  /** The frame of the statement that is about to run; deeper frames lie lower. */
  readonly fp: Address
  /** Whether a statement is about to run; otherwise a call of the allocator or the kernel. */
  readonly isStatement: boolean
}

type Test = (stop: Stop) => boolean

/**
 * Goes through a program statement by statement, both ways. Nothing of this is recorded: the machine runs the stretch
 * once more and looks at each operation as it comes by.
 */
export class Walker {
  constructor(
    private readonly machine: ProgramMachine,
    private readonly checkpoints: Checkpoints<ProgramCheckpoint>,
    /** Operations that have been run. */
    private readonly done: number,
  ) {}

  /** The operation that a walk from `from` comes to; -1 if there is none that way. */
  walk(from: number, how: Walk, backwards: boolean): number {
    this.goTo(from)
    const { fp } = this.here()
    return this.seek(from, backwards, TESTS[how](fp))
  }

  /** The nearest operation after (before) `from` of which the statement is one of `statements`. */
  statement(from: number, statements: ReadonlySet<number>, backwards: boolean): number {
    const test: Test = ({ operation, isStatement }) =>
      isStatement && statements.has(this.machine.statementAt(operation))
    return this.seek(from, backwards, test)
  }

  private seek(from: number, backwards: boolean, test: Test): number {
    return backwards ? this.back(from, test) : this.forward(from, test)
  }

  private forward(from: number, test: Test): number {
    this.goTo(from + 1)
    while (this.machine.operation < this.done) {
      if (test(this.here())) return this.machine.operation
      this.machine.runTo(this.machine.operation + 1)
      if (this.machine.ending !== null) break
    }
    return -1
  }

  /** Looks through the stretch from one checkpoint to the next, from the last one on backwards. */
  private back(from: number, test: Test): number {
    let end = from
    while (end > 0) {
      const start = this.checkpoints.before(end - 1)
      this.machine.restore(start)
      let found = -1
      while (this.machine.operation < end) {
        if (test(this.here())) found = this.machine.operation
        this.machine.runTo(this.machine.operation + 1)
        if (this.machine.ending !== null) break
      }
      if (found >= 0) return found
      end = start.operation
    }
    return -1
  }

  private goTo(operation: number): void {
    this.machine.restore(this.checkpoints.before(operation))
    this.machine.runTo(operation)
  }

  private here(): Stop {
    const { machine } = this
    return { operation: machine.operation, fp: machine.fp, isStatement: machine.isAtStatement }
  }
}

const TESTS: Readonly<Record<Walk, (fp: Address) => Test>> = {
  into: () => (stop) => stop.isStatement,
  over: (fp) => (stop) => stop.isStatement && stop.fp >= fp,
  out: (fp) => (stop) => stop.isStatement && stop.fp > fp,
  call: () => (stop) => !stop.isStatement,
}
