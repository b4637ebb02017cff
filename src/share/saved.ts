import type { Position, Scenario } from '../engine/session/scenario.ts'

/** What the person had chosen to see: small values by name, whose meaning is the page's affair. */
export type SavedView = Readonly<Record<string, string | number | boolean>>

/** What a link or a scenario file carries. */
export interface Saved {
  readonly scenario: Scenario
  readonly position: Position
  readonly view: SavedView
}

/** What can be wrong with a link or a file. */
export type ReadProblem = 'not ours' | 'newer' | 'truncated' | 'corrupt' | 'too large' | 'invalid'

/** What reading gives. `reason` is a sentence or two for the person who opened it. */
export type Read =
  | { readonly ok: true; readonly value: Saved }
  | { readonly ok: false; readonly problem: ReadProblem; readonly reason: string }

/** A reading that failed. */
export function unreadable(problem: ReadProblem, reason: string): Read {
  return { ok: false, problem, reason }
}
