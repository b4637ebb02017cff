import type { Saved } from '../../share/index.ts'
import { readBreakpoints } from '../breakpoints.ts'
import type { Lab } from '../lab.ts'
import { asksIn, pinIn, presentsIn, viewOf } from '../saved.ts'
import { tabsIn } from '../saved-tabs.ts'
import { compareAsLinked } from './compare.ts'
import { type Arrival, openScenario } from './open.ts'
import { loadPart } from './parts.ts'
import { pause } from './play.ts'
import { setPredicting } from './predict.ts'
import { setPresenting } from './present.ts'
import { stopEditing } from './screen.ts'

/** Shows what there is to share of this moment, and puts its link into the address bar. */
export async function share(lab: Lab): Promise<void> {
  pause(lab)
  const sharing = await loadPart(lab, () => import('../sheet.ts'))
  const sheet = sharing?.sheetOf(lab.store.getState(), lab.services.pageUrl()) ?? null
  if (sheet !== null) sharing?.showSheet(lab, sheet)
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

/** What comes with a link or a file besides: whether the address bar has the link, the bytes of a trace, where it is kept. */
export type Brought = Pick<Arrival, 'linked' | 'data' | 'work'>

/** Opens what a link or a scenario file carries, at its moment. */
export async function openSaved(lab: Lab, saved: Saved, bring: Brought = {}): Promise<void> {
  const { scenario, position, view } = saved
  const breakpoints =
    scenario.source.kind === 'c' ? readBreakpoints(view['breakpoints'], scenario.source.files) : []
  stopEditing(lab)
  setPredicting(lab, asksIn(saved))
  if (presentsIn(saved) && !lab.store.getState().embedded) setPresenting(lab, true)
  await openScenario(lab, scenario, {
    position,
    view: viewOf(saved),
    breakpoints,
    pinned: pinIn(saved),
    tabs: tabsIn(view, scenario),
    ...bring,
  })
  if (lab.store.getState().scenario === scenario) compareAsLinked(lab, view['compare'])
}
