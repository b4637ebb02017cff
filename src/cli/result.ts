import type { AllocatorSpec } from '../engine/allocators/catalog.ts'
import type { OptionValues } from '../engine/allocators/index.ts'
import { externalFragmentation } from '../engine/fragmentation.ts'
import type { Scenario, SessionInfo } from '../engine/session/index.ts'
import { Session } from '../engine/session/session.ts'
import { FINDINGS, FINE, UNUSABLE } from './command.ts'
import { type Io, UsageError } from './io.ts'
import { stopped } from './print/stopped.ts'

/** A scenario run to its end. */
export interface Result {
  readonly scenario: Scenario
  readonly allocator: AllocatorSpec
  readonly info: SessionInfo
  /** The highest external fragmentation after any operation. */
  readonly worstFragmentation: number
}

/** Runs a scenario to its end. `data`: the bytes of its file. */
export function runToEnd(scenario: Scenario, allocator: AllocatorSpec, data: Uint8Array): Result {
  const session = new Session(scenario, data).runAll()
  return { scenario, allocator, info: session.info(), worstFragmentation: worstFragmentation(session) }
}

/** The options that were given, for a title: `tag=4 list=lifo`. */
export function optionsText(options: OptionValues): string {
  return Object.entries(options)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')
}

/** The exit code of a run, and on standard error where reading its source stopped, if it did. */
export function exitCode(name: string, { error, findingCount, done }: Ended, io: Io): number {
  if (error === null) return findingCount > 0 ? FINDINGS : FINE
  io.err(`${stopped(name, error, done)}\n`)
  return UNUSABLE
}

type Ended = Pick<SessionInfo, 'error' | 'findingCount' | 'done'>

/** Refuses a source without a single operation that could be run. */
export function refuseNothing(name: string, error: SessionInfo['error'], total: number): void {
  if (total === 0 && error !== null) throw new UsageError(stopped(name, error, 0))
}

function worstFragmentation(session: Session): number {
  const { done } = session.info()
  if (done === 0) return 0
  // With a bucket for each operation nothing is thinned.
  const [free, largest] = session.series(['free', 'largestFree'], 0, done, done)
  let worst = 0
  for (let i = 0; i < done; i++) {
    worst = Math.max(worst, externalFragmentation(free!.max[i]!, largest!.max[i]!))
  }
  return worst
}
