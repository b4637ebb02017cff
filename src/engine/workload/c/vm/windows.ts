import type { FlatWindow } from '../../../memory/index.ts'
import { type Address, type Bytes, TWO_32 } from '../../../units.ts'

/** A flat window of the memory as the dispatch loop uses it: views of every width, and its base in halves. */
export interface VmWindow {
  readonly base: Address
  readonly low: number
  readonly high: number
  /** Offsets below it may take the fast course. Addresses do not cross a multiple of 2^32 within it. */
  readonly length: Bytes
  readonly words: Int32Array
  readonly bytes: Uint8Array
  readonly doubles: Float64Array
  readonly flags: Uint8Array
}

export function vmWindow({ base, u8, flags, length }: FlatWindow): VmWindow {
  return {
    base,
    low: base | 0,
    high: Math.floor(base / TWO_32),
    length: Math.min(length, TWO_32 - (base % TWO_32)),
    words: new Int32Array(u8.buffer),
    bytes: u8,
    doubles: new Float64Array(u8.buffer),
    flags,
  }
}
