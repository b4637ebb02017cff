import type { Position, Scenario } from '../../engine/session/index.ts'
import { movedLine } from '../breakpoints.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { sourceText } from '../selectors.ts'
import type { LabState } from '../store.ts'
import { saveSoon } from './remember.ts'
import { tellTrouble } from './screen.ts'
import { openVersion } from './versions.ts'

/** Lines that the editor takes over from a source whose text is not part of the scenario. */
const MOST_LINES = 2000

/** Opens the editor on the text of a trace; says why where there is too much of it. */
export async function startEditing(lab: Lab): Promise<void> {
  const { draft, scenario } = lab.store.getState()
  if (draft !== null) return lab.store.setState({ editing: 'trace', sourceTab: 'program' })
  const text = scenario === null ? '' : await traceText(lab, 'The editor')
  if (text === null) return
  lab.store.setState({ draft: text, draftFrom: text, editing: 'trace', sourceTab: 'program' })
}

/** The text of what is open as a trace; null where there is too much of it for `taker`, which is then said. */
export async function traceText(lab: Lab, taker: string): Promise<string | null> {
  const { scenario, source, info } = lab.store.getState()
  const text = scenario === null ? null : sourceText(scenario)
  if (text !== null) return text
  const lines = source?.total ?? info?.total ?? 0
  if (lines > MOST_LINES) {
    const why = `${taker} takes up to ${MOST_LINES.toLocaleString('en')} lines; this has ${lines.toLocaleString('en')}. Change the file and open it again.`
    tellTrouble(lab, 'Too long to edit here', why)
    return null
  }
  const all = await lab.client.call('source', { firstLine: 1, count: MOST_LINES })
  return all.lines.join('\n')
}

/** A trace of the person's own, to be run as what is open is. */
export function traceScenario(lab: Lab, title: string, text: string): Scenario {
  const { scenario } = lab.store.getState()
  const name = scenario?.source.kind === 'trace' ? scenario.source.name : 'typed.rep'
  const allocator =
    scenario === null || scenario.source.kind === 'ostep'
      ? { id: 'first-fit', options: {} }
      : scenario.allocator
  return {
    title,
    source: { kind: 'trace', name, text },
    allocator,
    process: scenario?.process ?? {},
    run: scenario?.run ?? {},
  }
}

/** Keeps what is typed. It is remembered between visits as well. */
export function setDraft(lab: Lab, draft: string): void {
  lab.store.setState({ draft })
  saveSoon(lab)
}

/** Runs what was typed, at the operation on the screen. The editor stays open if it could not be read to its end. */
export async function runDraft(lab: Lab): Promise<void> {
  const state = lab.store.getState()
  const { draft, view } = state
  if (draft === null) return
  await openVersion(lab, traceScenario(lab, 'Your trace', draft), {
    position: positionIn(state, draft),
    ...(state.moment === null ? {} : { view: { bytesPerRow: view.bytesPerRow } }),
  })
  const { info } = lab.store.getState()
  if (info !== null && info.error === null) lab.store.setState({ editing: false, draft: null })
  saveSoon(lab)
}

/** Where the operation on the screen is in a text that has been changed; where its line is gone, that many operations on. */
function positionIn({ scenario, moment, position }: LabState, draft: string): Position {
  const before = scenario === null ? null : sourceText(scenario)
  if (before === null || moment === null || moment.line === 0) return position
  const line = movedLine(before, draft, moment.line)
  const operation =
    position.operation + (line === 0 ? 0 : operationsIn(draft, line) - operationsIn(before, moment.line))
  const isComplete = moment.steps > 0 && position.step >= moment.steps
  return { operation: Math.max(0, operation), step: isComplete ? LAST_STEP : position.step }
}

/** Lines before a line of a trace that have an operation. */
function operationsIn(text: string, line: number): number {
  return text.split('\n', line - 1).filter((each) => /^\s*[a-zA-Z]/.test(each)).length
}

/** Throws away what was typed and goes back to the scenario's own text. */
export function discardDraft(lab: Lab): void {
  lab.store.setState({ editing: false, draft: null })
  saveSoon(lab)
}
