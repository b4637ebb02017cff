import type { Scenario } from '../../engine/session/index.ts'
import { type Read, readScenarioFile, type Saved, scenarioFile } from '../../share/index.ts'
import { isTraceChanged } from '../selectors.ts'
import type { Breakpoint, LabState, ProgramFile } from '../store.ts'

/** What was typed and not run. */
export interface Unrun {
  readonly draft: string | null
  readonly fileDraft: readonly ProgramFile[] | null
  readonly draftBreakpoints: readonly Breakpoint[]
}

/** A scenario of the person's own, as it is kept. */
export interface Contents extends Unrun {
  readonly saved: Saved
  /** The lesson that it was made from; null if from none. */
  readonly lesson: string | null
}

export const NOTHING_UNRUN: Unrun = { draft: null, fileDraft: null, draftBreakpoints: [] }

/** The text that stands for contents on the shelf and in files. */
export function contentsText({ saved, ...rest }: Contents): string {
  const file: unknown = JSON.parse(scenarioFile(saved))
  return JSON.stringify({ file, ...rest })
}

/** Reads such a text. Never throws, whatever the text. */
export function readContents(
  text: string,
): { readonly ok: true; readonly value: Contents } | Exclude<Read, { ok: true }> {
  const value = parsed(text)
  const read = readScenarioFile(JSON.stringify(value['file'] ?? null))
  if (!read.ok) return read
  const { draft, fileDraft, draftBreakpoints, lesson } = value
  return {
    ok: true,
    value: {
      saved: read.value,
      lesson: typeof lesson === 'string' ? lesson : null,
      draft: typeof draft === 'string' ? draft : null,
      fileDraft:
        Array.isArray(fileDraft) && fileDraft.length > 0 && fileDraft.every(isFile) ? fileDraft : null,
      draftBreakpoints: Array.isArray(draftBreakpoints) ? draftBreakpoints.filter(isBreakpoint) : [],
    },
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function isFile(value: unknown): value is ProgramFile {
  const file = value as Partial<ProgramFile> | null
  return typeof file?.name === 'string' && typeof file.text === 'string'
}

function isBreakpoint(value: unknown): value is Breakpoint {
  const stop = value as Partial<Breakpoint> | null
  return typeof stop?.file === 'string' && Number.isInteger(stop.line) && stop.line! > 0
}

/** Stands for what is worth keeping: the same for contents that differ only in the moment and the view. */
export function digestOf({ scenario }: Saved, { draft, fileDraft }: Unrun, breakpoints: unknown): string {
  const { source, allocator, process, run } = scenario
  return hash(stable([source, allocator, process, run, draft, fileDraft, breakpoints]))
}

/** JSON in which the order of an object's keys makes no difference. */
function stable(value: unknown): string {
  const sorted = (_key: string, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each
  return JSON.stringify(value, sorted)
}

/** 64 bits of FNV-1a over UTF-16 units, as two halves with different beginnings. */
function hash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
  }
  return `${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}-${text.length}`
}

/** Titles that say nothing of what a text is about. */
const VAGUE = new Set(['Your program', 'Your trace', 'By hand'])
const LONGEST_TITLE = 60

/** What a scenario is called as long as nobody has named it: its title, or what its text begins by saying. */
export function automaticTitle({ title, source }: Scenario): string {
  if (!VAGUE.has(title)) return title
  const text =
    source.kind === 'c' ? (source.files[0]?.text ?? '') : source.kind === 'trace' ? source.text : ''
  const said =
    /^\s*(?:\/\/|\/\*+|#(?!\s*(?:include|define|if|pragma|undef)))\s*([^\n]*)/.exec(text)?.[1] ?? ''
  const words = said.replace(/\*+\/.*$/, '').trim()
  return words === '' ? title : words.slice(0, LONGEST_TITLE)
}

/** What of the state was typed and not run; none of it if it is what runs. */
export function unrunOf(state: LabState): Unrun {
  const { draft, fileDraft, draftBreakpoints, scenario } = state
  const files = scenario?.source.kind === 'c' ? scenario.source.files : []
  const isProgramChanged = fileDraft !== null && JSON.stringify(fileDraft) !== JSON.stringify(files)
  const isTyped = isTraceChanged(state)
  if (!isProgramChanged && !isTyped) return NOTHING_UNRUN
  return {
    draft: isTyped ? draft : null,
    fileDraft: isProgramChanged ? fileDraft : null,
    draftBreakpoints: isProgramChanged ? draftBreakpoints : [],
  }
}
