import type { Address } from '../../units.ts'
import type { FunctionInfo } from '../../workload/c/image.ts'

/** A frame of the call stack. */
export interface Frame {
  readonly function: FunctionInfo
  /** Its frame pointer: its variables lie below. */
  readonly fp: Address
  /** The statement it is at: an index of the program's lines; -1 in the library. */
  readonly statement: number
}
