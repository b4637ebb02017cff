import type { StepKind } from '../engine/allocators/steps.ts'
import type { Condition, Scenario } from '../engine/session/index.ts'

/** Where an example opens: the first operation at which `at` holds, there at the first step of a kind. */
export interface Opening {
  /** `end`: the last operation of the run. */
  readonly at: Condition | 'end'
  /** `before`, `after`: the moment before the operation, or the one at which it is complete. A number: that step. */
  readonly step: StepKind | 'before' | 'after' | number
}

/** What can be looked at beside the map: the variables, the chunk under the glass, the free list, the regions. */
export const EXAMPLE_PANELS = ['variables', 'chunk', 'list', 'regions'] as const
export type ExamplePanel = (typeof EXAMPLE_PANELS)[number]

/** A piece of a lesson's text that leads to a moment of the run. */
export interface MomentLink {
  /** The piece, as it stands in the text. */
  readonly text: string
  readonly open: Opening
}

/** What a lesson is: something to watch, to compare, a program with a mistake, or a mistake to find. */
export const EXAMPLE_KINDS = ['watch', 'compare', 'mistake', 'hunt'] as const
export type ExampleKind = (typeof EXAMPLE_KINDS)[number]

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
  /** From 1. */
  readonly chapter: number
  readonly kind: ExampleKind
  readonly teaches: string
  readonly scenario: Scenario
  readonly open: Opening
  /** What stands beside the map when it opens; the variables unless said. */
  readonly panel?: ExamplePanel
  /** What is lit when it opens, as texts name places: `+48`, `brk+32`. Nothing unless said. */
  readonly light?: string
  /** Whether it asks before operations what they will do; unless said, that stays as the person has it. */
  readonly predict?: boolean
  /** What to look at where it opens. */
  readonly look: string
  /** Pieces of `look`, in its order, that lead to moments. */
  readonly moments: readonly MomentLink[]
  readonly question: string
  readonly answer: string
  /** The same for `answer`. */
  readonly answerMoments?: readonly MomentLink[]
  /** Compare with these; empty if there is nothing to compare. */
  readonly variants: readonly Variant[]
}

/** The step (as positions count them) at which an example opens, given the kinds of its operation's steps in order. */
export function openingStep({ step }: Opening, kinds: readonly string[]): number {
  if (typeof step === 'number') return Math.min(step, kinds.length)
  if (step === 'before') return 0
  if (step === 'after') return kinds.length
  return kinds.indexOf(step) + 1
}

/** A chapter of a course. */
export interface Chapter {
  readonly title: string
  /** What one knows behind it: a sentence. */
  readonly purpose: string
}

/** Lessons in the order of a course. An instructor's has the same form as the lab's own. */
export interface Course {
  /** Under this name the progress is kept: small letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  /** What it is, and for whom: a sentence or two. */
  readonly about: string
  readonly chapters: readonly Chapter[]
  /** In order; `chapter` of each counts `chapters` from 1. */
  readonly lessons: readonly Example[]
}
