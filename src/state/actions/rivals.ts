import type { MomentRequest, SessionInfo } from '../../engine/session/index.ts'
import { type Client, SUPERSEDED, WorkerDied } from '../../worker/client.ts'
import { beside, newRival, type Rival } from '../comparison.ts'
import type { Lab, RivalRun } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { momentRequest } from './navigate.ts'

/** A rival as it is now; undefined if it has been taken out. */
export function rivalOf(lab: Lab, key: number): Rival | undefined {
  return lab.store.getState().comparison?.rivals.find((each) => each.key === key)
}

/** Changes what is known of a rival, if it still takes part. */
export function updateRival(lab: Lab, key: number, change: Partial<Rival>): void {
  const { comparison } = lab.store.getState()
  if (comparison === null) return
  const rivals = comparison.rivals.map((each) => (each.key === key ? { ...each, ...change } : each))
  lab.store.setState({ comparison: { ...comparison, rivals } })
}

/** Runs the open scenario under a rival's allocator, in a new worker; an older one of it ends. */
export async function openRival(lab: Lab, key: number): Promise<void> {
  closeRival(lab, key)
  const { scenario, data } = lab.store.getState()
  const rival = rivalOf(lab, key)
  if (scenario === null || rival === undefined) return
  updateRival(lab, key, newRival(key, rival.allocator))
  // Its client tells nothing while it is being made.
  const own = (tell: () => void) => {
    if (lab.rivals.get(key) === run) tell()
  }
  const heard = (info: SessionInfo) => own(() => updateRival(lab, key, { info }))
  const run: RivalRun = {
    client: lab.services.connect({
      progress: heard,
      died: (reason) => own(() => updateRival(lab, key, { trouble: `Its worker stopped: ${reason}` })),
    }),
    request: 0,
    comparing: false,
    again: false,
  }
  lab.rivals.set(key, run)
  try {
    const info = await run.client.call('open', {
      scenario: { ...scenario, allocator: rival.allocator },
      data,
    })
    heard(info)
  } catch (error) {
    if (error instanceof WorkerDied) return
    own(() => updateRival(lab, key, { trouble: messageOf(error) }))
  }
}

/** Ends a rival's worker. */
export function closeRival(lab: Lab, key: number): void {
  lab.rivals.get(key)?.client.close()
  lab.rivals.delete(key)
}

/** Shows a rival at the place that belongs to the page's moment. */
export async function followMoment(lab: Lab, key: number): Promise<void> {
  const run = lab.rivals.get(key)
  const rival = rivalOf(lab, key)
  if (run === undefined || rival === undefined || (rival.info?.done ?? 0) === 0) return
  const request = ++run.request
  try {
    const wanted = await requestFor(lab, run.client, rival)
    if (wanted === null || request !== run.request) return
    const moment = await run.client.callLatest('moment', 'moment', wanted)
    if (moment === SUPERSEDED || request !== run.request || lab.rivals.get(key) !== run) return
    updateRival(lab, key, { moment })
  } catch (error) {
    if (error instanceof WorkerDied || lab.rivals.get(key) !== run) return
    updateRival(lab, key, { trouble: messageOf(error) })
  }
}

/** What to ask a rival for; null if there is nothing to stand beside, or a newer request has come. */
async function requestFor(lab: Lab, client: Client, rival: Rival): Promise<MomentRequest | null> {
  const state = lab.store.getState()
  if (state.moment === null) return null
  const asked = momentRequest(state)
  const view = { ...asked, map: { ...asked.map, from: rival.mapFrom }, inspect: null, part: null }
  const place = beside(state.moment, rival.compared)
  if ('position' in place) return { ...view, position: place.position }
  const conditions = [{ kind: 'call', number: place.call } as const]
  const found = await client.callLatest('find', 'find', { conditions, from: -1, backwards: false })
  if (found === SUPERSEDED) return null
  const operation = found < 0 ? (rivalOf(lab, rival.key)?.info?.done ?? 1) - 1 : found
  return { ...view, position: { operation, step: LAST_STEP } }
}

/** Fetches the figures of a rival's whole run. */
export async function loadWhole(lab: Lab, key: number): Promise<void> {
  const run = lab.rivals.get(key)
  const done = rivalOf(lab, key)?.info?.done ?? 0
  if (run === undefined) return
  const whole = await run.client.call('figures', { from: 0, to: done, buckets: 1 }).catch(() => null)
  if (whole !== null && lab.rivals.get(key) === run) updateRival(lab, key, { whole })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
