import type { MomentRequest, Position } from '../../engine/session/index.ts'
import { SUPERSEDED, WorkerDied } from '../../worker/client.ts'
import type { Lab } from '../lab.ts'
import { mapRequest } from '../map-view.ts'
import {
  clampPosition,
  LAST_STEP,
  operationBack,
  operationForward,
  type Place,
  stepBack,
  stepForward,
} from '../positions.ts'
import { withoutQuestion } from '../predict/state.ts'
import { isAsked } from '../selectors.ts'
import type { LabState } from '../store.ts'
import { loadDifference } from './difference.ts'
import { saveSoon } from './remember.ts'

const LIST_LIMIT = 200
/** Keys held down run ahead of the engine by no more steps than this. */
const MOST_QUEUED = 4

/** What the screen needs of a moment, and no more. */
export function momentRequest(state: LabState): MomentRequest {
  return {
    position: state.position,
    map: mapRequest(state),
    listLimit: LIST_LIMIT,
    lists: state.inspectorTab === 'list',
    inspect: state.view.inspect,
    part: state.lit,
  }
}

/** Asks again for the moment on the screen, for instance when the map shows another stretch. */
export async function refresh(lab: Lab): Promise<void> {
  if (lab.ahead !== null) return
  const { run } = lab
  const request = ++lab.request
  lab.waiting = true
  try {
    const moment = await lab.client.callLatest('moment', 'moment', momentRequest(lab.store.getState()))
    if (moment === SUPERSEDED || run !== lab.run) return
    lab.store.setState({ moment })
    void loadDifference(lab)
    if (request !== lab.request) return
    const { fileChoice } = lab.store.getState()
    const arrived = fileChoice?.line === 0 && fileChoice.file === moment.program?.at.file
    lab.store.setState({ position: moment.position, ...(arrived ? { fileChoice: null } : {}) })
    saveSoon(lab)
  } catch (error) {
    if (error instanceof WorkerDied || run !== lab.run) return
    lab.store.setState({
      notice: { tone: 'bad', title: 'This moment cannot be shown', text: messageOf(error) },
    })
  } finally {
    if (request === lab.request) settle(lab)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Takes one of the steps that keys asked for while the engine was at work. */
export function settle(lab: Lab): void {
  lab.waiting = false
  // Nobody who held a key down has seen the question yet.
  if (isAsked(lab.store.getState())) lab.queued = 0
  if (lab.queued === 0) return
  const direction = lab.queued > 0 ? 1 : -1
  lab.queued -= direction
  step(lab, direction)
}

/** Goes to a position; one that has not been run yet becomes the last that has. */
export function seek(lab: Lab, position: Position): void {
  const { info } = lab.store.getState()
  if (info === null || info.done === 0 || lab.ahead !== null) return
  const { predict } = lab.store.getState()
  lab.store.setState({ position: clampPosition(position, info.done), predict: withoutQuestion(predict) })
  // A line that was jumped to was looked at; a file that was chosen stays until the run comes to it.
  if ((lab.store.getState().fileChoice?.line ?? 0) > 0) lab.store.setState({ fileChoice: null })
  void refresh(lab)
}

function place(lab: Lab): Place | null {
  const { position, moment, info } = lab.store.getState()
  return moment === null || info === null ? null : { position, steps: moment.steps, done: info.done }
}

function move(lab: Lab, rule: (place: Place) => Position | null, forwards: boolean): boolean {
  const now = place(lab)
  const next = now === null ? null : rule(now)
  if (next !== null && !(forwards && lab.gate?.(next))) seek(lab, next)
  return next !== null
}

/** One step forwards or backwards. Returns whether there is one. */
export function step(lab: Lab, direction: 1 | -1): boolean {
  if (lab.waiting) {
    lab.queued = Math.max(-MOST_QUEUED, Math.min(MOST_QUEUED, lab.queued + direction))
    return true
  }
  return move(lab, direction === 1 ? stepForward : stepBack, direction === 1)
}

/** One operation forwards or backwards; the moment is always one at which an operation is complete. */
export function stepOperation(lab: Lab, direction: 1 | -1): boolean {
  if (lab.waiting) return true
  return move(lab, direction === 1 ? operationForward : operationBack, direction === 1)
}

export function toStart(lab: Lab): void {
  seek(lab, { operation: 0, step: 0 })
}

/** To the last moment that has been run. */
export function toEnd(lab: Lab): void {
  const { info } = lab.store.getState()
  if (info !== null) seek(lab, { operation: info.done - 1, step: LAST_STEP })
}
