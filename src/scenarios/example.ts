import type { StepKind } from '../engine/allocators/steps.ts'
import type { Condition, Scenario } from '../engine/session/index.ts'

/** Where an example opens: the first operation at which `at` holds, there at the first step of a kind. */
export interface Opening {
  /** `end`: the last operation of the run. */
  readonly at: Condition | 'end'
  /** `before`, `after`: the moment before the operation, or the one at which it is complete. */
  readonly step: StepKind | 'before' | 'after'
}

/** The same question with another allocator, option or source. */
export interface Variant {
  readonly label: string
  readonly scenario: Scenario
}

/**
 * An entry of the gallery: it teaches one thing, fits on one screen, and ends with a question. In texts `+256`
 * is a chunk's distance from the first chunk, `[48]` a chunk in use, `(48)` a free one, `brk+32` a distance from the
 * first program break.
 */
export interface Example {
  /** A short name for links and files, in small letters with hyphens. */
  readonly id: string
  readonly title: string
  readonly chapter: number
  readonly teaches: string
  readonly scenario: Scenario
  readonly open: Opening
  /** What to look at where it opens. */
  readonly look: string
  readonly question: string
  readonly answer: string
  /** Compare with these; empty if there is nothing to compare. */
  readonly variants: readonly Variant[]
}

/** The step (as positions count them) at which an example opens, given the kinds of its operation's steps in order. */
export function openingStep({ step }: Opening, kinds: readonly string[]): number {
  if (step === 'before') return 0
  if (step === 'after') return kinds.length
  return kinds.indexOf(step) + 1
}
