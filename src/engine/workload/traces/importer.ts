import type { Bytes } from '../../units.ts'
import type { Trace } from '../trace.ts'

/**
 * A text being read, piece by piece. Whoever drives it decides how much is read at a time, may show
 * `position` as progress, and may stop at any moment by not calling again.
 */
export interface PartialTrace {
  /** Takes the next bytes; where they are cut never matters. False: no more are wanted, reading has stopped. */
  push(chunk: Uint8Array): boolean
  /** Bytes taken so far. */
  readonly position: Bytes
  /** Operations read so far. */
  readonly operations: number
  /** No more bytes will come: the trace. Call once. */
  finish(): Trace
}

/** A format of traces. To add one: write its file, and put its importer in the list of index.ts. */
export interface Importer {
  readonly name: string
  /** Whether a text that begins with these bytes (SNIFF_LENGTH of them, or all) is of this format. */
  sniff(prefix: Uint8Array): boolean
  /** Begins to read. At most `limit` operations are kept; one more stops the reading with an error. */
  open(limit?: number): PartialTrace
}

/** As much of a text as sniffing needs. */
export const SNIFF_LENGTH: Bytes = 512

/** Most operations of one trace (about 25 bytes each in columns). */
export const OPERATION_LIMIT = 20_000_000

/** Whether the bytes are gzip (RFC 1952): unpack them before reading, the engine does not. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Whether the bytes are the file `._name` that macOS puts beside `name` on foreign disks (AppleDouble, RFC 1740). */
export function isAppleDouble(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 5 && bytes[2] === 0x16 && bytes[3] === 7
}
