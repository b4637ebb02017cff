import type { ProcessSnapshot } from '../kernel/index.ts'
import { snapshotBytes } from '../memory/index.ts'

/** The whole state of a run before an operation. */
export interface Checkpoint {
  readonly operation: number
  readonly process: ProcessSnapshot
  /** What the workload itself keeps, in pieces that checkpoints share while they are unchanged. */
  readonly pieces: readonly Int32Array[]
  /** Bytes copied for this checkpoint alone; the rest it shares with the one before. */
  readonly copied: number
}

/** Bytes that checkpoints may hold if nobody says otherwise. */
export const CHECKPOINT_BUDGET = 256 * 1024 * 1024

/** Work between the first checkpoints, in operations (a probe counts as a sixteenth). */
const FIRST_INTERVAL = 1024
const MOST = 512

/**
 * Checkpoints of a run within a memory budget. When there are too many, or they hold too much, every second one
 * is dropped and the distance doubles; the first one always stays.
 */
export class Checkpoints<C extends Checkpoint = Checkpoint> {
  private list: C[] = []
  private interval = FIRST_INTERVAL
  private workSinceLast = 0
  /** Bytes held: exact after thinning, and never too low in between. */
  private held = 0

  /** `budget`: bytes of page copies that the checkpoints may hold together. */
  constructor(private readonly budget: number) {}

  /** Whether enough work was done since the last checkpoint to take another. */
  due(work: number): boolean {
    this.workSinceLast += work
    return this.workSinceLast >= this.interval
  }

  add(checkpoint: C): void {
    this.list.push(checkpoint)
    this.workSinceLast = 0
    this.held += checkpoint.copied
    while (this.list.length > 2 && (this.list.length > MOST || this.held > this.budget)) this.thin()
  }

  /** The last checkpoint at or before `operation`. */
  before(operation: number): C {
    let low = 0
    let high = this.list.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.list[middle]!.operation <= operation) low = middle
      else high = middle - 1
    }
    return this.list[low]!
  }

  /** The last one taken; null before the first. */
  get newest(): C | null {
    return this.list[this.list.length - 1] ?? null
  }

  get count(): number {
    return this.list.length
  }

  /** Bytes of pages and pieces that the checkpoints hold together, shared ones counted once. */
  get bytes(): number {
    const pieces = new Set(this.list.flatMap((checkpoint) => [...checkpoint.pieces]))
    let bytes = snapshotBytes(this.list.map((checkpoint) => checkpoint.process.memory))
    for (const piece of pieces) bytes += piece.byteLength
    return bytes
  }

  private thin(): void {
    this.list = this.list.filter((_, i) => i % 2 === 0)
    this.interval *= 2
    this.held = this.bytes
  }
}
