import type { Lab } from '../lab.ts'
import { isAsked } from '../selectors.ts'
import { loadDifference } from './difference.ts'
import { seek } from './navigate.ts'
import { pause } from './play.ts'
import { saveSoon } from './remember.ts'

/** Pins the moment on the screen: from now on, others are compared with it. */
export function pin(lab: Lab): void {
  const { moment } = lab.store.getState()
  if (moment === null) return
  lab.store.setState({ pinned: moment.position, difference: null })
  saveSoon(lab)
  void loadDifference(lab)
}

/** Takes the pin off. */
export function unpin(lab: Lab): void {
  lab.store.setState({ pinned: null, difference: null })
  saveSoon(lab)
}

/** Pins the moment on the screen, or takes the pin off wherever it is. */
export function togglePin(lab: Lab): void {
  if (lab.store.getState().pinned === null) pin(lab)
  else unpin(lab)
}

/** Goes to the pinned moment, if there is one. Not past an open question. */
export function toPin(lab: Lab): void {
  const { pinned } = lab.store.getState()
  if (pinned === null || isAsked(lab.store.getState())) return
  pause(lab)
  seek(lab, pinned)
}
