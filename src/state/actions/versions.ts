import type { Scenario } from '../../engine/session/index.ts'
import { movedBreakpoints } from '../breakpoints.ts'
import type { Lab } from '../lab.ts'
import { hasUnrunText, programOf } from '../selectors.ts'
import { changed, stepped, versionOf, versionsOf, withVersion } from '../versions.ts'
import { stateAhead } from './ahead.ts'
import { workOnText } from './leave-work.ts'
import { type Arrival, openScenario } from './open.ts'
import { stopEditing, tellTrouble } from './screen.ts'

/** Opens a scenario whose text the person has changed. What was open can be had back. */
export async function openVersion(lab: Lab, scenario: Scenario, arrival: Arrival): Promise<void> {
  const { scenario: before, position, data, versions } = stateAhead(lab)
  if (before !== null) {
    const known = versionsOf(versions, before)
    lab.store.setState({ versions: changed(known, versionOf(before, position, data), scenario.source) })
  }
  workOnText(lab)
  await openScenario(lab, scenario, { ...arrival, again: true })
}

/** Takes the last change of the text back, typed or by hand; says why where that cannot be. */
export function undo(lab: Lab): Promise<void> {
  return go(lab, -1)
}

/** Makes the change again that was taken back last. */
export function redo(lab: Lab): Promise<void> {
  return go(lab, 1)
}

async function go(lab: Lab, direction: 1 | -1): Promise<void> {
  const state = stateAhead(lab)
  const { scenario, position, view, breakpoints, pinned } = state
  if (scenario === null || state.embedded) return
  const next = stepped(
    versionsOf(state.versions, scenario),
    versionOf(scenario, position, state.data),
    direction,
  )
  if (next === null) return
  if (hasUnrunText(state)) return tellTrouble(lab, 'The editor holds changes', UNRUN)
  stopEditing(lab)
  const { hand } = state
  lab.store.setState({ versions: next.versions, hand: hand === null ? null : { ...hand, problem: null } })
  const reopened = withVersion(scenario, next.to)
  const files = reopened.source.kind === 'c' ? reopened.source.files : []
  await openScenario(lab, reopened, {
    again: true,
    position: next.to.position,
    data: next.to.data,
    view: { mapFrom: view.mapFrom, bytesPerRow: view.bytesPerRow },
    pinned,
    breakpoints: movedBreakpoints(breakpoints, programOf(state)?.files ?? [], files),
  })
}

/** What to do about text that was typed and not run, before the text that runs is changed. */
export const UNRUN = 'What was typed has not been run yet. Run it or discard it first.'
