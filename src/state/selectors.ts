import { type AllocatorSpec, CATALOG, findAllocator, resolveOptions } from '../engine/allocators/catalog.ts'
import type { OptionValues } from '../engine/allocators/index.ts'
import { externalFragmentation } from '../engine/fragmentation.ts'
import type {
  Difference,
  Ending,
  ProgramSource,
  Scenario,
  Series,
  SessionInfo,
  Source,
  SourceDiagnostic,
} from '../engine/session/index.ts'
import { firstLook } from '../scenarios/first-look.ts'
import type { Example } from '../scenarios/index.ts'
import type { Predict, Question } from './predict/state.ts'
import type { LabState, ProgramFile } from './store.ts'

/** The catalog's entry for the allocator that is chosen; undefined if a link names one that does not exist. */
export function allocatorOf({ scenario }: Pick<LabState, 'scenario'>): AllocatorSpec | undefined {
  return scenario === null ? undefined : findAllocator(scenario.allocator.id)
}

/** What the person has chosen: fields show it at once, while the run before is still on the screen. */
export function wishedScenario({ wished, scenario }: LabState): Scenario | null {
  return wished ?? scenario
}

/** The value of every option, the preset's where the scenario sets none. */
export function optionsOf(spec: AllocatorSpec, given: OptionValues): OptionValues {
  return resolveOptions(spec, given)
}

/** The options that differ from what the allocator comes with, by key. */
export function changedOptions(spec: AllocatorSpec, given: OptionValues): string[] {
  const values = resolveOptions(spec, given)
  const preset = resolveOptions(spec, {})
  return spec.options.map(({ key }) => key).filter((key) => values[key] !== preset[key])
}

/** The allocator as people call it: its name, and the choices that differ (`Classroom allocator · best, lifo`). */
export function allocatorTitle(spec: AllocatorSpec, given: OptionValues): string {
  const values = resolveOptions(spec, given)
  const same = CATALOG.find(
    (other) => other.factory === spec.factory && equal(values, resolveOptions(other, {})),
  )
  if (same !== undefined) return same.name
  const changed = changedOptions(spec, given)
  const words = changed.map((key) => {
    const option = spec.options.find((candidate) => candidate.key === key)
    return option?.type === 'choice' ? String(values[key]) : `${option?.label ?? key} ${values[key]}`
  })
  return `${spec.name} · ${words.slice(0, 3).join(', ')}${words.length > 3 ? ' …' : ''}`
}

function equal(a: OptionValues, b: OptionValues): boolean {
  return Object.keys(a).every((key) => a[key] === b[key])
}

/** What is known before the texts of the course have been loaded. */
const FIRST: readonly Example[] = [firstLook]

/** The lesson that is open, or a variant of it, whatever the allocator; undefined for the person's own work. */
export function exampleOf({ scenario, course }: LabState): Example | undefined {
  if (scenario === null) return undefined
  const lessons = course.open?.lessons ?? FIRST
  const about = (lesson: Example) =>
    [lesson, ...lesson.variants].some((each) => sameSource(each.scenario.source, scenario.source))
  const chosen = lessons.find(({ id }) => id === course.lesson)
  return chosen !== undefined && about(chosen) ? chosen : lessons.find(about)
}

/** Whether two sources have the same text, or make the same operations. */
export function sameSource(a: Source, b: Source): boolean {
  if (a === b) return true
  if (a.kind === 'trace') return b.kind === 'trace' && a.text === b.text
  if (a.kind === 'ostep') return b.kind === 'ostep' && a.args === b.args
  if (a.kind === 'c') return b.kind === 'c' && sameFiles(a.files, b.files)
  return a.kind === 'generator' && b.kind === 'generator' && JSON.stringify(a) === JSON.stringify(b)
}

/** Whether two programs have the same files, names and texts. */
export function sameFiles(a: readonly ProgramFile[], b: readonly ProgramFile[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every(({ name, text }, i) => name === b[i]!.name && text === b[i]!.text))
  )
}

/**
 * How much is wrong: the findings, a source that cannot be read or compiled, a process that ended early. A program
 * that exits or waits for input is all right.
 */
export function troubleCount(state: LabState): number {
  const info = toldInfo(state)
  if (info === null) return 0
  const unread = (info.error === null ? 0 : 1) + compileErrors(info).length
  return info.findingCount + unread + (untoldEnding(info) === null ? 0 : 1)
}

/** How a process ended before its time, unless one of the findings says so. */
export function untoldEnding({ ending, findings }: SessionInfo): Ending | null {
  if (!endedEarly(ending)) return null
  return findings.some(({ message }) => message === ending.message) ? null : ending
}

/** Whether a process ended before its time. */
export function endedEarly(ending: Ending | null): ending is Ending {
  return ending !== null && ending.kind !== 'exit' && ending.kind !== 'input'
}

/** Why a program does not compile; empty if it does, and for other sources. */
export function compileErrors({ program }: SessionInfo): readonly SourceDiagnostic[] {
  return program?.diagnostics.filter(({ severity }) => severity === 'error') ?? []
}

