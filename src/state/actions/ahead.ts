import type { Moment, Position, SessionInfo } from '../../engine/session/index.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import type { Ahead, Lab } from '../lab.ts'
import { compileErrors } from '../selectors.ts'
import type { LabState } from '../store.ts'
import { momentRequest, settle } from './navigate.ts'
import { askSeries, askSource } from './windows.ts'

/** Whoever waits longer than this is told that something is under way. */
const PATIENCE_MS = 300

/**
 * Leaves what is open on the screen while it is run again in another form, until the first moment of that is there, or
 * it takes long. Then the store changes at once: at no time does it hold a part of the one and a part of the other.
 */
export function holdBack(lab: Lab, fresh: Ahead['fresh']): void {
  let tell = () => {}
  const over = new Promise<void>((resolve) => {
    tell = resolve
  })
  const cancel = lab.services.after(PATIENCE_MS, () => letGo(lab))
  const end = () => {
    cancel()
    tell()
  }
  lab.ahead = { fresh, over, end, info: null, asking: false }
  lab.waiting = true
  lab.store.setState({ wished: stateAhead(lab).scenario })
}

/** The state as it will be: callers that change what is open start from this. */
export function stateAhead(lab: Lab): LabState {
  const state = lab.store.getState()
  return lab.ahead === null ? state : { ...state, ...lab.ahead.fresh(state) }
}

/** Forgets what was held back: something else is opened. */
export function dropAhead(lab: Lab): void {
  if (lab.ahead === null) return
  lab.ahead.end()
  lab.ahead = null
  lab.store.setState({ wished: null })
}

/** Shows that what is open is being run again: its moment is not there yet. */
export function letGo(lab: Lab): void {
  const { ahead } = lab
  if (ahead === null) return
  const { info } = ahead
  lab.store.setState({ ...stateAhead(lab), ...(info === null ? {} : { info, phase: 'ready' }) })
  lab.waiting = false
  dropAhead(lab)
}

/** News of the run that is held back. Resolves when it is on the screen, as far as that has come. */
export async function showAhead(lab: Lab, info: SessionInfo): Promise<void> {
  const { ahead } = lab
  if (ahead === null) return
  ahead.info = info
  if (compileErrors(info).length > 0 || (info.complete && info.done === 0)) letGo(lab)
  else if (!ahead.asking && hasReached(info, stateAhead(lab).position)) void fetchAhead(lab, ahead, info)
  await ahead.over
}

/** Whether a run has come to a position, or will not come any further. */
export function hasReached({ done, complete }: SessionInfo, { operation }: Position): boolean {
  return done > operation || (complete && done > 0)
}

async function fetchAhead(lab: Lab, ahead: Ahead, info: SessionInfo): Promise<void> {
  ahead.asking = true
  const state = { ...stateAhead(lab), info }
  const moment = await lab.client
    .callLatest('moment', 'moment', momentRequest(within(state, info)))
    .catch(() => SUPERSEDED)
  if (typeof moment !== 'symbol') await putUp(lab, ahead, moment)
  // What keeps the engine from telling the moment is told when it is asked for it again.
  if (lab.ahead === ahead) letGo(lab)
}

/** The state at a position that has been run. */
function within(state: LabState, { done }: SessionInfo): LabState {
  const { operation, step } = state.position
  return { ...state, position: { operation: Math.min(operation, done - 1), step } }
}

async function putUp(lab: Lab, ahead: Ahead, moment: Moment): Promise<void> {
  const info = ahead.info!
  const [series, source] = await Promise.all([
    askSeries(lab, info),
    info.read === 1 ? askSource(lab, moment.line) : null,
  ])
  if (lab.ahead !== ahead) return
  const newest = ahead.info!
  lab.store.setState({
    ...stateAhead(lab),
    info: newest,
    phase: 'ready',
    moment,
    position: moment.position,
    ...(series === null ? {} : { series, seriesTotal: info.done }),
    ...(source === null ? {} : { source }),
  })
  dropAhead(lab)
  settle(lab)
}
