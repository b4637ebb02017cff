import {
  type ChunkState,
  type ChunkVisitor,
  type Field,
  FREE,
  type HeapView,
  META,
  USED,
} from '../../allocators/index.ts'
import type { Process } from '../../kernel/index.ts'
import type { Address } from '../../units.ts'
import type { History } from '../history.ts'

interface Piece {
  readonly start: Address
  readonly end: Address
  readonly state: ChunkState
}

/**
 * The heap of a program that brings its own malloc, as far as anybody can know it from outside: the blocks that its
 * malloc has returned, those that were freed since and not given out again, and between them bytes that are the
 * program's own affair.
 */
export class FollowedHeap implements HeapView {
  readonly alignment = 16
  readonly listNames = []

  /** `now`: how many rows have been run at the moment to be shown. */
  constructor(
    private readonly process: Process,
    private readonly history: History,
    private readonly now: () => number,
  ) {}

  walk(visit: ChunkVisitor): null {
    const pieces = this.pieces()
    let at = 0
    let regionEnd = 0
    for (const { start, end, state } of pieces) {
      if (start >= regionEnd) {
        if (!this.visitGap(visit, at, regionEnd)) return null
        ;[at, regionEnd] = this.regionOf(start)
      }
      if (!this.visitGap(visit, at, start)) return null
      if (!visit(start, end - start, state, start, end - start)) return null
      at = Math.max(at, end)
    }
    const heapEnd = this.process.programBreak
    if (at < this.process.brkStart) this.visitGap(visit, this.process.brkStart, heapEnd)
    else this.visitGap(visit, at, Math.min(regionEnd, heapEnd))
    return null
  }

  walkLists(): null {
    return null
  }

  marks() {
    return []
  }

  fields(): readonly Field[] {
    return []
  }

  check(): void {}

  private visitGap(visit: ChunkVisitor, from: Address, to: Address): boolean {
    return to <= from || visit(from, to - from, META, from, 0)
  }

  /** Where the stretch of heap that holds `address` begins and ends: the brk heap, or a mapping. */
  private regionOf(address: Address): [from: Address, to: Address] {
    const { brkStart, programBreak, regions } = this.process
    if (address >= brkStart && address < programBreak) return [brkStart, programBreak]
    const region = regions.find(address)
    // Of a mapping only what blocks reach is shown: it may be a hundred megabytes.
    return region === null ? [address, address] : [region.start, address]
  }

  /** Blocks that live, and freed ones where nothing lives now, by address, without overlaps. */
  private pieces(): Piece[] {
    const { history } = this
    const now = this.now()
    const live: Piece[] = []
    const dead: Piece[] = []
    for (let block = 0; block < now; block++) {
      const start = history.address[block]!
      if (start === 0) continue
      const end = start + Math.max(1, history.requested[block]!)
      if (history.isFreed(block, now)) dead.push({ start, end, state: FREE })
      else live.push({ start, end, state: USED })
    }
    return overlay(live.sort(byStart), dead.sort(byStart))
  }
}

function byStart(a: Piece, b: Piece): number {
  return a.start - b.start
}

/** The live pieces, and of the dead ones the parts where neither a live nor an earlier dead one lies. */
function overlay(live: readonly Piece[], dead: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  let next = 0
  let covered = 0
  const takeLive = (before: Address) => {
    for (; next < live.length && live[next]!.start < before; next++) {
      const piece = live[next]!
      if (piece.start < covered) continue
      all.push(piece)
      covered = piece.end
    }
  }
  for (const piece of dead) {
    let from = Math.max(piece.start, covered)
    takeLive(from + 1)
    from = Math.max(from, covered)
    while (from < piece.end) {
      const end = Math.min(piece.end, live[next]?.start ?? piece.end)
      if (end > from) {
        all.push({ start: from, end, state: FREE })
        covered = end
      }
      if (end >= piece.end) break
      takeLive(end + 1)
      from = covered
    }
  }
  takeLive(Number.POSITIVE_INFINITY)
  return all
}
