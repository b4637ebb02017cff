import { embedSnippet, linkHash, markdownOf, SCENARIO_EXTENSION, scenarioFile } from '../share/index.ts'
import { fileName } from './file-name.ts'
import type { Lab } from './lab.ts'
import { savedNow } from './saved.ts'
import type { LabState } from './store.ts'

/* What sharing needs. Loaded when somebody shares: import its values from here, not from `index.ts`. */

/** Everything that the dialog for sharing offers of one moment. */
export interface ShareSheet {
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
export function sheetOf(state: LabState, page: string): ShareSheet | null {
  const saved = savedNow(state)
  if (saved === null) return null
  const { scenario } = saved
  const sentence = state.moment?.step.sentence ?? ''
  const carried = scenario.source.kind !== 'file'
  const link = carried ? linkHash(saved) : null
  const fits = link !== null && !link.tooLong
  const url = fits ? page + link.text : null
  const framed = page + linkHash(saved, true).text
  return {
    hash: fits ? link.text : null,
    url,
    length: link === null ? 0 : page.length + link.length,
    embed: fits ? { html: embedSnippet(framed, scenario.title), url: framed } : null,
    markdown: markdownOf({ scenario, sentence, url }),
    file: carried,
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

/** What a scenario file is called. */
export function scenarioFileName(title: string): string {
  return fileName(title, SCENARIO_EXTENSION)
}
