import { findAllocator } from '../../engine/allocators/catalog.ts'
import type { OptionValues } from '../../engine/allocators/index.ts'
import type { Position, Scenario, SessionInfo, Source } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { type Example, type Opening, openingStep } from '../../scenarios/example.ts'
import { SUPERSEDED, WorkerDied } from '../../worker/client.ts'
import type { Work } from '../kept/work.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { forNewRun } from '../predict/state.ts'
import type { ShownTabs } from '../saved-tabs.ts'
import { compileErrors, exampleOf, isRunning } from '../selectors.ts'
import { withSetting } from '../settings.ts'
import { NO_SPACE } from '../space.ts'
import {
  type Breakpoint,
  FIRST_VIEW,
  type InspectorTab,
  type LabState,
  type SourceTab,
  START,
  type View,
} from '../store.ts'
import { dropAhead, hasReached, holdBack, letGo, showAhead, stateAhead } from './ahead.ts'
import { loadDifference } from './difference.ts'
import { leaveWork } from './leave-work.ts'
import { momentRequest, refresh, toEnd } from './navigate.ts'
import { pause } from './play.ts'
import { saveSoon } from './remember.ts'
import { stopEditing } from './screen.ts'
import { fitZoom, loadSeries, loadSource } from './windows.ts'

/** Milliseconds between two looks at whether a run has come to where an example opens. */
const PATIENCE_MS = 30

/** Where to begin with a scenario, and what to bring along. */
export interface Arrival {
  readonly position?: Position
  readonly view?: Partial<View>
  /** What a `file` source holds, unpacked. */
  readonly data?: Blob | null
  /** Where an example opens: sought in the run, in place of `position`. */
  readonly opening?: Opening
  /** Lines of a program to stop at; without it there are none. */
  readonly breakpoints?: readonly Breakpoint[]
  /** The moment to compare with; without it none is pinned. */
  readonly pinned?: Position | null
  /** The tabs to bring to the front; without it they stay, as far as the scenario has them. */
  readonly tabs?: ShownTabs
  /** Whether the address bar has a link to it. Without it, an older link there goes: a reload must not undo work. */
  readonly linked?: boolean
  /** Whether it is what is open in another form: then the moment on the screen stays until that has one. */
  readonly again?: boolean
  /** Where it is kept, if it is; without it, it is something new, unless it is what is open `again`. */
  readonly work?: Omit<Work, 'key'>
}

/** Opens a scenario: the run begins at once, and the position is shown as soon as it has come that far. */
export async function openScenario(lab: Lab, scenario: Scenario, arrival: Arrival = {}): Promise<void> {
  pause(lab)
  if (arrival.again !== true) leaveWork(lab, arrival.work)
  const run = ++lab.run
  // A moment that is still on its way is no longer what steps wait for.
  lab.request++
  lab.queued = 0
  lab.waiting = false
  dropAhead(lab)
  showLink(lab, arrival.linked ?? false)
  const fresh = (now: LabState) => freshState(now, scenario, arrival)
  if (arrival.again === true && lab.store.getState().moment !== null) holdBack(lab, fresh)
  else lab.store.setState(fresh(lab.store.getState()))
  try {
    const info = await lab.client.call('open', { scenario, data: arrival.data ?? null })
    if (run !== lab.run) return
    if (lab.ahead === null) lab.store.setState({ info, phase: 'ready' })
    else await showAhead(lab, info)
    if (run !== lab.run) return
    tellCompileErrors(lab, info)
    if (arrival.opening !== undefined) await goTo(lab, arrival.opening)
    if (run !== lab.run) return
    if (lab.store.getState().moment === null) await arrive(lab, lab.store.getState().info ?? info)
    if (arrival.view?.bytesPerRow === undefined) fitZoom(lab)
    void loadDifference(lab)
    saveSoon(lab)
  } catch (error) {
    if (error instanceof WorkerDied || run !== lab.run) return
    letGo(lab)
    const text = error instanceof Error ? error.message : String(error)
    lab.store.setState({
      phase: 'failed',
      notice: { tone: 'bad', title: 'This scenario cannot be run', text },
    })
  }
}

/** What the store holds of a scenario before anything of its run is known. */
function freshState(now: LabState, scenario: Scenario, arrival: Arrival): Partial<LabState> {
  return {
    scenario,
    data: arrival.data ?? null,
    phase: 'opening',
    info: null,
    stopped: false,
    moment: null,
    position: arrival.position ?? START,
    view: { ...FIRST_VIEW, ...arrival.view },
    series: [],
    seriesTotal: 0,
    figures: null,
    figuresHere: null,
    blocks: null,
    space: { ...NO_SPACE, look: now.space.look },
    syscalls: null,
    lit: null,
    pinned: arrival.pinned ?? null,
    difference: null,
    predict: forNewRun(now.predict),
    source: null,
    lineBytes: [],
    notice: null,
    fileChoice: null,
    breakpoints: arrival.breakpoints ?? [],
    ...(arrival.tabs ?? tabsFor(scenario, now)),
  }
}

