import type { Scenario } from '../../engine/session/index.ts'
import { FIRST_HAND } from '../by-hand/state.ts'
import type { Lab } from '../lab.ts'
import { stopComparing } from './compare.ts'
import { openScenario } from './open.ts'
import { setPresenting } from './present.ts'
import { setPhoneTab, setStageTab, stopEditing } from './screen.ts'

/** Shows the bar for playing by hand, and brings the focus to it. */
export function showHand(lab: Lab): void {
  const { hand } = lab.store.getState()
  lab.store.setState({ hand: hand === null ? FIRST_HAND : { ...hand, calls: hand.calls + 1 } })
  // It stands over the one heap of the usual page.
  setPresenting(lab, false)
  if (lab.store.getState().comparison !== null) stopComparing(lab)
  setStageTab(lab, 'heap')
  setPhoneTab(lab, 'heap')
}

export function hideHand(lab: Lab): void {
  lab.store.setState({ hand: null })
}

/** A program that does nothing yet. */
const EMPTY_MAIN = `#include <stdlib.h>
#include <string.h>

int main(void) {
  return 0;
}
`

/** Opens an empty program, under the allocator that is chosen, to be played on by hand. */
export function playFromScratch(lab: Lab): Promise<void> {
  stopEditing(lab)
  showHand(lab)
  return openScenario(lab, emptyProgram(lab.store.getState().scenario))
}

function emptyProgram(current: Scenario | null): Scenario {
  const allocator =
    current === null || current.allocator.id === 'ostep'
      ? { id: 'first-fit', options: {} }
      : current.allocator
  const files = [{ name: 'main.c', text: EMPTY_MAIN }]
  // Blocks that nobody has freed yet are no mistake of somebody who is still playing.
  const run = { leaks: false }
  return { title: 'By hand', source: { kind: 'c', files, input: '' }, allocator, process: {}, run }
}
