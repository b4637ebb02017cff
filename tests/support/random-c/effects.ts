/*
 * What an expression reads and writes, so that C's sequence rules are kept: of two operands that are evaluated in no
 * fixed order, neither may write what the other reads or writes. A variable whose address is never taken stands for
 * itself; all others, and what pointers reach, are one thing.
 */

export interface Effects {
  readonly reads: ReadonlySet<string>
  readonly writes: ReadonlySet<string>
}

/** Every variable that a pointer or another function may reach. */
export const MEMORY = '*memory'

export const NO_EFFECTS: Effects = { reads: new Set(), writes: new Set() }

export function reading(key: string): Effects {
  return { reads: new Set([key]), writes: NO_EFFECTS.writes }
}

/** Changing a variable by its old value is reading and writing; so is assigning, since the value may be used. */
export function writing(key: string): Effects {
  return { reads: new Set([key]), writes: new Set([key]) }
}

export function together(...all: readonly Effects[]): Effects {
  const busy = all.filter((each) => each.reads.size + each.writes.size > 0)
  if (busy.length <= 1) return busy[0] ?? NO_EFFECTS
  return {
    reads: new Set(busy.flatMap((each) => [...each.reads])),
    writes: new Set(busy.flatMap((each) => [...each.writes])),
  }
}

/** Whether `key` may be read beside what has `beside` as its effects. */
export function mayRead(key: string, beside: Effects): boolean {
  return !beside.writes.has(key)
}

/** Whether `key` may be written beside it. */
export function mayWrite(key: string, beside: Effects): boolean {
  return !beside.writes.has(key) && !beside.reads.has(key)
}
