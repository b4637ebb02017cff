import type { Position } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { OWN_COURSE } from '../course.ts'
import type { Lab } from '../lab.ts'
import { answered, asking, firstPredict, pointed, type Question, skipped } from '../predict/state.ts'
import { exampleOf, isAsked, questionNow } from '../selectors.ts'
import type { LabState } from '../store.ts'
import { seek } from './navigate.ts'
import { loadPart } from './parts.ts'
import { pause } from './play.ts'
import { keepScores, recallScores } from './predict-keep.ts'
import { saveSoon } from './remember.ts'

/** Asks before operations from now on, or not any more. */
export function setPredicting(lab: Lab, on: boolean): void {
  const { predict, embedded } = lab.store.getState()
  if (on === (predict !== null)) return
  lab.gate = on ? (to) => hold(lab, to) : null
  lab.store.setState({ predict: on ? firstPredict(embedded ? {} : recallScores(lab)) : null })
  saveSoon(lab)
}

export function togglePredicting(lab: Lab): void {
  setPredicting(lab, lab.store.getState().predict === null)
}

/** Whose score it is: the lesson's that is open; '' for all work of the person's own. */
export function scoreKey(state: LabState): string {
  const lesson = exampleOf(state)
  return lesson === undefined ? '' : `${state.course.open?.id ?? OWN_COURSE}/${lesson.id}`
}

/**
 * Looks for a question on the way to `to`, and takes the step over if there can be one. Whoever goes on while a
 * question is open wants its answer.
 */
function hold(lab: Lab, to: Position): boolean {
  const state = lab.store.getState()
  const { position, info } = state
  if (isAsked(state)) {
    skipQuestion(lab)
    return true
  }
  const from = position.step === 0 ? position.operation : position.operation + 1
  if (from > to.operation || info?.program?.hasOwnMalloc === true) return false
  void askOrGo(lab, from, to)
  return true
}

/**
 * Asks the first question on the way, or goes where the step leads. Not so if the person has gone elsewhere, or asked
 * for another step, while the engine was at it.
 */
async function askOrGo(lab: Lab, from: number, to: Position): Promise<void> {
  const { run } = lab
  const lookup = ++lab.lookups
  const start = lab.store.getState().position
  lab.waiting = true
  const part = await loadPart(lab, () => import('./predict-ask.ts'))
  // Whatever keeps the engine from telling what comes keeps it from showing that too, and is told there.
  const found = part?.questionBetween(lab, from, to.operation) ?? Promise.resolve(null)
  const question = await found.catch(() => null)
  const { position } = lab.store.getState()
  const isThere = position.operation === start.operation && position.step === start.step
  if (run !== lab.run || lookup !== lab.lookups || !isThere) return
  if (question === null) seek(lab, to)
  else ask(lab, question)
}

function ask(lab: Lab, question: Question): void {
  pause(lab)
  lab.queued = 0
  seek(lab, { operation: question.operation, step: 0 })
  const { predict } = lab.store.getState()
  if (predict !== null)
    lab.store.setState({ predict: asking(predict, question), stageTab: 'heap', phoneTab: 'heap' })
}

/** Moves on to the next choice, or back to the one before. */
export function pointAt(lab: Lab, by: 1 | -1): void {
  const { predict } = lab.store.getState()
  if (predict !== null) lab.store.setState({ predict: pointed(predict, by) })
}

/** Answers with the choice that the keys have come to; does nothing before they have come to one. */
export function choosePointed(lab: Lab): void {
  const { predict } = lab.store.getState()
  if (predict !== null && predict.at >= 0) choose(lab, predict.at)
}

/** Answers the question that is open by a choice, counted from 0; nothing happens where there is none. */
export function choose(lab: Lab, choice: number): void {
  const { predict } = lab.store.getState()
  if (predict?.question?.choices[choice] !== undefined) answer(lab, choice)
}

/**
 * Answers with a place on the map: `address` lies in the free chunk (or the block to be resized) that was picked.
 * Whether that is an answer: there is a question open about a place, and memory may be given from there.
 */
export function choosePlace(lab: Lab, address: Address): boolean {
  const predict = questionNow(lab.store.getState())
  if (predict === null || predict.told !== null || predict.question.kind !== 'place') return false
  const choice = predict.question.choices.findIndex(
    ({ place }) => place !== null && address >= place.from && address < place.to,
  )
  if (choice >= 0) answer(lab, choice)
  return choice >= 0
}

function answer(lab: Lab, choice: number): void {
  const state = lab.store.getState()
  if (state.predict === null) return
  const predict = answered(state.predict, choice, scoreKey(state))
  lab.store.setState({ predict })
  keepScores(lab, predict.scores)
}

/** Shows the answer without counting it. */
export function skipQuestion(lab: Lab): void {
  const { predict } = lab.store.getState()
  if (predict !== null) lab.store.setState({ predict: skipped(predict) })
}
