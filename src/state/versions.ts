import type { Position, Scenario, Source } from '../engine/session/index.ts'
import { sameSource } from './selectors.ts'

/** A text as it was, and where the person was in its run. */
export interface Version {
  readonly title: string
  readonly source: Source
  readonly allocator: Scenario['allocator']
  readonly position: Position
  /** What a `file` source holds. */
  readonly data: Blob | null
}

/** What was changed in this session: what can be taken back, and what was taken back. */
export interface Versions {
  readonly past: readonly Version[]
  /** The text that they led to. While another one is open, they mean nothing. */
  readonly now: Source | null
  readonly future: readonly Version[]
}

export const NO_VERSIONS: Versions = { past: [], now: null, future: [] }

/** Changes that can be taken back. */
const MOST_KEPT = 100

/** The versions of the text that is open; none if they belong to another one. */
export function versionsOf(versions: Versions, scenario: Scenario | null): Versions {
  const { now } = versions
  return scenario !== null && now !== null && sameSource(now, scenario.source) ? versions : NO_VERSIONS
}

/** What is open, as a version. */
export function versionOf(
  { title, source, allocator }: Scenario,
  position: Position,
  data: Blob | null,
): Version {
  return { title, source, allocator, position, data }
}

/** The versions after the text was changed from `before` to `now`. What had been taken back is gone. */
export function changed({ past }: Versions, before: Version, now: Source): Versions {
  if (sameSource(before.source, now)) return { past, now, future: [] }
  return { past: [...past, before].slice(-MOST_KEPT), now, future: [] }
}

/** The versions after one step back (or on) from `from`, and the one to show; null if there is none. */
export function stepped(
  { past, future }: Versions,
  from: Version,
  direction: 1 | -1,
): { readonly versions: Versions; readonly to: Version } | null {
  const to = direction === -1 ? past.at(-1) : future.at(-1)
  if (to === undefined) return null
  const versions =
    direction === -1
      ? { past: past.slice(0, -1), now: to.source, future: [...future, from] }
      : { past: [...past, from], now: to.source, future: future.slice(0, -1) }
  return { versions, to }
}

/** A scenario with the text of a version. A program keeps the input that it has now. */
export function withVersion(scenario: Scenario, { title, source, allocator }: Version): Scenario {
  if (source.kind === 'c' && scenario.source.kind === 'c')
    return { ...scenario, title, source: { ...scenario.source, files: source.files } }
  // Another kind of text may need the allocator that it had.
  return { ...scenario, title, source, ...(source.kind === scenario.source.kind ? {} : { allocator }) }
}
