import { linkHash, type Saved, SCENARIO_EXTENSION, scenarioFile } from '../../share/index.ts'
import { breakpointsText, readBreakpoints } from '../breakpoints.ts'
import type { Lab } from '../lab.ts'
import type { View } from '../store.ts'
import { openScenario } from './open.ts'
import { stopEditing, tellForAWhile, tellTrouble } from './screen.ts'

/** Makes a link to this moment: into the address bar and onto the clipboard. Says what to do where it cannot be. */
export async function share(lab: Lab): Promise<void> {
  const saved = savedNow(lab)
  if (saved === null) return
  if (saved.scenario.source.kind === 'file') {
    const text =
      'The trace is too large to be part of a link. Send the file itself; the other person opens it here.'
    return tellTrouble(lab, 'This trace cannot be shared as a link', text)
  }
  const { text: hash, length, tooLong } = linkHash(saved)
  if (tooLong) return lab.store.setState({ dialog: { kind: 'too-long', length } })
  lab.services.setHash(hash)
  const url = `${lab.services.pageUrl()}${hash}`
  try {
    await lab.services.copy(url)
    const text = 'Whoever opens it sees this very moment.'
    tellForAWhile(lab, 'Link copied', text)
  } catch {
    lab.store.setState({ dialog: { kind: 'share', url } })
  }
}

/** Offers the scenario as a file, for what is too long for a link. */
export function downloadScenario(lab: Lab): void {
  const saved = savedNow(lab)
  if (saved === null) return
  lab.services.download(`${fileName(saved.scenario.title)}${SCENARIO_EXTENSION}`, scenarioFile(saved))
  lab.store.setState({ dialog: null })
}

function fileName(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'scenario'
  )
}

function savedNow(lab: Lab): Saved | null {
  const { scenario, position, moment, view, breakpoints } = lab.store.getState()
  if (scenario === null) return null
  const { mapFrom, bytesPerRow, inspect } = view
  const files = scenario.source.kind === 'c' ? scenario.source.files : []
  const stops = breakpointsText(breakpoints, files)
  return {
    scenario,
    // What is on the screen, not what has been asked for and is on its way.
    position: moment?.position ?? position,
    view: {
      mapFrom,
      bytesPerRow,
      ...(inspect === null ? {} : { inspect }),
      ...(stops === '' ? {} : { breakpoints: stops }),
    },
  }
}

/** Opens what a link or a scenario file carries, at its moment. */
export function openSaved(lab: Lab, saved: Saved): Promise<void> {
  const { scenario, position, view } = saved
  const breakpoints =
    scenario.source.kind === 'c' ? readBreakpoints(view['breakpoints'], scenario.source.files) : []
  stopEditing(lab)
  return openScenario(lab, scenario, { position, view: viewOf(saved), breakpoints })
}

/** The view of a link: what is missing or makes no sense stays as it is at first. */
function viewOf(saved: Saved): Partial<View> {
  const { mapFrom, bytesPerRow, inspect } = saved.view
  return {
    ...(isAddress(mapFrom) ? { mapFrom } : {}),
    ...(isAddress(bytesPerRow) && bytesPerRow >= 16 && bytesPerRow <= 65536 ? { bytesPerRow } : {}),
    ...(isAddress(inspect) ? { inspect } : {}),
  }
}

function isAddress(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 48
}
