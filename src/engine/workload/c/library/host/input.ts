import { EBADF } from '../../../../kernel/index.ts'
import type { HostFunction } from '../../host.ts'
import { writeBytes } from './bytes.ts'
import { host } from './define.ts'
import { readFile } from './descriptors.ts'
import { flush } from './output.ts'
import { EOF_SEEN, ERROR_SEEN, IS_PUTTING, NEEDS_BUFFER, NO_READS, Stream } from './stream.ts'

/**
 * Makes a stream ready for reading: 0, -1 when it cannot be read (or has ended), or NEEDS_BUFFER with nothing changed.
 */
export function beginReading(stream: Stream): number {
  if (stream.has(EOF_SEEN)) return -1
  if (stream.has(NO_READS)) {
    stream.set(ERROR_SEEN)
    stream.call.setErrno(EBADF)
    return -1
  }
  if (stream.bufBase === 0) return NEEDS_BUFFER
  if (stream.has(IS_PUTTING)) {
    flush(stream)
    stream.flags = stream.flags & ~IS_PUTTING
  }
  return 0
}

/** Fills the empty buffer by one read: 0, -1 at the end or on an error. Throws InputWait before it changes anything. */
function fill(stream: Stream): number {
  const base = stream.bufBase
  const bytes = readFile(stream.call, stream.descriptor, stream.bufEnd - base)
  return typeof bytes === 'number' ? failed(stream, -bytes) : filled(stream, bytes)
}

function failed(stream: Stream, errno: number): number {
  stream.set(ERROR_SEEN)
  stream.call.setErrno(errno)
  return -1
}

/** Puts bytes that were read into the buffer; none means the end. */
export function filled(stream: Stream, bytes: Uint8Array): number {
  const base = stream.bufBase
  stream.setRead(base, base, base + bytes.length)
  stream.setWrite(base, base)
  if (bytes.length === 0) {
    stream.set(EOF_SEEN)
    return -1
  }
  stream.call.checks?.writes('read', base, bytes.length)
  writeBytes(stream.call, base, bytes)
  return 0
}

/** The function on FILE behind fgetc, fgets and fread. */
export const inputFunctions: readonly HostFunction[] = [
  host('__stream_fill', (call) => {
    const stream = new Stream(call, call.pointer(0))
    const start = beginReading(stream)
    call.returnInt(start < 0 ? start : fill(stream))
  }),
]
