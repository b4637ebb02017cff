import { GALLERY } from '../../scenarios/index.ts'
import { hasLink, readLink } from '../../share/index.ts'
import type { Lab } from '../lab.ts'
import { openExample, openScenario } from './open.ts'
import { recall } from './remember.ts'
import { tellTrouble } from './screen.ts'
import { openSaved } from './share.ts'

/** Begins: with what the link says, else where the last visit ended, else with the first example. */
export async function start(lab: Lab, hash: string): Promise<void> {
  const kept = recall(lab)
  if (kept !== null)
    lab.store.setState({ theme: kept.theme, draft: kept.draft, fileDraft: kept.fileDraft ?? null })
  if (await followLink(lab, hash)) return
  const trouble = lab.store.getState().notice
  if (kept?.scenario != null) {
    const { scenario, position, view, breakpoints = [] } = kept
    await openScenario(lab, scenario, { position, view, breakpoints })
  } else {
    await openExample(lab, GALLERY[0]!)
  }
  if (trouble !== null) lab.store.setState({ notice: trouble })
}

/** Opens what a link says; false, and a message, if it cannot be read. False without one if it is no link. */
export async function followLink(lab: Lab, hash: string): Promise<boolean> {
  if (!hasLink(hash)) return false
  const read = readLink(hash)
  if (!read.ok) {
    const advice = 'Ask for the link again, or have it sent as a file. Your own work is kept below.'
    tellTrouble(lab, 'This link cannot be opened', `${read.reason} ${advice}`)
    return false
  }
  await openSaved(lab, read.value)
  return true
}
