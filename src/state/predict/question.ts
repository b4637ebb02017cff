import type { Moment } from '../../engine/session/index.ts'
import { answerOf, blockOf, callIn } from './call.ts'
import { freeQuestion } from './frees.ts'
import { placeQuestion } from './places.ts'
import type { Question } from './state.ts'

/**
 * What to ask before an operation, given the moments before and behind it as the engine tells them; null where there is
 * nothing to predict: another operation, a wrong pointer, a choice between fewer than two.
 *
 * `family`: the allocator's factory in the catalog.
 */
export function questionOf(before: Moment, after: Moment, family: string): Question | null {
  const call = callIn(before.call)
  const answer = answerOf(after)
  if (call === null || answer === null) return null
  const subject = call.name === 'allocate' ? null : blockOf(before, call)
  if (subject === null && call.name !== 'allocate') return null
  const question =
    call.name === 'free' && subject !== null
      ? freeQuestion(before, after, subject, family)
      : placeQuestion(before, after, subject, answer)
  return question !== null && question.choices.length >= 2 && question.choices.some(({ right }) => right)
    ? question
    : null
}
