import { embedSnippet, linkHash, markdownOf, SCENARIO_EXTENSION, scenarioFile } from '../share/index.ts'
import { fileName } from './file-name.ts'
import type { Lab } from './lab.ts'
import { type LinkChoices, savedNow } from './saved.ts'
import type { LabState } from './store.ts'

/* What sharing needs. Loaded when somebody shares: import its values from here, not from `index.ts`. */

/** Everything that the dialog for sharing offers of one moment. */
export interface ShareSheet {
  readonly choices: LinkChoices
  /** The hash of the link; null where no link can carry the scenario. */
  readonly hash: string | null
  /** The whole link; null likewise. */
  readonly url: string | null
  /** Characters of the whole link, also of one that would be too long; 0 if there can be none. */
  readonly length: number
  /** The HTML of a frame, and what it shows; null without a link. */
  readonly embed: { readonly html: string; readonly url: string } | null
  readonly markdown: string
  /** Whether a scenario file can carry it: not a trace so large that its bytes are no part of the scenario. */
  readonly file: boolean
}

/** The sheet of the moment on the screen; null while nothing is open. `page`: the page's address without its hash. */
export function sheetOf(
  state: LabState,
  page: string,
  choices: LinkChoices = { asks: state.predict !== null, presents: state.presenting },
): ShareSheet | null {
  const saved = savedNow(state, choices)
  if (saved === null) return null
  const { scenario } = saved
  const sentence = state.moment?.step.sentence ?? ''
  const carried = scenario.source.kind !== 'file'
  const link = carried ? linkHash(saved) : null
  const fits = link !== null && !link.tooLong
  const url = fits ? page + link.text : null
  const framed = page + linkHash(savedNow(state, { ...choices, presents: false }) ?? saved, true).text
  return {
    choices,
    hash: fits ? link.text : null,
    url,
    length: link === null ? 0 : page.length + link.length,
    embed: fits ? { html: embedSnippet(framed, scenario.title), url: framed } : null,
    markdown: markdownOf({ scenario, sentence, url }),
    file: carried,
  }
}

/** Puts a sheet into the dialog, and its link into the address bar. */
export function showSheet(lab: Lab, sheet: ShareSheet): void {
  if (sheet.hash !== null) {
    lab.services.setHash(sheet.hash)
    lab.store.setState({ linkShown: true })
  }
  lab.store.setState({ dialog: { kind: 'share', sheet } })
}

/** Shares the same moment with other choices. */
export function chooseForLink(lab: Lab, choices: LinkChoices): void {
  const sheet = sheetOf(lab.store.getState(), lab.services.pageUrl(), choices)
  if (sheet !== null) showSheet(lab, sheet)
}

/** The link to the moment on the screen, for the whole page; null while nothing is open. */
export function linkNow(lab: Lab): string | null {
  const saved = savedNow(lab.store.getState())
  return saved === null ? null : lab.services.pageUrl() + linkHash(saved).text
}

/** Offers the scenario as a file, which holds what a link holds, and more than fits into one. */
export function downloadScenario(lab: Lab, choices?: LinkChoices): void {
  const saved = savedNow(lab.store.getState(), choices)
  if (saved === null) return
  lab.services.download(scenarioFileName(saved.scenario.title), scenarioFile(saved))
}

/** What a picture of the link's code is called. */
export function codeFileName(title: string, extension: 'png' | 'svg'): string {
  return fileName(title, `-link.${extension}`)
}

/** What a scenario file is called. */
export function scenarioFileName(title: string): string {
  return fileName(title, SCENARIO_EXTENSION)
}
