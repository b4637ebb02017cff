import type { Bytes } from '../../units.ts'

/** Longest line of a text: far more than any operation needs, so that a file without line ends is noticed early. */
export const LINE_LIMIT: Bytes = 1 << 20

const NEWLINE = 10

/** Takes one line, bytes [from, to) without its line end. `cut`: the text ended without one. False: stop. */
export type LineReader = (bytes: Uint8Array, from: number, to: number, cut: boolean) => boolean

/**
 * Cuts a text that comes in pieces into lines. A line that spans pieces is put together in a buffer of
 * its own; all others are read where they lie. The bytes given to the reader are only valid during the call.
 */
export class LineSplitter {
  private buffer = new Uint8Array(256)
  private held = 0

  /** `tooLong` is called with the beginning of a line that exceeds LINE_LIMIT; nothing more is read then. */
  constructor(
    private readonly read: LineReader,
    private readonly tooLong: (start: Uint8Array) => void,
  ) {}

  /** False when the reader stopped. */
  push(chunk: Uint8Array): boolean {
    let from = 0
    if (this.held > 0) {
      const end = chunk.indexOf(NEWLINE)
      from = end < 0 ? chunk.length : end + 1
      if (!this.hold(chunk, 0, end < 0 ? chunk.length : end)) return false
      if (end < 0) return true
      const { held } = this
      this.held = 0
      if (!this.read(this.buffer, 0, held, false)) return false
    }
    for (;;) {
      const end = chunk.indexOf(NEWLINE, from)
      if (end < 0) return this.hold(chunk, from, chunk.length)
      if (end - from > LINE_LIMIT) return this.hold(chunk, from, end)
      if (!this.read(chunk, from, end, false)) return false
      from = end + 1
    }
  }

  /** The text has ended: reads what is left of it. Answers whether its last line was without an end. */
  finish(): boolean {
    if (this.held === 0) return false
    this.read(this.buffer, 0, this.held, true)
    this.held = 0
    return true
  }

  private hold(chunk: Uint8Array, from: number, to: number): boolean {
    const needed = this.held + to - from
    if (needed > LINE_LIMIT) {
      this.tooLong(this.held > 0 ? this.buffer.subarray(0, this.held) : chunk.subarray(from, to))
      this.held = 0
      return false
    }
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2))
      larger.set(this.buffer.subarray(0, this.held))
      this.buffer = larger
    }
    this.buffer.set(chunk.subarray(from, to), this.held)
    this.held = needed
    return true
  }
}
