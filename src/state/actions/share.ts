import { linkHash, type Saved, SCENARIO_EXTENSION, scenarioFile } from '../../share/index.ts'
import { readBreakpoints } from '../breakpoints.ts'
import type { Lab } from '../lab.ts'
import { savedNow, viewOf } from '../saved.ts'
import { sheetOf } from '../sheet.ts'
import { openScenario } from './open.ts'
import { pause } from './play.ts'
import { stopEditing } from './screen.ts'

/** Shows what there is to share of this moment, and puts its link into the address bar. */
export function share(lab: Lab): void {
  pause(lab)
  const sheet = sheetOf(lab.store.getState(), lab.services.pageUrl())
  if (sheet === null) return
  if (sheet.hash !== null) {
    lab.services.setHash(sheet.hash)
    lab.store.setState({ linkShown: true })
  }
  lab.store.setState({ dialog: { kind: 'share', sheet } })
}

/** Puts a text on the clipboard; false where the browser does not let a page do so. */
export async function copyText(lab: Lab, text: string): Promise<boolean> {
  try {
    await lab.services.copy(text)
    return true
  } catch {
    return false
  }
}

/** The link to the moment on the screen, for the whole page; null while nothing is open. */
export function linkNow(lab: Lab): string | null {
  const saved = savedNow(lab.store.getState())
  return saved === null ? null : lab.services.pageUrl() + linkHash(saved).text
}

/** Offers the scenario as a file, which holds what a link holds, and more than fits into one. */
export function downloadScenario(lab: Lab): void {
  const saved = savedNow(lab.store.getState())
  if (saved === null) return
  lab.services.download(scenarioFileName(saved.scenario.title), scenarioFile(saved))
}

/** What a scenario file is called: its title in letters and digits that every disk takes. */
export function scenarioFileName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
  return `${name || 'scenario'}${SCENARIO_EXTENSION}`
}

/** Opens what a link or a scenario file carries, at its moment. `linked`: the address bar has the link. */
export function openSaved(lab: Lab, saved: Saved, linked = false): Promise<void> {
  const { scenario, position, view } = saved
  const breakpoints =
    scenario.source.kind === 'c' ? readBreakpoints(view['breakpoints'], scenario.source.files) : []
  stopEditing(lab)
  return openScenario(lab, scenario, { position, view: viewOf(saved), breakpoints, linked })
}
