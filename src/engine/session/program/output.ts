import type { OutputPiece } from '../views.ts'

/** Bytes of output after which a program is stopped. */
export const MOST_OUTPUT = 1 << 22
/** Bytes of output that a view is given: the newest. */
const SHOWN = 1 << 16

interface Written {
  /** The operation during which it was written. */
  readonly operation: number
  readonly stream: 1 | 2
  readonly bytes: Uint8Array
}

/** What a program has written, in order, and when. Written once by the first run. */
export class Output {
  /** Bytes so far. */
  bytes = 0
  private readonly pieces: Written[] = []

  write(operation: number, stream: 1 | 2, bytes: Uint8Array): void {
    this.bytes += bytes.length
    this.pieces.push({ operation, stream, bytes })
  }

  /** Pieces so far. */
  get count(): number {
    return this.pieces.length
  }

  piece(index: number): { readonly stream: 1 | 2; readonly bytes: Uint8Array } {
    return this.pieces[index]!
  }

  /** What had been written when `written` bytes were, its last 64 KiB, as text. */
  upTo(written: number): OutputPiece[] {
    const shown: OutputPiece[] = []
    const decoders = { 1: new TextDecoder(), 2: new TextDecoder() }
    let at = 0
    for (const { stream, bytes } of this.pieces) {
      if (at >= written) break
      const part = bytes.subarray(0, written - at)
      at += bytes.length
      if (at <= written - SHOWN) continue
      const text = decoders[stream].decode(part, { stream: true })
      const last = shown[shown.length - 1]
      const name = stream === 1 ? 'stdout' : 'stderr'
      if (last?.stream === name) shown[shown.length - 1] = { stream: name, text: last.text + text }
      else shown.push({ stream: name, text })
    }
    return shown
  }

  /** The whole of one stream. */
  all(stream: 1 | 2): Uint8Array {
    const mine = this.pieces.filter((piece) => piece.stream === stream)
    const joined = new Uint8Array(mine.reduce((sum, piece) => sum + piece.bytes.length, 0))
    let at = 0
    for (const { bytes } of mine) {
      joined.set(bytes, at)
      at += bytes.length
    }
    return joined
  }

  /** Operations in which something was written, ascending. */
  get operations(): readonly number[] {
    return this.pieces.map((piece) => piece.operation)
  }
}
