import type { Lab } from '../lab.ts'
import { step } from './navigate.ts'

/** Steps a second that the page offers. */
export const SPEEDS: readonly number[] = [1, 2, 5, 20]

/** Plays, or pauses. Playing ends by itself at the last step. */
export function togglePlay(lab: Lab): void {
  if (lab.store.getState().playing) pause(lab)
  else play(lab, false)
}

/** Plays backwards, or pauses; what plays forwards turns round. Playing ends by itself at the first step. */
export function togglePlayBack(lab: Lab): void {
  const { playing, playsBack } = lab.store.getState()
  pause(lab)
  if (!playing || !playsBack) play(lab, true)
}

function play(lab: Lab, playsBack: boolean): void {
  lab.store.setState({ playing: true, playsBack })
  tick(lab)
}

/** Plays until `arrived` says so, and then does what comes next; not so if it is paused or ends before. */
export function playUntil(lab: Lab, arrived: () => boolean, then: () => void): void {
  lab.store.setState({ playing: true, playsBack: false })
  tick(lab, { arrived, then })
}

/** Where playing stops by itself, and what happens then. */
interface Goal {
  readonly arrived: () => boolean
  readonly then: () => void
}

export function pause(lab: Lab): void {
  lab.stopPlaying?.()
  lab.stopPlaying = null
  lab.store.setState({ playing: false })
}

export function setSpeed(lab: Lab, speed: number): void {
  lab.store.setState({ speed })
}

function tick(lab: Lab, goal: Goal | null = null): void {
  const there = !lab.waiting && goal?.arrived() === true
  const { playsBack, speed } = lab.store.getState()
  if (there || (!lab.waiting && !step(lab, playsBack ? -1 : 1))) {
    pause(lab)
    if (there) goal?.then()
    return
  }
  lab.stopPlaying = lab.services.after(1000 / speed, () => tick(lab, goal))
}
