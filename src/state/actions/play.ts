import type { Lab } from '../lab.ts'
import { step } from './navigate.ts'

/** Steps a second that the page offers. */
export const SPEEDS: readonly number[] = [1, 2, 5, 20]

/** Plays, or pauses. Playing ends by itself at the last step. */
export function togglePlay(lab: Lab): void {
  if (lab.store.getState().playing) pause(lab)
  else {
    lab.store.setState({ playing: true })
    tick(lab)
  }
}

export function pause(lab: Lab): void {
  lab.stopPlaying?.()
  lab.stopPlaying = null
  lab.store.setState({ playing: false })
}

export function setSpeed(lab: Lab, speed: number): void {
  lab.store.setState({ speed })
}

function tick(lab: Lab): void {
  const busy = lab.waiting
  if (!busy && !step(lab, 1)) {
    pause(lab)
    return
  }
  lab.stopPlaying = lab.services.after(1000 / lab.store.getState().speed, () => tick(lab))
}
