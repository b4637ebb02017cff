import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isGzip } from '../engine/workload/index.ts'
import { type Io, UsageError } from './io.ts'

/** A file that was read, and unpacked if it was gzip. */
export interface Input {
  /** How messages call it. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a file, or standard input for `-`. Throws a UsageError with the reason. */
export async function readInput(path: string, io: Io): Promise<Input> {
  const name = path === '-' ? 'standard input' : basename(path)
  const bytes = path === '-' ? await io.readInput() : readFile(path, io)
  if (!isGzip(bytes)) return { name, bytes }
  try {
    return { name: name.replace(/\.gz$/, ''), bytes: gunzipSync(bytes) }
  } catch (error) {
    throw new UsageError(`${path} begins like gzip and cannot be unpacked: ${reason(error)}.`)
  }
}

function readFile(path: string, io: Io): Uint8Array {
  try {
    return io.readFile(path)
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${reason(error)}.`)
  }
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return (code === undefined ? undefined : REASONS[code]) ?? message ?? String(error)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
}
