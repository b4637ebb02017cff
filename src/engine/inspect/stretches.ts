import type { Stretch } from '../map-levels.ts'
import type { Address, Bytes } from '../units.ts'

/** Chunks with at least so many bytes between them belong to different stretches. */
const APART = 1 << 16
/** More stretches than this are not told apart. */
const MOST = 500

/** Finds the stretches of a heap, chunk by chunk. */
export class StretchTally {
  private readonly done: Stretch[] = []
  private from: Address = -1
  private to: Address = -1
  private chunks = 0
  private largest: Bytes = 0

  /** Takes the next chunk. In a damaged heap one may lie before those that have been taken: it belongs to none. */
  add(chunk: Address, size: Bytes): void {
    if (chunk < this.from) return
    if (this.from < 0 || (chunk - this.to >= APART && this.done.length < MOST)) this.begin(chunk)
    if (chunk + size > this.to) this.to = chunk + size
    if (size > this.largest) this.largest = size
    this.chunks++
  }

  /** The stretches of all chunks taken so far, by address. */
  get stretches(): readonly Stretch[] {
    return this.from < 0 ? [] : [...this.done, this.current()]
  }

  private begin(chunk: Address): void {
    if (this.from >= 0) this.done.push(this.current())
    this.from = chunk
    this.to = chunk
    this.chunks = 0
    this.largest = 0
  }

  private current(): Stretch {
    const { from, to, chunks, largest } = this
    return { from, to, chunks, largest }
  }
}
