import { EBADF } from '../../../../kernel/index.ts'
import type { Bytes } from '../../../../units.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { readBytes, writeBytes } from './bytes.ts'
import { host } from './define.ts'
import { isStandard, seekFile, writeFile } from './descriptors.ts'
import {
  ERROR_SEEN,
  IS_PUTTING,
  LINE_BUFFERED,
  NEEDS_BUFFER,
  NO_WRITES,
  Stream,
  UNBUFFERED,
} from './stream.ts'

/*
 * The output side of FILE, as glibc 2.36 does it (libio/fileops.c): when bytes go to the buffer, when the buffer is
 * written, and what goes past it.
 */

const NEWLINE = 10
/** Buffers below this do not make writes of whole blocks. */
const LEAST_BLOCK = 128

/**
 * Puts bytes into a stream. Returns how many were taken, -1 on an error (the stream's error bit and errno are set), or
 * NEEDS_BUFFER with nothing changed.
 */
export function putBytes(stream: Stream, bytes: Uint8Array): number {
  if (bytes.length === 0) return 0
  if (!stream.has(IS_PUTTING)) {
    const failure = beginPutting(stream)
    if (failure < 0) return failure
  }
  if (stream.has(UNBUFFERED)) return writeOut(stream, bytes) ? bytes.length : -1
  const isDone = stream.has(LINE_BUFFERED)
    ? putLines(stream, bytes)
    : putBlocks(stream, bytes, stream.writeEnd)
  return isDone ? bytes.length : -1
}

function beginPutting(stream: Stream): number {
  if (stream.has(NO_WRITES)) {
    stream.set(ERROR_SEEN)
    stream.call.setErrno(EBADF)
    return -1
  }
  const base = stream.bufBase
  if (base === 0) return NEEDS_BUFFER
  // What was read ahead is given back, so that the bytes land where the program stands.
  const ahead = stream.readEnd - stream.readPtr
  if (ahead > 0 && !isStandard(stream.descriptor)) seekFile(stream.call, stream.descriptor, -ahead, 1)
  stream.set(IS_PUTTING)
  stream.setRead(base, base, base)
  stream.setWrite(base, writeLimit(stream))
  return 0
}

/** Where putc must ask: at once unless the stream is fully buffered. */
function writeLimit(stream: Stream): number {
  return stream.has(LINE_BUFFERED | UNBUFFERED) ? stream.bufBase : stream.bufEnd
}

/** A line-buffered stream is written up to the last end of line that it gets. */
function putLines(stream: Stream, bytes: Uint8Array): boolean {
  const room = stream.bufEnd - stream.writePtr
  const lines = bytes.lastIndexOf(NEWLINE) + 1
  if (bytes.length > room)
    return (
      putBlocks(stream, bytes, stream.bufEnd) && (lines === 0 || flushLines(stream, bytes.length - lines))
    )
  append(stream, bytes.subarray(0, lines > 0 ? lines : bytes.length))
  if (lines === 0) return true
  if (!flush(stream)) return false
  append(stream, bytes.subarray(lines))
  return true
}

/** Writes what is in the buffer but for its last `kept` bytes. */
function flushLines(stream: Stream, kept: Bytes): boolean {
  const held = stream.writePtr - stream.writeBase
  if (kept >= held) return true
  const rest = readBytes(stream.call, stream.writePtr - kept, kept)
  stream.writePtr -= kept
  if (!flush(stream)) return false
  append(stream, rest)
  return true
}

/** Fills the buffer; what does not fit is written in whole blocks behind it, and the remainder waits in the buffer. */
function putBlocks(stream: Stream, bytes: Uint8Array, end: number): boolean {
  const room = Math.max(0, end - stream.writePtr)
  if (bytes.length <= room) {
    append(stream, bytes)
    return true
  }
  append(stream, bytes.subarray(0, room))
  const rest = bytes.subarray(room)
  if (!flush(stream)) return false
  const block = stream.bufEnd - stream.bufBase
  const whole = block >= LEAST_BLOCK ? rest.length - (rest.length % block) : rest.length
  if (whole > 0 && !writeOut(stream, rest.subarray(0, whole))) return false
  append(stream, rest.subarray(whole))
  return true
}

function append(stream: Stream, bytes: Uint8Array): void {
  if (bytes.length === 0) return
  const at = stream.writePtr
  stream.call.checks?.writes('stdio', at, bytes.length)
  writeBytes(stream.call, at, bytes)
  stream.writePtr = at + bytes.length
}

/** Writes the buffer to the descriptor. Returns false on an error. */
export function flush(stream: Stream): boolean {
  if (!stream.has(IS_PUTTING)) return true
  const base = stream.writeBase
  const held = stream.writePtr - base
  if (held <= 0) return true
  const bytes = readBytes(stream.call, base, held)
  stream.setWrite(stream.bufBase, writeLimit(stream))
  return writeOut(stream, bytes)
}

function writeOut(stream: Stream, bytes: Uint8Array): boolean {
  const written = writeFile(stream.call, stream.descriptor, bytes)
  if (written >= 0) return true
  stream.set(ERROR_SEEN)
  stream.call.setErrno(-written)
  return false
}

/** Functions on FILE behind fwrite, fflush and the like. */
export const outputFunctions: readonly HostFunction[] = [
  host('__stream_put', (call: HostCall) => {
    const length = call.size(2)
    const bytes = readBytes(call, call.pointer(1), length)
    const count = putBytes(new Stream(call, call.pointer(0)), bytes)
    if (count > 0) call.checks?.reads('fwrite', call.pointer(1), length)
    call.returnLong(count)
  }),
  host('__stream_flush', (call) => call.returnInt(flush(new Stream(call, call.pointer(0))) ? 0 : -1)),
]
