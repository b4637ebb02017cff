import { MIDDLE_LEVELS } from '../../engine/map-levels.ts'
import type { MetricName, Series, SessionInfo, SourceWindow } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import type { Lab } from '../lab.ts'
import { answersLevel, levelHere } from '../map-view.ts'
import { refresh } from './navigate.ts'

/** Lines of source kept at a time, around the ones on the screen. */
const SOURCE_LINES = 400
/** The figures the timeline draws. */
const CHARTED: readonly MetricName[] = ['live', 'free', 'largestFree']

/** Fetches the source around a line, unless it is there already. */
export async function loadSource(lab: Lab, line: number): Promise<void> {
  const { source, info } = lab.store.getState()
  if (lab.ahead !== null) return
  if (source !== null && info !== null) {
    const end = source.first + source.lines.length
    const margin = 60
    const low = source.first === 1 || line >= source.first + margin
    if (low && (end > source.total || line < end - margin)) return
  }
  const { run } = lab
  const answer = await askSource(lab, line)
  if (answer !== null && run === lab.run) lab.store.setState({ source: answer })
}

/** The source around a line; null if the engine cannot tell it, or something newer was asked. */
export async function askSource(lab: Lab, line: number): Promise<SourceWindow | null> {
  const firstLine = Math.max(1, line - SOURCE_LINES / 2)
  const answer = await lab.client
    .callLatest('source', 'source', { firstLine, count: SOURCE_LINES })
    .catch(() => SUPERSEDED)
  return typeof answer === 'symbol' ? null : answer
}

/** Fetches the timeline's figures for what has been run. */
export async function loadSeries(lab: Lab): Promise<void> {
  const { info } = lab.store.getState()
  if (info === null || info.done === 0 || lab.ahead !== null) return
  const { run } = lab
  const series = await askSeries(lab, info)
  if (series !== null && run === lab.run) lab.store.setState({ series, seriesTotal: info.done })
}

/** The timeline's figures of a run as far as it has come; null as for `askSource`. */
export async function askSeries(lab: Lab, { done }: SessionInfo): Promise<readonly Series[] | null> {
  const buckets = Math.min(done, lab.store.getState().timelinePoints)
  const answer = await lab.client
    .callLatest('series', 'series', { names: CHARTED, from: 0, to: done, buckets })
    .catch(() => SUPERSEDED)
  return typeof answer === 'symbol' ? null : answer
}

/** Says how many points the timeline has room for. */
export function setTimelinePoints(lab: Lab, points: number): void {
  if (points === lab.store.getState().timelinePoints) return
  lab.store.setState({ timelinePoints: points })
  void loadSeries(lab)
}

/** Says how many rows the map has room for. */
export function setMapRows(lab: Lab, rows: number): void {
  const state = lab.store.getState()
  const { moment } = state
  // Another map may have asked for it last, for heaps side by side.
  const isOther = moment !== null && !answersLevel(moment, levelHere(state))
  if (rows <= state.mapRows && !isOther) return
  lab.store.setState({ mapRows: Math.max(rows, state.mapRows) })
  if (moment !== null) void refresh(lab)
}

/** Shows the heap from this address on. */
export function showFrom(lab: Lab, address: Address): void {
  setView(lab, { mapFrom: Math.max(0, address) })
}

/** A heap is zoomed so that it takes about so many screens, */
const SCREENS = 4
/** but with no more bytes in a row than this: small chunks must stay large enough to be named. */
const LARGEST_FIT = 512

/** Chooses a zoom for a scenario that has just been opened: a small heap fills the map, large chunks are not torn up. */
export function fitZoom(lab: Lab): void {
  const { info, moment, mapRows } = lab.store.getState()
  if (info === null || moment === null) return
  const [first, second] = moment.stretches
  const heap = first !== undefined && second !== undefined ? first.to - first.from : info.summary.peakHeap
  const rows = mapRows - 2
  const wanted = heap <= rows * 64 ? 64 : Math.max(128, Math.min(LARGEST_FIT, heap / (rows * SCREENS)))
  const fits = MIDDLE_LEVELS.find((bytes) => bytes >= wanted) ?? LARGEST_FIT
  if (fits !== lab.store.getState().view.bytesPerRow) setView(lab, { bytesPerRow: fits })
}

/** Inspects the chunk at an address; null: the one each step is about. */
export function inspect(lab: Lab, address: Address | null): void {
  lab.store.setState({ inspectorTab: 'chunk' })
  setView(lab, { inspect: address })
}

/** Changes what the map shows, and asks for it. */
export function setView(
  lab: Lab,
  change: Partial<{ mapFrom: Address; bytesPerRow: number; inspect: Address | null }>,
): void {
  const { view, moment } = lab.store.getState()
  lab.store.setState({ view: { ...view, ...change } })
  if (moment !== null) void refresh(lab)
}
