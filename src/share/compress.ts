import { deflateSync, FlateErrorCode, Inflate } from 'fflate'

/** Compressed bytes handed to the decompressor at a time: at most a thousand times as many come out. */
const SLICE = 1024

/** Raw deflate (RFC 1951) with a dictionary. */
export function deflate(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, dictionary })
}

/** What inflating gives: the bytes, or why there are none. */
export type Inflated = Uint8Array | 'truncated' | 'corrupt' | 'too large'

/** Inflates to at most `limit` bytes; more are never made than one slice's worth beyond that. */
export function inflate(bytes: Uint8Array, dictionary: Uint8Array, limit: number): Inflated {
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Inflate({ dictionary }, (chunk) => {
    chunks.push(chunk)
    length += chunk.length
  })
  try {
    for (let from = 0; from < bytes.length && length <= limit; from += SLICE) {
      stream.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length)
    }
  } catch (error) {
    return isUnexpectedEnd(error) ? 'truncated' : 'corrupt'
  }
  return length > limit ? 'too large' : concatenated(chunks, length)
}

function isUnexpectedEnd(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FlateErrorCode.UnexpectedEOF
}

function concatenated(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const result = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    result.set(chunk, at)
    at += chunk.length
  }
  return result
}
