import { isLevel } from '../../engine/map-levels.ts'
import type { Position, Scenario } from '../../engine/session/index.ts'
import type { KeptRef } from '../kept/work.ts'
import type { Lab } from '../lab.ts'
import type { Breakpoint, HexForm, ProgramFile, Theme, View } from '../store.ts'
import { keepWork } from './leave-work.ts'

const KEY = 'heap-lab'
const VERSION = 1
/** Larger work is not kept: browsers give a site a few megabytes, and writing it takes time. */
const MOST_CHARACTERS = 1_000_000
const SAVE_AFTER_MS = 400

/** What is kept between visits. */
export interface Remembered {
  readonly version: number
  readonly theme: Theme
  readonly scenario: Scenario | null
  readonly position: Position
  readonly view: View
  readonly draft: string | null
  /** Absent in what older versions of the page kept. */
  readonly fileDraft?: readonly ProgramFile[] | null
  readonly draftBreakpoints?: readonly Breakpoint[]
  readonly breakpoints?: readonly Breakpoint[]
  readonly motion?: boolean
  readonly hexForm?: HexForm
  readonly lineValues?: boolean
  readonly predicting?: boolean
  readonly pinned?: Position | null
  /** Where the scenario is kept, and the lesson that it was made from. */
  readonly kept?: KeptRef | null
  readonly lesson?: string | null
}

/** Keeps the session, a moment later: many changes in a row are written once. */
export function saveSoon(lab: Lab): void {
  lab.stopSaving?.()
  lab.stopSaving = lab.services.after(SAVE_AFTER_MS, () => save(lab))
}

/** Keeps the session now, and the person's own work. */
export function save(lab: Lab): void {
  saveSession(lab)
  keepWork(lab)
}

/** Keeps what a reload shows again. A scenario whose bytes are not part of it is left out: the one kept before stays. */
export function saveSession(lab: Lab): void {
  const {
    embedded,
    theme,
    motion,
    lineValues,
    hexForm,
    scenario,
    position,
    view,
    draft,
    fileDraft,
    draftBreakpoints,
    breakpoints,
    predict,
    pinned,
    work,
  } = lab.store.getState()
  if (embedded) return
  const carried = scenario !== null && scenario.source.kind !== 'file'
  const before = carried ? null : recall(lab)
  const kept: Remembered = {
    version: VERSION,
    theme,
    motion,
    lineValues,
    hexForm,
    predicting: predict !== null,
    scenario: carried ? scenario : (before?.scenario ?? null),
    position: carried || before === null ? position : before.position,
    view: carried || before === null ? view : before.view,
    draft,
    fileDraft,
    draftBreakpoints,
    breakpoints: carried || before === null ? breakpoints : (before.breakpoints ?? []),
    pinned: carried || before === null ? pinned : (before.pinned ?? null),
    kept: carried || before === null ? work.kept : (before.kept ?? null),
    lesson: carried || before === null ? work.lesson : (before.lesson ?? null),
  }
  const text = JSON.stringify(kept)
  if (text.length > MOST_CHARACTERS) return
  lab.services.keep.write(KEY, text)
  // Another tab of the browser writes over the one, not over the other.
  lab.services.tab.write(KEY, text)
}

/** What the last visit left; null if there is nothing that can be used. */
export function recall(lab: Lab): Remembered | null {
  const text = lab.services.tab.read(KEY) ?? lab.services.keep.read(KEY)
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    return isRemembered(kept) ? kept : null
  } catch {
    return null
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false
  const kept = value as Partial<Remembered>
  return (
    kept.version === VERSION &&
    isPosition(kept.position) &&
    isView(kept.view) &&
    isScenario(kept.scenario) &&
    isHexForm(kept.hexForm) &&
    (kept.fileDraft == null || isFiles(kept.fileDraft)) &&
    (kept.breakpoints ?? []).every(isBreakpoint) &&
    (kept.draftBreakpoints ?? []).every(isBreakpoint) &&
    (kept.pinned == null || isPosition(kept.pinned)) &&
    (kept.kept == null || isRef(kept.kept))
  )
}

function isPosition(value: Partial<Position> | undefined): boolean {
  return Number.isInteger(value?.operation) && Number.isInteger(value?.step)
}

function isHexForm(value: HexForm | undefined): boolean {
  return value === undefined || value === 'bytes' || value === 'giant' || value === 'word'
}

function isView(value: Partial<View> | undefined): boolean {
  return Number.isFinite(value?.mapFrom) && isLevel(value?.bytesPerRow)
}

function isScenario(value: Partial<Scenario> | null | undefined): boolean {
  if (value === null) return true
  if (value?.source?.kind === 'c' && !isFiles(value.source.files)) return false
  return typeof value?.source?.kind === 'string' && typeof value.allocator?.id === 'string'
}

function isFiles(value: readonly Partial<ProgramFile>[]): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((file) => typeof file?.name === 'string' && typeof file.text === 'string')
  )
}

function isRef(value: Partial<KeptRef>): boolean {
  return typeof value.id === 'string' && typeof value.title === 'string' && Number.isInteger(value.revision)
}

function isBreakpoint(value: Partial<Breakpoint>): boolean {
  return typeof value?.file === 'string' && Number.isInteger(value.line)
}
