import { findAllocator } from '../engine/allocators/catalog.ts'
import { bytesText, thousands } from '../engine/format.ts'
import { NO_BLOCK, type Parting } from '../engine/parting.ts'
import type { FigureColumns, Moment, Position, Scenario, SessionInfo } from '../engine/session/index.ts'
import { type Address, hex } from '../engine/units.ts'
import { LAST_STEP } from './positions.ts'
import { allocatorTitle, askedOperation, compileErrors } from './selectors.ts'
import type { LabState } from './store.ts'

/** Allocators beside the one that the page shows: more maps do not fit on a screen. */
export const MOST_RIVALS = 3

/** How far a rival's calls have been compared with those of the page's own run. */
export interface Compared {
  /** Calls that have been compared. */
  readonly calls: number
  /** Where the rival first answers otherwise, or has a heap of another size. */
  readonly answer: Parting | null
  /** Where the workload itself first goes another way. */
  readonly path: Parting | null
  /** Whether there is nothing more to compare. */
  readonly over: boolean
}

export const NOT_COMPARED: Compared = { calls: 0, answer: null, path: null, over: false }

/** Another allocator that runs the same workload, in a worker of its own. */
export interface Rival {
  /** Tells rivals apart, also when they have the same allocator. */
  readonly key: number
  readonly allocator: Scenario['allocator']
  /** Null until its scenario has been opened. */
  readonly info: SessionInfo | null
  readonly stopped: boolean
  /** Why it cannot be run, or why its worker stopped. */
  readonly trouble: string | null
  readonly moment: Moment | null
  /** The whole run as one bucket, when it is complete. */
  readonly whole: FigureColumns | null
  /** First address of its map; 0 is the start of its heap. */
  readonly mapFrom: Address
  readonly compared: Compared
}

/** The same workload under several allocators. */
export interface Comparison {
  readonly rivals: readonly Rival[]
  /** The page's own run as one bucket, when it is complete. */
  readonly whole: FigureColumns | null
}

/** A rival that has not been opened. */
export function newRival(key: number, allocator: Scenario['allocator']): Rival {
  return {
    key,
    allocator,
    info: null,
    stopped: false,
    trouble: null,
    moment: null,
    whole: null,
    mapFrom: 0,
    compared: NOT_COMPARED,
  }
}

/** What an allocator with its options is called. */
export function allocatorName({ id, options }: Scenario['allocator']): string {
  const spec = findAllocator(id)
  return spec === undefined ? id : allocatorTitle(spec, options)
}

/** Why what is open cannot be compared; null if it can. */
export function compareRefusal({ scenario, info }: LabState): string | null {
  if (scenario === null) return 'Nothing is open yet.'
  if (info === null) return null
  if (compileErrors(info).length > 0) return 'This program does not compile, so there is nothing to compare.'
  if (info.complete && info.done === 0)
    return 'This scenario has no operations, so there is nothing to compare.'
  if (info.program?.hasOwnMalloc === true)
    return 'This program brings its own malloc. The allocators of the lab have no part in it, so it would run the same way under each of them.'
  return null
}

/** The first operation at which any rival parts from the page's own run; null while none has. */
export function firstParting({ comparison }: LabState): Parting | null {
  const all = (comparison?.rivals ?? []).flatMap(({ compared }) => partingsOf(compared))
  return earliest(all)
}

/** The same, unless it would give away the answer of a question that is open. */
export function shownParting(state: LabState): Parting | null {
  const parting = firstParting(state)
  return parting !== null && parting.operation < askedOperation(state) ? parting : null
}

/** Where a rival first differs in anything. */
export function partingOf(compared: Compared): Parting | null {
  return earliest(partingsOf(compared))
}

function partingsOf({ answer, path }: Compared): Parting[] {
  return [path, answer].filter((parting) => parting !== null)
}

/** Of two at the same call, the one that stands first: another path explains another answer. */
function earliest(partings: readonly Parting[]): Parting | null {
  return partings.reduce<Parting | null>(
    (best, each) => (best === null || each.call < best.call ? each : best),
    null,
  )
}

/** Where a rival is when the page is at a moment: at a position, or at its call of some number (from 1). */
export type Beside = { readonly position: Position } | { readonly call: number }

/**
 * The same operation and step. Where the page's operation is complete, so is the rival's. Behind the place where a
 * program went another way, operations no longer belong together; then it is as many calls of malloc and its kind.
 */
export function beside({ position, steps, program }: Moment, { path }: Compared): Beside {
  const { operation, step } = position
  if (path !== null && program !== null && operation >= path.operation && program.calls > path.call)
    return { call: program.calls }
  return { position: { operation, step: step >= steps ? LAST_STEP : step } }
}

/** Whether a rival's run has not come to the page's moment yet, but may. */
export function isBehind({ info, moment }: Rival, wanted: Moment): boolean {
  if (info === null || info.complete) return false
  return moment === null || moment.position.operation < wanted.position.operation
}

/** The two things that differ at a parting, in words. `first`, `second`: what the two runs are called. */
export function partingText(parting: Parting, first: string, second: string): string {
  const at = `Operation ${parting.operation + 1}`
  switch (parting.kind) {
    case 'path':
      return `${at}: the workload goes another way with ${second} than with ${first}. From here on they stand side by side by their calls of malloc and its kind.`
    case 'end':
      return `${at}: only one of ${first} and ${second} has come so far.`
    case 'heap':
      return `${at}: it leaves a heap of ${bytesText(parting.first)} with ${first}, of ${bytesText(parting.second)} with ${second}.`
    case 'answer':
      return `${at}: ${first} answers ${place(parting.first)}, ${second} ${place(parting.second)}.`
  }
}

/** Answers further away from the start of the heap lie in mappings: those are told as addresses are. */
const FAR = 2 ** 32

/** An answer, counted from the start of the heap: heaps of different allocators may begin at different addresses. */
function place(answer: number): string {
  if (answer === NO_BLOCK) return 'NULL'
  return `heap ${answer < 0 ? '−' : '+'} ${Math.abs(answer) < FAR ? thousands(Math.abs(answer)) : hex(Math.abs(answer))}`
}
