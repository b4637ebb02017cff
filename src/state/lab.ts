import type { Position, SessionInfo } from '../engine/session/index.ts'
import type { Client } from '../worker/client.ts'
import type { Shelf } from './kept/shelf.ts'
import type { LabState, LabStore } from './store.ts'

/** What a client tells by itself. */
export interface ClientEvents {
  readonly progress: (info: SessionInfo) => void
  readonly died: (reason: string) => void
}

/** A small place to keep text between visits, such as localStorage. Both may fail; then nothing is kept. */
export interface Keep {
  read(key: string): string | null
  write(key: string, text: string): void
}

/** What the outside world gives. Nothing in src/state touches the browser but through this. */
export interface Services {
  /** Starts a worker (or a host in this thread) and connects to it. */
  readonly connect: (events: ClientEvents) => Client
  readonly keep: Keep
  /** The same for this tab of the browser alone: what it holds is gone with the tab, and survives a reload. */
  readonly tab: Keep
  /** Where the person's own scenarios are kept; null where nothing is. */
  readonly shelf: (() => Promise<Shelf>) | null
  /** Runs `task` once after so many milliseconds; the answer cancels it. */
  readonly after: (milliseconds: number, task: () => void) => () => void
  /** The page's address without its hash. */
  readonly pageUrl: () => string
  readonly setHash: (hash: string) => void
  /** Puts text on the clipboard; rejects where that is not allowed. */
  readonly copy: (text: string) => Promise<void>
  /**
   * The text of a file of this site; null if there is none. Rejects if it has more characters than `most`, and for
   * what the server says.
   */
  readonly fetchText: (url: string, most: number) => Promise<string | null>
  /** Whether the person has asked for less motion: then nothing moves by itself. */
  readonly calm: () => boolean
  /** Loads the page again, in the newest version there is. */
  readonly reload: () => void
  /** Offers a file for download: a text, or the pieces of its bytes where it is long. */
  readonly download: (name: string, content: string | readonly Uint8Array<ArrayBuffer>[]) => void
}

/** The worker of a rival in a comparison, and what is being asked of it. */
export interface RivalRun {
  readonly client: Client
  /** Counts requests for its moment; only the newest one is shown. */
  request: number
  /** Whether its calls are being compared, and whether there is news that it must look at. */
  comparing: boolean
  again: boolean
}

/** What is being run again in another form, while the moment before still stands on the screen. */
export interface Ahead {
  /** What the store will hold of it before anything of the run is known. */
  readonly fresh: (now: LabState) => Partial<LabState>
  /** Resolves when it is on the screen, or something else has been opened. */
  readonly over: Promise<void>
  readonly end: () => void
  /** How far it has come; null before it has been opened. */
  info: SessionInfo | null
  /** Whether its moment is on the way. */
  asking: boolean
}

/**
 * Keeps what a state holds on the shelf, if that is the person's own. `is left`: something else is opened. Answers whether
 * nothing of it can be lost now.
 */
export type KeepWork = (state: LabState, when: 'goes on' | 'is left') => Promise<boolean>

/** The running lab: the store, and what moves it. Actions are functions that take this. */
export interface Lab {
  readonly store: LabStore
  readonly services: Services
  client: Client
  /** Counts scenarios opened, so that answers for an older one are dropped. */
  run: number
  /** Counts requests for a moment; only the newest one sets the position. */
  request: number
  /** Whether a moment is being waited for, and the steps to take when it is there. */
  waiting: boolean
  queued: number
  /** What the screen does not show yet; null if it shows what is open. */
  ahead: Ahead | null
  /** Deaths of the worker since it last finished a run. */
  deaths: number
  /** The workers of a comparison, by the keys of their rivals. */
  readonly rivals: Map<number, RivalRun>
  /** Rivals there have ever been: the next one's key. */
  rivalsMade: number
  /**
   * What may take over a step forwards to a position, because there is something to do on the way; says whether it does.
   * Null lets every step pass.
   */
  gate: ((to: Position) => boolean) | null
  /** Counts the looks for questions on the way of a step; only the newest one leads anywhere. */
  lookups: number
  /** Null until it is asked for, and where nothing can be kept. */
  keepWork: KeepWork | null
  stopComparing: (() => void) | null
  stopPlaying: (() => void) | null
  stopSaving: (() => void) | null
}
