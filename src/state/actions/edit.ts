import type { Lab } from '../lab.ts'
import { sourceText } from '../selectors.ts'
import { openScenario } from './open.ts'
import { saveSoon } from './remember.ts'

/** Lines that the editor takes over from a source whose text is not part of the scenario. */
const MOST_LINES = 2000

/** Opens the editor on the text of a trace; says why where there is too much of it. */
export async function startEditing(lab: Lab): Promise<void> {
  const { draft, scenario, source, info } = lab.store.getState()
  if (draft !== null) return lab.store.setState({ editing: 'trace', sourceTab: 'program' })
  let text = scenario === null ? '' : sourceText(scenario)
  if (text === null) {
    const lines = source?.total ?? info?.total ?? 0
    if (lines > MOST_LINES) {
      const title = 'Too long to edit here'
      const why = `The editor takes up to ${MOST_LINES.toLocaleString('en')} lines; this has ${lines.toLocaleString('en')}. Change the file and open it again.`
      return lab.store.setState({ notice: { tone: 'bad', title, text: why } })
    }
    const all = await lab.client.call('source', { firstLine: 1, count: MOST_LINES })
    text = all.lines.join('\n')
  }
  lab.store.setState({ draft: text, editing: 'trace', sourceTab: 'program' })
}

/** Keeps what is typed. It is remembered between visits as well. */
export function setDraft(lab: Lab, draft: string): void {
  lab.store.setState({ draft })
  saveSoon(lab)
}

/** Runs what was typed. The editor stays open if it could not be read to its end. */
export async function runDraft(lab: Lab): Promise<void> {
  const { draft, scenario } = lab.store.getState()
  if (draft === null) return
  const name = scenario?.source.kind === 'trace' ? scenario.source.name : 'typed.rep'
  const allocator =
    scenario === null || scenario.source.kind === 'ostep'
      ? { id: 'first-fit', options: {} }
      : scenario.allocator
  await openScenario(lab, {
    title: 'Your trace',
    source: { kind: 'trace', name, text: draft },
    allocator,
    process: scenario?.process ?? {},
    run: scenario?.run ?? {},
  })
  const { info } = lab.store.getState()
  if (info !== null && info.error === null) lab.store.setState({ editing: false, draft: null })
  saveSoon(lab)
}

/** Throws away what was typed and goes back to the scenario's own text. */
export function discardDraft(lab: Lab): void {
  lab.store.setState({ editing: false, draft: null })
  saveSoon(lab)
}
