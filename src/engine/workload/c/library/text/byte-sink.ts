import type { Bytes } from '../../../../units.ts'

/** More than any real program prints at once; what goes beyond it is refused instead of being built. */
const MOST_BYTES = 1 << 26

/** A growing row of bytes. One is used again for every call, so that printing allocates little. */
export class ByteSink {
  private buffer = new Uint8Array(256)
  length: Bytes = 0
  /** Something did not fit: the text is not to be used. */
  isOverfull = false

  reset(): void {
    this.length = 0
    this.isOverfull = false
  }

  byte(value: number): void {
    if (this.reserve(1)) this.buffer[this.length++] = value
  }

  /** `count` times the same byte. */
  repeat(value: number, count: number): void {
    if (count <= 0 || !this.reserve(count)) return
    this.buffer.fill(value, this.length, this.length + count)
    this.length += count
  }

  /** Characters below 256, a byte each. */
  text(text: string): void {
    if (!this.reserve(text.length)) return
    for (let i = 0; i < text.length; i++) this.buffer[this.length++] = text.charCodeAt(i)
  }

  bytes(bytes: Uint8Array): void {
    if (!this.reserve(bytes.length)) return
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
  }

  /** A view of what is in it: good until the next change. */
  view(): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  private reserve(count: number): boolean {
    const needed = this.length + count
    if (needed <= this.buffer.length) return true
    if (needed > MOST_BYTES) {
      this.isOverfull = true
      return false
    }
    const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2))
    larger.set(this.buffer.subarray(0, this.length))
    this.buffer = larger
    return true
  }
}
