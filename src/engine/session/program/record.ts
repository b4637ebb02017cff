import type { Checker, HeapCall, VmSnapshot } from '../../workload/c/vm/index.ts'
import type { Checkpoint } from '../checkpoints.ts'
import { History } from '../history.ts'
import type { Ending } from '../scenario.ts'
import { Output } from './output.ts'
import type { Report } from './reporter.ts'
import { type CallName, Rows } from './rows.ts'

/** The state of a program before an operation. */
export interface ProgramCheckpoint extends Checkpoint {
  readonly vm: VmSnapshot
  /** Rows made so far. */
  readonly row: number
}

/** Who watches the first run of a program. */
export interface Observer {
  /** What the virtual machine asks about accesses. */
  readonly checker: Checker
  /** A call of the lab's malloc family or of the kernel begins, with its arguments. */
  rowBegins(row: number, name: CallName, a: number, b: number): void
  /** It is over. `failed`: it was refused memory. */
  rowEnds(row: number, failed: boolean): void
  /** The program's own malloc, free or realloc begins. */
  ownBegins(call: HeapCall): void
  /** It has answered, as row `row`. `ended`: the block that it ended; -1 for none. */
  ownEnds(row: number, call: HeapCall, ended: number, failed: boolean): void
  add(report: Report): void
}

/** What the first run writes down and a replay finds. */
export interface ProgramRecord {
  readonly history: History
  readonly rows: Rows
  readonly output: Output
  /** Where the lab stopped the program, and after how many instructions; null while it has not. */
  stopped: { readonly instructions: number; readonly ending: Ending } | null
}

/** A record that nothing has been written into. */
export function newRecord(): ProgramRecord {
  return { history: new History(0), rows: new Rows(), output: new Output(), stopped: null }
}
