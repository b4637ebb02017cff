import type { Address, Bytes } from '../../engine/units.ts'

/** Addresses [from, to). */
export interface Range {
  readonly from: Address
  readonly to: Address
}

/** One of the answers to choose from. */
export interface Choice {
  /** In words; for a free list, see `entries`. */
  readonly label: string
  /** The free list that this answer stands for, in its order; null for other answers. */
  readonly entries: readonly { readonly chunk: Address; readonly size: Bytes }[] | null
  /** The chunk on the map that this answer stands for; null for one that is not on it. */
  readonly place: Range | null
  readonly right: boolean
  /** What there is to say of it if it was chosen and is not right; may be empty. */
  readonly remark: string
}

/** What is asked before an operation: where its block will land, or what becomes of the chunk that it frees. */
export interface Question {
  readonly kind: 'place' | 'list' | 'merge'
  readonly operation: number
  readonly words: string
  readonly choices: readonly Choice[]
  /** The chunk that the operation is about; null where it brings none. */
  readonly subject: Range | null
  /** Where the block (or the free chunk) lies in the end; null if nowhere. */
  readonly outcome: Range | null
  /** What really happens, in a sentence or two of the engine's. */
  readonly because: string
}

/** How a question ended. */
export interface Told {
  readonly verdict: 'right' | 'wrong' | 'skipped'
  /** The choice that was made; -1 for none, or a place that is no choice. */
  readonly choice: number
}

/** Answers so far: `right` of `asked`. */
export interface Score {
  readonly right: number
  readonly asked: number
}

/** Predicting, while it is switched on. */
export interface Predict {
  /** The question on the screen; null for none. */
  readonly question: Question | null
  /** The choice that the keys have come to; -1 before the first. */
  readonly at: number
  /** Null while the question is open. */
  readonly told: Told | null
  /** Operations of this run that were asked about: they are not asked about again. */
  readonly settled: ReadonlySet<number>
  /** Right answers in a row. */
  readonly streak: number
  /** The scores by lesson (see `scoreKey`). */
  readonly scores: Readonly<Record<string, Score>>
}

export const NO_SCORE: Score = { right: 0, asked: 0 }

/** Predicting, just switched on. */
export function firstPredict(scores: Predict['scores']): Predict {
  return { question: null, at: -1, told: null, settled: new Set(), streak: 0, scores }
}

/** Without the question on the screen; it will be asked again unless it was settled. */
export function withoutQuestion(predict: Predict | null): Predict | null {
  return predict?.question == null ? predict : { ...predict, question: null, at: -1, told: null }
}

/** For another run: nothing has been asked about in it. */
export function forNewRun(predict: Predict | null): Predict | null {
  return predict === null ? null : { ...predict, question: null, at: -1, told: null, settled: new Set() }
}

/** A question comes onto the screen. */
export function asking(predict: Predict, question: Question): Predict {
  return { ...predict, question, at: -1, told: null }
}

/** The choice `by` places on, around the ends. */
export function pointed(predict: Predict, by: 1 | -1): Predict {
  const count = predict.question?.choices.length ?? 0
  if (count === 0 || predict.told !== null) return predict
  const at = predict.at < 0 ? (by > 0 ? 0 : count - 1) : (predict.at + by + count) % count
  return { ...predict, at }
}

/** The question is answered by a choice; -1 stands for a place that is none of them. `key` says whose score it is. */
export function answered(predict: Predict, choice: number, key: string): Predict {
  const { question, scores } = predict
  if (question === null || predict.told !== null) return predict
  const right = question.choices[choice]?.right ?? false
  const score = scores[key] ?? NO_SCORE
  return {
    ...settle(predict, question, { verdict: right ? 'right' : 'wrong', choice }),
    streak: right ? predict.streak + 1 : 0,
    scores: { ...scores, [key]: { right: score.right + (right ? 1 : 0), asked: score.asked + 1 } },
  }
}

/** The answer is shown, and counts for nothing. */
export function skipped(predict: Predict): Predict {
  const { question, told } = predict
  return question === null || told !== null
    ? predict
    : settle(predict, question, { verdict: 'skipped', choice: -1 })
}

function settle(predict: Predict, { operation }: Question, told: Told): Predict {
  return { ...predict, told, settled: new Set([...predict.settled, operation]) }
}

/** What the verdict says: what really happens, and what was wrong with the choice. */
export function verdictText({ choices, because }: Question, { verdict, choice }: Told): string {
  const remark = verdict === 'wrong' ? (choices[choice]?.remark ?? '') : ''
  return [because, remark].filter((part) => part !== '').join(' ')
}

/** The short answer: the labels of what is right. */
export function rightChoices({ choices }: Question): readonly Choice[] {
  return choices.filter(({ right }) => right)
}
