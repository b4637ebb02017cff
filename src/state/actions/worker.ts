import type { Lab, Services } from '../lab.ts'
import { createLabStore } from '../store.ts'
import { onProgress, reopen } from './open.ts'

/** A worker that dies this often in a row is not started again by itself. */
const MOST_DEATHS = 3

/** Puts store and services together and starts the worker. */
export function createLab(services: Services): Lab {
  const lab: Lab = {
    store: createLabStore(),
    services,
    client: services.connect({
      progress: (info) => onProgress(lab, info),
      died: (reason) => onDeath(lab, reason),
    }),
    run: 0,
    request: 0,
    waiting: false,
    queued: 0,
    ahead: null,
    deaths: 0,
    rivals: new Map(),
    rivalsMade: 0,
    keepWork: null,
    stopComparing: null,
    stopPlaying: null,
    stopSaving: null,
    gate: null,
    lookups: 0,
  }
  return lab
}

function onDeath(lab: Lab, reason: string): void {
  lab.deaths++
  const restarted = lab.deaths < MOST_DEATHS
  lab.store.setState({ workerTrouble: { reason, restarted } })
  if (restarted) void restart(lab)
}

/** Starts another worker and brings back scenario and position. */
export async function restart(lab: Lab): Promise<void> {
  lab.client = lab.services.connect({
    progress: (info) => onProgress(lab, info),
    died: (reason) => onDeath(lab, reason),
  })
  await reopen(lab)
}

/** The person has read what happened to the worker. */
export function dismissTrouble(lab: Lab): void {
  lab.store.setState({ workerTrouble: null })
}
