import { findAllocator } from '../../engine/allocators/catalog.ts'
import type { Scenario } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import { readRivals } from '../compare-text.ts'
import {
  type Comparison,
  compareRefusal,
  firstParting,
  isBehind,
  MOST_RIVALS,
  NOT_COMPARED,
  newRival,
  type Rival,
} from '../comparison.ts'
import { contendersOf, tableCsv } from '../comparison-table.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { changedOptions } from '../selectors.ts'
import type { LabState } from '../store.ts'
import { stateAhead } from './ahead.ts'
import { seek } from './navigate.ts'
import { openUnder } from './open.ts'
import { compareOn } from './parting.ts'
import { pause } from './play.ts'
import { closeRival, followMoment, loadWhole, openRival, rivalOf, updateRival } from './rivals.ts'

type Allocator = Scenario['allocator']

/** Shows the comparison, with these allocators beside the page's own. */
export function startComparing(lab: Lab, allocators: readonly Allocator[] = []): void {
  stopComparing(lab)
  const rivals = allocators.slice(0, MOST_RIVALS).map((allocator) => newRival(++lab.rivalsMade, allocator))
  lab.store.setState({ comparison: { rivals, whole: null }, phoneTab: 'heap' })
  lab.stopComparing = lab.store.subscribe((state, before) => changed(lab, state, before))
  openAll(lab)
  void loadOwnWhole(lab)
}

/** Leaves the comparison; its workers end. */
export function stopComparing(lab: Lab): void {
  lab.stopComparing?.()
  lab.stopComparing = null
  for (const key of [...lab.rivals.keys()]) closeRival(lab, key)
  lab.store.setState({ comparison: null })
}

/** Shows the comparison, or leaves it. */
export function toggleComparing(lab: Lab): void {
  if (lab.store.getState().comparison === null) startComparing(lab)
  else stopComparing(lab)
}

/** Compares as a link says; a link that names no allocators shows no comparison. */
export function compareAsLinked(lab: Lab, text: unknown): void {
  const allocators = readRivals(text)
  if (allocators.length > 0 && !lab.store.getState().embedded) startComparing(lab, allocators)
  else if (lab.store.getState().comparison !== null) stopComparing(lab)
}

/** One more allocator, with its preset options. */
export function addRival(lab: Lab, id: string): void {
  const { comparison } = lab.store.getState()
  if (comparison === null || comparison.rivals.length >= MOST_RIVALS) return
  const rival = newRival(++lab.rivalsMade, { id, options: {} })
  lab.store.setState({ comparison: { ...comparison, rivals: [...comparison.rivals, rival] } })
  openUnlessRefused(lab, rival.key)
}

/** Takes an allocator out of the comparison. */
export function removeRival(lab: Lab, key: number): void {
  const { comparison } = lab.store.getState()
  if (comparison === null) return
  closeRival(lab, key)
  const rivals = comparison.rivals.filter((each) => each.key !== key)
  lab.store.setState({ comparison: { ...comparison, rivals } })
}

/** Sets one option of a rival and runs it again. */
export function setRivalOption(
  lab: Lab,
  key: number,
  option: string,
  value: string | number | boolean,
): void {
  const allocator = rivalOf(lab, key)?.allocator
  if (allocator === undefined) return
  updateRival(lab, key, { allocator: withOption(allocator, option, value) })
  openUnlessRefused(lab, key)
}

/** Options that are the preset's own are left out, so that names and links stay short. */
function withOption({ id, options }: Allocator, key: string, value: string | number | boolean): Allocator {
  const given = { ...options, [key]: value }
  const spec = findAllocator(id)
  const changed = spec === undefined ? [] : changedOptions(spec, given)
  return { id, options: Object.fromEntries(changed.map((name) => [name, given[name]!])) }
}

/**
 * Makes a rival's allocator that of the page, at the moment that the rival shows, with one of its chunks in the
 * inspector. The page's own allocator takes its place.
 */
export function lookCloser(lab: Lab, key: number, chunk: Address | null): void {
  const rival = rivalOf(lab, key)
  const { scenario } = stateAhead(lab)
  if (rival === undefined || rival.moment === null || scenario === null) return
  const { allocator } = rival
  const { position } = rival.moment
  updateRival(lab, key, { allocator: scenario.allocator })
  openUnder(lab, allocator, position, chunk)
  openUnlessRefused(lab, key)
}

