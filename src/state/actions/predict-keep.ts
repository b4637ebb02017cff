import type { Lab } from '../lab.ts'
import type { Predict, Score } from '../predict/state.ts'

const KEY = 'heap-lab-predict'
const VERSION = 1
/** Lessons whose scores are kept. */
const MOST_SCORES = 500

/** Keeps the scores of lessons for the next visit; a frame in a page keeps none. */
export function keepScores(lab: Lab, scores: Predict['scores']): void {
  if (lab.store.getState().embedded) return
  const ofLessons = Object.entries(scores)
    .filter(([key]) => key !== '')
    .slice(-MOST_SCORES)
  lab.services.keep.write(KEY, JSON.stringify({ version: VERSION, scores: Object.fromEntries(ofLessons) }))
}

/** The scores that earlier visits left; what makes no sense there is left out. */
export function recallScores(lab: Lab): Predict['scores'] {
  try {
    const kept: unknown = JSON.parse(lab.services.keep.read(KEY) ?? '')
    if (typeof kept !== 'object' || kept === null) return {}
    const { version, scores } = kept as { version?: unknown; scores?: unknown }
    if (version !== VERSION || typeof scores !== 'object' || scores === null) return {}
    return Object.fromEntries(Object.entries(scores).filter(([, score]) => isScore(score)))
  } catch {
    return {}
  }
}

function isScore(value: Partial<Score> | null): value is Score {
  const { right, asked } = value ?? {}
  return isCount(right) && isCount(asked) && right <= asked
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
