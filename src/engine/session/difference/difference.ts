import { FreeTally } from '../../inspect/index.ts'
import { bytesIn } from '../../memory/index.ts'
import type { Address } from '../../units.ts'
import type { Machine } from '../machine.ts'
import { clamp, type MomentSources, metricsDuring } from '../moment.ts'
import type { Position } from '../scenario.ts'
import type { MetricsAt } from '../views.ts'
import { blocksAt, blocksBetween } from './blocks.ts'
import { type Captured, capture } from './captured.ts'
import type { ChunkTable } from './chunk-table.ts'
import { type ChangedRow, changedChunks } from './chunks.ts'
import { listChanges } from './lists.ts'
import { regionChanges } from './regions.ts'
import type { ChunkChange, ChunkSide, Difference, DifferenceRequest } from './views.ts'

/** Changes told of each group at most, whatever the request says. */
const MOST_TOLD = 2000
/** Bytes of the first moment at most, likewise. */
const MOST_BYTES = 512

/** A captured moment with its place in the run. */
interface Placed {
  readonly position: Position
  /** Rows recorded up to it. */
  readonly rows: number
  readonly metrics: MetricsAt
  readonly state: Captured
}

/**
 * Compares moments of a run. The first one of a request stays captured, because as a rule it is asked for again with
 * every step of the second.
 */
export class Differences {
  private kept: Placed | null = null

  /** What changed from one moment to another. The replay stands at the second one afterwards. */
  between(sources: MomentSources, { from, to, limit, bytes }: DifferenceRequest): Difference {
    const { replay, telling } = sources
    const first = clamp(from, telling.done, replay)
    const kept = this.kept !== null && same(this.kept.position, first) ? this.kept : goTo(sources, first, 0)
    this.kept = kept
    const second = clamp(to, telling.done, replay)
    const now = same(second, first) ? kept : goTo(sources, second, kept.state.chunks.length)
    const { machine } = replay
    const most = Math.max(0, Math.min(limit, MOST_TOLD))
    const [early, late] = [Math.min(kept.rows, now.rows), Math.max(kept.rows, now.rows)]
    const { allocated, freed, renewed } = blocksBetween(machine.history, early, late)
    const chunks = changedChunks(kept.state, now.state, renewed, most)
    return {
      from: first,
      to: second,
      chunks: {
        counts: chunks.counts,
        total: chunks.total,
        told: told(sources, kept, now, chunks.rows),
        marks: chunks.marks,
      },
      lists: listChanges(kept.state.lists, now.state.lists, machine.allocator.listNames, most),
      regions: regionChanges(kept.state, now.state, most),
      metrics: { before: kept.metrics, after: now.metrics },
      between: { allocated, freed, syscalls: Math.abs(now.state.syscalls - kept.state.syscalls) },
      bytes:
        bytes === undefined
          ? null
          : {
              from: bytes.from,
              before: bytesIn(kept.state.memory, bytes.from, Math.min(bytes.length, MOST_BYTES)),
            },
      problem: now.state.problem ?? kept.state.problem,
    }
  }
}

function same(a: Position, b: Position): boolean {
  return a.operation === b.operation && a.step === b.step
}

function goTo({ replay, telling, metrics }: MomentSources, position: Position, room: number): Placed {
  const { operation, step } = position
  const steps = telling.done === 0 ? 0 : replay.transcriptOf(operation).length
  if (telling.done === 0) replay.goTo(0)
  else replay.goToStep(operation, step)
  const isAfter = steps > 0 && step >= steps
  const rows = telling.rowsBefore(operation + (isAfter ? 1 : 0))
  const state = capture(replay.machine, room)
  const row = metrics.at(rows - 1)
  return {
    position,
    rows,
    metrics: isAfter ? row : metricsDuring(row, replay.machine, freeIn(state.chunks)),
    state,
  }
}

function freeIn({ length, state, size }: ChunkTable): FreeTally {
  const tally = new FreeTally()
  for (let i = 0; i < length; i++) tally.add(state[i]!, size[i]!)
  return tally
}

/** The rows that are told, with the blocks that live in the chunks. */
function told(
  { replay, telling }: MomentSources,
  a: Placed,
  b: Placed,
  rows: readonly ChangedRow[],
): ChunkChange[] {
  const sideOf = (placed: Placed, at: (row: ChangedRow) => number) => {
    const { chunks } = placed.state
    const live = liveAt(replay.machine, chunks, rows.map(at), placed.rows)
    return (row: ChangedRow) => side(chunks, at(row), replay.machine, live, telling.name)
  }
  const before = sideOf(a, (row) => row.a)
  const after = sideOf(b, (row) => row.b)
  return rows.map((row) => ({
    kind: row.kind,
    address: row.b >= 0 ? b.state.chunks.address[row.b]! : a.state.chunks.address[row.a]!,
    before: before(row),
    after: after(row),
    bytes: row.bytes,
  }))
}

function liveAt(machine: Machine, chunks: ChunkTable, indexes: readonly number[], now: number) {
  const payloads = new Set(indexes.filter((i) => i >= 0).map((i) => chunks.payload[i]!))
  return blocksAt(machine.history, payloads, now)
}

function side(
  { size, state, payload, usable }: ChunkTable,
  i: number,
  { history }: Machine,
  live: ReadonlyMap<Address, number>,
  name: (block: number) => string,
): ChunkSide | null {
  if (i < 0) return null
  const block = live.get(payload[i]!) ?? -1
  return {
    size: size[i]!,
    state: state[i]!,
    payload: payload[i]!,
    usable: usable[i]!,
    requested: block < 0 ? -1 : history.requested[block]!,
    name: block < 0 ? '' : name(block),
  }
}
