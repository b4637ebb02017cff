import type { StepKind } from '../engine/allocators/steps.ts'
import type { Scenario } from '../engine/session/scenario.ts'

/** Where an example opens: the first step of a kind in an operation (counted from 0), or the moment before or after it. */
export interface Opening {
  readonly operation: number
  readonly step: StepKind | 'before' | 'after'
}

/** The same question with another allocator, option or source. */
export interface Variant {
  readonly label: string
  readonly scenario: Scenario
}

/**
 * An entry of the gallery: it teaches one thing, fits on one screen, and ends with a question. In texts `+256`
 * is a chunk's distance from the first chunk, `[48]` a chunk in use, `(48)` a free one.
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
export function openingStep({ step }: Opening, kinds: readonly StepKind[]): number {
  if (step === 'before') return 0
  if (step === 'after') return kinds.length
  return kinds.indexOf(step) + 1
}