/** Takes the link to what was open before out of the address bar, unless it is what is opened now. */
function showLink(lab: Lab, linked: boolean): void {
  if (!linked && lab.store.getState().linkShown) lab.services.setHash('')
  lab.store.setState({ linkShown: linked })
}

/** The tabs to show: a program's own ones come to the front with it, and go with it. */
function tabsFor(
  { source }: Scenario,
  { scenario, sourceTab, inspectorTab }: LabState,
): { readonly sourceTab: SourceTab; readonly inspectorTab: InspectorTab } {
  if (source.kind === 'c') {
    const fresh = scenario?.source.kind !== 'c'
    return { sourceTab, inspectorTab: fresh ? 'variables' : inspectorTab }
  }
  return {
    sourceTab: sourceTab === 'output' ? 'program' : sourceTab,
    inspectorTab: inspectorTab === 'variables' ? 'chunk' : inspectorTab,
  }
}

/** Says that a program does not compile, and what is wrong first. */
function tellCompileErrors(lab: Lab, info: SessionInfo): void {
  const [first, ...others] = compileErrors(info)
  if (first === undefined) return
  const more =
    others.length === 0 ? '' : ` There ${others.length === 1 ? 'is 1 more' : `are ${others.length} more`}.`
  const text = `${first.file}, line ${first.line}: ${first.message}.${more} Nothing has been run.`
  lab.store.setState({
    notice: { tone: 'bad', title: 'This program does not compile', text },
    fileChoice: { file: first.file, line: first.line },
    sourceTab: 'program',
  })
}

/** Opens what is open once more, as after the worker died: same scenario, same position, same view. */
export async function reopen(lab: Lab): Promise<void> {
  const { scenario, data, position, view, breakpoints, pinned, linkShown: linked } = stateAhead(lab)
  if (scenario !== null)
    await openScenario(lab, scenario, { position, view, data, breakpoints, pinned, linked })
}

/** News of the run: shows the position if the run has now come that far, and the charts. */
export function onProgress(lab: Lab, info: SessionInfo): void {
  if (lab.ahead !== null) {
    // Until it has been opened, the news is of what was open before.
    if (lab.ahead.info !== null) void showAhead(lab, info)
    if (info.complete) lab.deaths = 0
    return
  }
  if (lab.store.getState().phase !== 'ready') return
  lab.store.setState({ info })
  if (info.complete) lab.deaths = 0
  const arriving = lab.store.getState().moment === null
  if (arriving) void arrive(lab, info)
  // A run that completes while its first moment is still on the way has figures that nobody else would fetch.
  if (!arriving || info.complete) void loadSeries(lab)
  // The run may have come to the moment that a link has pinned.
  void loadDifference(lab)
}

async function arrive(lab: Lab, info: SessionInfo): Promise<void> {
  const { position, source } = lab.store.getState()
  // While a large file is being read, asking for its lines would hold up everything else.
  if (source === null && info.read === 1) void loadSource(lab, 1)
  if (!hasReached(info, position) || lab.waiting) return
  if (position.operation >= info.done) {
    lab.store.setState({ position: { operation: info.done - 1, step: position.step } })
  }
  await Promise.all([refresh(lab), loadSeries(lab)])
}

/** Sets the position to where an example opens, as soon as the run has come that far. */
async function goTo(lab: Lab, opening: Opening): Promise<void> {
  const position = await findOpening(lab, opening)
  if (position !== null) lab.store.setState({ position })
}

/** The moment that an opening means in this run; null if the run ends, or is stopped or replaced, before it comes there. */
export async function findOpening(lab: Lab, opening: Opening): Promise<Position | null> {
  const { run } = lab
  const operation = await operationOf(lab, opening)
  if (operation < 0 || run !== lab.run) return null
  if (opening.step === 'after') return { operation, step: LAST_STEP }
  const { stepList } = await lab.client.call('moment', {
    ...momentRequest(lab.store.getState()),
    position: { operation, step: 0 },
  })
  const kinds = stepList.map(({ kind }) => kind)
  return run === lab.run ? { operation, step: openingStep(opening, kinds) } : null
}

/** The operation at which an example opens; -1 if the run ends, or is stopped, before it comes there. */
async function operationOf(lab: Lab, { at }: Opening): Promise<number> {
  const { run } = lab
  while (run === lab.run) {
    const state = lab.store.getState()
    const done = state.info?.done ?? 0
    if (at === 'end' && state.info?.complete === true) return done - 1
    const search = { conditions: at === 'end' ? [] : [at], from: -1, backwards: false }
    const found = done === 0 ? -1 : await lab.client.call('find', search)
    if (found >= 0 || !isRunning(state)) return found
    await new Promise<void>((resolve) => lab.services.after(PATIENCE_MS, resolve))
  }
  return -1
}

