import { REGISTERS } from '../instruction.ts'
import type { Diagnostics, Place } from '../source.ts'
import type { Emitter } from './emitter.ts'
import type { Frame } from './frame.ts'
import type { Kind } from './kinds.ts'
import { accessOfKind } from './kinds.ts'

interface Held {
  readonly register: number
  readonly kind: Kind
}

/**
 * The registers of a function: a stack. `take` gives the next one, `free` returns all from one on. Those whose values are
 * needed later are held; a call saves what is held in the frame and brings it back.
 */
export class Registers {
  next = 0
  private readonly held: Held[] = []

  constructor(
    private readonly emitter: Emitter,
    private readonly frame: Frame,
    private readonly diagnostics: Diagnostics,
  ) {}

  /** The next register, or the first of `count`. Ends the compile if there are none left. */
  take(place: Place, count = 1): number {
    const first = this.next
    if (first + count > REGISTERS)
      this.diagnostics.fatal(place, 'this expression needs too many intermediate values: split it in two')
    this.next += count
    return first
  }

  /** Register `first` and all that were taken after it are free again. */
  free(first: number): void {
    this.next = first
  }

  /** The value in the register must outlive calls, until `drop`. */
  hold(register: number, kind: Kind): void {
    this.held.push({ register, kind })
  }

  /** What was held last needs no more care. */
  drop(count = 1): void {
    this.held.length -= count
  }

  /** Saves what is held, before a call. */
  save(): void {
    for (const { register, kind } of this.held)
      this.emitter.emit(accessOfKind(kind).storeLocal, register, 0, 0, this.frame.slot(register))
  }

  /** Brings back what is held, after a call. */
  restore(): void {
    for (const { register, kind } of this.held)
      this.emitter.emit(accessOfKind(kind).loadLocal, register, 0, 0, this.frame.slot(register))
  }
}