/** Stops a rival's run where it is, or goes on with it. */
export async function setRivalStopped(lab: Lab, key: number, stopped: boolean): Promise<void> {
  const run = lab.rivals.get(key)
  const answer = run?.client.callLatest('run', stopped ? 'cancel' : 'resume', {}).catch(() => SUPERSEDED)
  const info = await answer
  if (info === undefined || typeof info === 'symbol' || lab.rivals.get(key) !== run) return
  updateRival(lab, key, { info, stopped })
}

/** Starts a rival's worker again after it stopped. */
export function restartRival(lab: Lab, key: number): void {
  openUnlessRefused(lab, key)
}

/** Shows a rival's heap from this address on. */
export function showRivalFrom(lab: Lab, key: number, address: Address): void {
  updateRival(lab, key, { mapFrom: Math.max(0, address) })
  void followMoment(lab, key)
}

/** Goes to the first operation at which the allocators part company. */
export function toParting(lab: Lab): void {
  const parting = firstParting(lab.store.getState())
  if (parting === null) return
  pause(lab)
  seek(lab, { operation: parting.operation, step: LAST_STEP })
}

/** Offers the table as a file. */
export function downloadTable(lab: Lab): void {
  lab.services.download('comparison.csv', tableCsv(contendersOf(lab.store.getState())))
}

/** Something has changed while allocators are compared. */
function changed(lab: Lab, state: LabState, before: LabState): void {
  if (state.comparison === null) return
  if (state.hand !== null && state.hand.calls !== before.hand?.calls) {
    // What is done by hand is done to one heap.
    stopComparing(lab)
    return
  }
  if (state.scenario !== before.scenario || state.data !== before.data) scenarioChanged(lab, before.scenario)
  if (state.moment !== before.moment && state.moment !== null)
    for (const key of lab.rivals.keys()) void followMoment(lab, key)
  for (const rival of state.comparison.rivals) {
    const was = before.comparison?.rivals.find(({ key }) => key === rival.key)
    if (was !== undefined && was !== rival) rivalChanged(lab, rival, was)
  }
  if (state.info === before.info) return
  if (state.info !== null && compareRefusal(state) !== null) closeAll(lab)
  for (const key of lab.rivals.keys()) void compareOn(lab, key)
  void loadOwnWhole(lab)
}

/** There is news of a rival: of its run, or of how it compares. */
function rivalChanged(lab: Lab, rival: Rival, was: Rival): void {
  const { key, info, compared } = rival
  const { moment } = lab.store.getState()
  if (compared.path !== was.compared.path) void followMoment(lab, key)
  if (info === null || info === was.info) return
  if (was.moment === null || (moment !== null && isBehind(was, moment))) void followMoment(lab, key)
  if (info.complete && rival.whole === null) void loadWhole(lab, key)
  void compareOn(lab, key)
}

/** Begins to compare a rival's calls anew: the run beside it is another one. */
function compareAnew(lab: Lab, key: number): void {
  updateRival(lab, key, { compared: NOT_COMPARED })
  void compareOn(lab, key)
}

/** Runs all rivals again, unless only the page's own allocator is another one: then their runs are still good. */
function scenarioChanged(lab: Lab, before: Scenario | null): void {
  const { comparison, scenario } = lab.store.getState()
  if (comparison === null) return
  lab.store.setState({ comparison: { ...comparison, whole: null } })
  const same =
    before !== null &&
    scenario !== null &&
    (['source', 'process', 'run'] as const).every((part) => scenario[part] === before[part])
  if (!same) openAll(lab)
  else for (const { key } of comparison.rivals) compareAnew(lab, key)
}

function openAll(lab: Lab): void {
  for (const { key } of rivalsOf(lab)) openUnlessRefused(lab, key)
}

function closeAll(lab: Lab): void {
  for (const key of [...lab.rivals.keys()]) closeRival(lab, key)
}

function openUnlessRefused(lab: Lab, key: number): void {
  if (compareRefusal(lab.store.getState()) === null) void openRival(lab, key)
}

function rivalsOf(lab: Lab): Comparison['rivals'] {
  return lab.store.getState().comparison?.rivals ?? []
}

/** Fetches the figures of the page's own run when it is complete. */
async function loadOwnWhole(lab: Lab): Promise<void> {
  const { info, comparison } = lab.store.getState()
  if (comparison === null || comparison.whole !== null || info?.complete !== true || info.done === 0) return
  const { run } = lab
  const whole = await lab.client.call('figures', { from: 0, to: info.done, buckets: 1 }).catch(() => null)
  const now = lab.store.getState().comparison
  if (whole !== null && now !== null && run === lab.run) lab.store.setState({ comparison: { ...now, whole } })
}