/** Opens an example of the gallery, or a variant of it, where there is something to see. */
export function openExample(
  lab: Lab,
  example: Example,
  scenario: Scenario = example.scenario,
): Promise<void> {
  stopEditing(lab)
  return openScenario(lab, scenario, { opening: example.open })
}

/** Changes the scenario that is open and runs it again, staying at the same operation. */
function change(lab: Lab, edit: (scenario: Scenario) => Scenario): void {
  const { scenario, data, position, view, breakpoints, pinned } = stateAhead(lab)
  if (scenario === null) return
  const arrival = {
    again: true,
    position: { operation: position.operation, step: 1 },
    data,
    view: { bytesPerRow: view.bytesPerRow },
    breakpoints,
    pinned,
  }
  void openScenario(lab, edit(scenario), arrival)
}

/** Chooses an allocator, with its preset options. */
export function setAllocator(lab: Lab, id: string): void {
  change(lab, (scenario) => ({ ...scenario, allocator: { id, options: {} } }))
}

/** Runs what is open under another allocator, at this moment of it; `inspect`: the chunk there to look at. */
export function openUnder(
  lab: Lab,
  allocator: Scenario['allocator'],
  position: Position,
  inspect: Address | null,
): void {
  const { scenario, data, view, breakpoints, pinned } = stateAhead(lab)
  if (scenario === null) return
  const { bytesPerRow } = view
  const arrival = { again: true, position, data, view: { bytesPerRow, inspect }, breakpoints, pinned }
  void openScenario(lab, { ...scenario, allocator }, arrival)
}

/** Sets one option; a value that is the preset's own is not kept in the scenario, so links stay short. */
export function setOption(lab: Lab, key: string, value: string | number | boolean): void {
  change(lab, (scenario) => {
    const { id } = scenario.allocator
    const options: Record<string, string | number | boolean> = { ...scenario.allocator.options, [key]: value }
    if (presetValue(id, key) === value) delete options[key]
    return { ...scenario, allocator: { id, options } }
  })
}

/** Changes how the process is set up or what happens on wrong use (see SETTINGS). */
export function setSetting(lab: Lab, key: string, value: string | number | boolean): void {
  change(lab, (scenario) => withSetting(scenario, key, value))
}

/** Back to the options that the chosen allocator comes with. */
export function resetOptions(lab: Lab): void {
  change(lab, (scenario) => ({ ...scenario, allocator: { id: scenario.allocator.id, options: {} } }))
}

function presetValue(id: string, key: string): OptionValues[string] | undefined {
  const spec = findAllocator(id)
  return spec?.preset?.[key] ?? spec?.options.find((option) => option.key === key)?.default
}

/** Runs another source under the allocator that is chosen. An OSTEP line brings its own allocator. */
export function openSource(lab: Lab, source: Source, title: string, data: Blob | null = null): void {
  const state = lab.store.getState()
  stopEditing(lab)
  void openScenario(lab, { ...scenarioFor(state, source), title }, { data })
}

function scenarioFor(state: LabState, source: Source): Omit<Scenario, 'title'> {
  const { scenario: current } = state
  const fitting = current !== null && (current.allocator.id === 'ostep') === (source.kind === 'ostep')
  const allocator = fitting
    ? current.allocator
    : { id: source.kind === 'ostep' ? 'ostep' : 'first-fit', options: {} }
  // How a trace treats payloads and leaks says nothing about a program, and an example's limits nothing about either.
  const alike =
    current !== null &&
    exampleOf(state) === undefined &&
    (current.source.kind === 'c') === (source.kind === 'c')
  return alike
    ? { source, allocator, process: current.process, run: current.run }
    : { source, allocator, process: {}, run: {} }
}

/** Stops the run where it is; what has been run stays. */
export async function cancelRun(lab: Lab): Promise<void> {
  await tell(lab, 'cancel')
}

/** Goes on with a run that was stopped. */
export async function resumeRun(lab: Lab): Promise<void> {
  await tell(lab, 'resume')
}

async function tell(lab: Lab, method: 'cancel' | 'resume'): Promise<void> {
  const { run } = lab
  const info = await lab.client.callLatest('run', method, {}).catch(() => SUPERSEDED)
  if (typeof info === 'symbol' || run !== lab.run) return
  lab.store.setState({ info, stopped: method === 'cancel' })
  // The position may lie where the run will not come now: then the last moment there is takes its place.
  if (method === 'cancel' && lab.store.getState().moment === null) toEnd(lab)
}
