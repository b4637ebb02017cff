import type { ProgramSource, Scenario } from '../../engine/session/index.ts'
import { movedBreakpoints, movedLine, toggled, withStop } from '../breakpoints.ts'
import type { Lab } from '../lab.ts'
import { compileErrors, exampleOf, programOf, sameFiles } from '../selectors.ts'
import type { LabState, ProgramFile } from '../store.ts'
import { lookFor } from './find.ts'
import { seek } from './navigate.ts'
import { saveSoon } from './remember.ts'
import { openVersion } from './versions.ts'

/** Keeps what is typed into a file. */
export function setFileText(lab: Lab, name: string, text: string): void {
  changeFiles(lab, (files) => files.map((file) => (file.name === name ? { name, text } : file)))
}

/** Adds an empty file with a name that is free, and answers the name. */
export function addFile(lab: Lab): string {
  const taken = new Set((lab.store.getState().fileDraft ?? []).map(({ name }) => name))
  let number = 1
  while (taken.has(`file${number}.c`)) number++
  const name = `file${number}.c`
  changeFiles(lab, (files) => [...files, { name, text: '' }])
  return name
}

/** Gives a file another name; why not, where that cannot be. */
export function renameFile(lab: Lab, from: string, to: string): string | null {
  const name = to.trim()
  const { fileDraft } = lab.store.getState()
  if (name === from) return null
  if (!/^[\w.+-]+(\/[\w.+-]+)*$/.test(name)) return 'A name has letters, digits, and . _ - +'
  if (fileDraft?.some((file) => file.name === name)) return `There is a ${name} already`
  const stops = lab.store.getState().draftBreakpoints
  changeFiles(lab, (files) => files.map((file) => (file.name === from ? { ...file, name } : file)))
  const renamed = stops.map((stop) => (stop.file === from ? { ...stop, file: name } : stop))
  lab.store.setState({ draftBreakpoints: renamed })
  return null
}

/** Takes a file away; the last one stays. */
export function removeFile(lab: Lab, name: string): void {
  changeFiles(lab, (files) => (files.length > 1 ? files.filter((file) => file.name !== name) : files))
}

function changeFiles(lab: Lab, edit: (files: readonly ProgramFile[]) => readonly ProgramFile[]): void {
  const { fileDraft, draftBreakpoints } = lab.store.getState()
  if (fileDraft === null) return
  const edited = edit(fileDraft)
  lab.store.setState({
    fileDraft: edited,
    draftBreakpoints: movedBreakpoints(draftBreakpoints, fileDraft, edited),
  })
  saveSoon(lab)
}

/** Sets or takes away the breakpoint on a line of what is typed; in the program that runs too, if it has that line. */
export function toggleDraftBreakpoint(lab: Lab, file: string, line: number): void {
  const state = lab.store.getState()
  const { fileDraft, draftBreakpoints, breakpoints } = state
  if (fileDraft === null) return
  const next = toggled(draftBreakpoints, file, line)
  const running = programOf(state)?.files ?? []
  const [there] = movedBreakpoints([{ file, line }], fileDraft, running)
  const isSet = next.length > draftBreakpoints.length
  lab.store.setState({
    draftBreakpoints: next,
    breakpoints: there === undefined ? breakpoints : withStop(breakpoints, there, isSet),
  })
  saveSoon(lab)
}

/** Throws away what was typed. */
export function discardFiles(lab: Lab): void {
  lab.store.setState({ editing: false, fileDraft: null })
  saveSoon(lab)
}

/**
 * Compiles and runs what was typed. The editor stays open if it does not compile. The run is shown where it was: at
 * the same operation if that still is the same statement, else where that statement is about to run, the nearest time.
 */
export async function runFiles(lab: Lab): Promise<void> {
  const state = lab.store.getState()
  const { fileDraft, position, view } = state
  if (fileDraft === null) return
  const before = programOf(state)
  const place = placeOf(lab, state)
  await openVersion(lab, scenarioWith(lab, fileDraft), {
    position: before === null ? { operation: 0, step: 0 } : { operation: position.operation, step: 0 },
    view: { bytesPerRow: view.bytesPerRow },
    breakpoints: state.draftBreakpoints,
  })
  const { info } = lab.store.getState()
  if (info === null || compileErrors(info).length > 0) return saveSoon(lab)
  lab.store.setState({ editing: false, fileDraft: null })
  saveSoon(lab)
  if (place === null) return
  const old = place.files.find(({ name }) => name === place.file)
  const now = fileDraft.find(({ name }) => name === place.file)
  if (old !== undefined && now !== undefined)
    await returnTo(lab, place.file, movedLine(old.text, now.text, place.line))
}

/** A line of a program as it was when it ran. */
interface RunPlace {
  readonly work: number
  readonly files: readonly ProgramFile[]
  readonly file: string
  readonly line: number
}

/** Where each lab was before a text that did not compile: that is where it comes back to. */
const lastPlaces = new WeakMap<Lab, RunPlace>()

/** Where the run is; while there is none because the text did not compile, where it was before. */
function placeOf(lab: Lab, state: LabState): RunPlace | null {
  const at = state.moment?.program?.at
  const last = lastPlaces.get(lab)
  if (at === undefined) return last?.work === state.work.key ? last : null
  const place = { work: state.work.key, files: programOf(state)?.files ?? [], file: at.file, line: at.line }
  lastPlaces.set(lab, place)
  return place
}

/** Goes to where a line is about to run, the time that is nearest; where it does not run, nothing happens. */
async function returnTo(lab: Lab, file: string, line: number): Promise<void> {
  const { moment, position } = lab.store.getState()
  const here = moment?.program?.at
  if (line === 0 || here === undefined || (here.file === file && here.line === line)) return
  const condition = { kind: 'line', file, line } as const
  const behind = await lookFor(lab, [condition], false)
  const before = await lookFor(lab, [condition], true)
  if (behind === null || before === null) return
  const distance = (operation: number) =>
    operation < 0 ? Number.POSITIVE_INFINITY : Math.abs(operation - position.operation)
  const nearest = distance(behind) <= distance(before) ? behind : before
  if (nearest >= 0) seek(lab, { operation: nearest, step: 0 })
}

function scenarioWith(lab: Lab, files: readonly ProgramFile[]): Scenario {
  const state = lab.store.getState()
  const program = programOf(state)
  const { scenario } = state
  const source: ProgramSource = program === null ? { kind: 'c', files, input: '' } : { ...program, files }
  if (scenario === null || program === null) {
    const allocator =
      scenario === null || scenario.source.kind === 'ostep'
        ? { id: 'first-fit', options: {} }
        : scenario.allocator
    return { title: 'Your program', source, allocator, process: {}, run: {} }
  }
  const changed = !sameFiles(program.files, files)
  const title = changed && exampleOf(state) !== undefined ? 'Your program' : scenario.title
  return { ...scenario, title, source }
}