/** Whether the editor is open and holds text that has not been run. */
export function hasUnrunText(state: LabState): boolean {
  const { editing, fileDraft } = state
  if (editing === 'c') return !sameFiles(fileDraft ?? [], programOf(state)?.files ?? [])
  return editing === 'trace' && isTraceChanged(state)
}

/** Whether a text of a trace was typed that is not the one that runs. */
export function isTraceChanged({ draft, draftFrom, scenario }: LabState): boolean {
  return draft !== null && draft !== ((scenario === null ? null : sourceText(scenario)) ?? draftFrom)
}

/** The C program that is open; null for another kind of source. */
export function programOf({ scenario }: Pick<LabState, 'scenario'>): ProgramSource | null {
  return scenario?.source.kind === 'c' ? scenario.source : null
}

/** Whether a C program is open. */
export function isProgram(state: LabState): boolean {
  return programOf(state) !== null
}

/** Whether the moment on the screen is the last one of the run. */
export function isAtEnd({ info, moment }: LabState): boolean {
  if (info === null || moment === null || !info.complete) return false
  return moment.position.operation >= info.done - 1 && moment.position.step >= moment.steps
}

/** Whether the program waits for more input at the moment on the screen. */
export function waitsForInput(state: LabState): boolean {
  return state.info?.ending?.kind === 'input' && isAtEnd(state)
}

/** The file that the source panel shows: the one chosen, else that of the current statement, else the first. */
export function fileShown(state: LabState): string {
  return fileOf(state, programOf(state)?.files ?? [])
}

/** The file that the editor shows, likewise. */
export function editedFile(state: LabState): string {
  return fileOf(state, state.fileDraft ?? [])
}

function fileOf(state: LabState, files: readonly ProgramFile[]): string {
  const has = (name: string | undefined) => files.some((file) => file.name === name)
  const chosen = state.fileChoice?.file
  if (chosen !== undefined && has(chosen)) return chosen
  const running = state.moment?.program?.at.file
  return running !== undefined && has(running) ? running : (files[0]?.name ?? '')
}

/** Predicting, while a question about the moment on the screen is asked or has just been answered; null otherwise. */
export function questionNow({
  predict,
  moment,
}: LabState): (Predict & { readonly question: Question }) | null {
  if (predict === null || moment === null || !hasQuestion(predict)) return null
  const { operation, step } = moment.position
  return operation === predict.question.operation && step === 0 ? predict : null
}

function hasQuestion(predict: Predict): predict is Predict & { readonly question: Question } {
  return predict.question !== null
}

/** Whether a question is open: what comes next must not be seen. */
export function isAsked(state: LabState): boolean {
  return questionNow(state)?.told === null
}

/** Whether a question waits for an answer or has just got one: what keys mean then. */
export function questionPhase({ predict }: LabState): 'open' | 'told' | null {
  if (predict === null || predict.question === null) return null
  return predict.told === null ? 'open' : 'told'
}

/** The operation that a question is open about, and from which on nothing must be seen; Infinity while none is. */
export function askedOperation(state: LabState): number {
  return isAsked(state)
    ? (state.predict?.question?.operation ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY
}

/** What is told of a run while a question is open, kept with the run so that asking twice gives the same object. */
const toldInfos = new WeakMap<SessionInfo, { readonly from: number; readonly told: SessionInfo }>()

/** The run as far as it may be told of: while a question is open, without what is found from its operation on. */
export function toldInfo(state: LabState): SessionInfo | null {
  const { info } = state
  const from = askedOperation(state)
  if (info === null || from === Number.POSITIVE_INFINITY) return info
  const kept = toldInfos.get(info)
  if (kept?.from === from) return kept.told
  const told = infoBefore(info, from)
  toldInfos.set(info, { from, told })
  return told
}

function infoBefore(info: SessionInfo, from: number): SessionInfo {
  const findings = info.findings.filter(({ operation }) => operation < from)
  const ending = info.ending !== null && info.ending.operation < from ? info.ending : null
  return { ...info, findings, findingCount: findings.length, ending }
}

/** What has changed since the moment that is pinned; null while nothing is, and while it would give an answer away. */
export function shownDifference(state: LabState): Difference | null {
  return isAsked(state) ? null : state.difference
}

/** Whether the run is under way, and neither complete nor stopped. */
export function isRunning(state: LabState): boolean {
  return state.info !== null && !state.info.complete && !state.stopped
}

/** The text of a trace that is carried along; null for other sources. */
export function sourceText(scenario: Scenario): string | null {
  return scenario.source.kind === 'trace' ? scenario.source.text : null
}

/** External fragmentation of each bucket, 0 to 1: 1 - largest free chunk / all free bytes. */
export function fragmentationOf(series: readonly Series[]): Float64Array {
  const free = series.find(({ name }) => name === 'free')
  const largest = series.find(({ name }) => name === 'largestFree')
  if (free === undefined || largest === undefined) return new Float64Array(0)
  return free.max.map((bytes, i) => externalFragmentation(bytes, largest.max[i]!))
}

/** Live bytes of each bucket; null while there are none. */
export function liveOf(series: readonly Series[]): Series | null {
  return series.find(({ name }) => name === 'live') ?? null
}
