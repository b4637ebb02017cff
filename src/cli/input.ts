import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Scenario } from '../engine/session/index.ts'
import { isGzip } from '../engine/workload/index.ts'
import { readScenarioFile } from '../share/index.ts'
import type { Args } from './args.ts'
import { type Io, UsageError } from './io.ts'

/** A workload that was read. */
export interface Input {
  /** How messages call it. */
  readonly name: string
  /** The bytes of a trace, unpacked if they were gzip. */
  readonly bytes: Uint8Array
  /** What a scenario file holds; null for a trace. */
  readonly saved: Scenario | null
}

/** The one file that a command is about. Throws a UsageError. */
export function oneFile(args: Args, command: string): string {
  const [path, ...more] = args.operands
  if (path === undefined) throw new UsageError(`${command} needs a FILE (- is standard input).`)
  if (more.length > 0) throw new UsageError(`${command} takes one FILE; what is "${more[0]}"?`)
  return path
}

/** Reads a trace or a scenario file; standard input for `-`. Throws a UsageError with the reason. */
export async function readInput(path: string, io: Io): Promise<Input> {
  const packed = path === '-' ? await io.readInput() : readBytes(path, io)
  const bytes = isGzip(packed) ? unpacked(path, packed) : packed
  const name = path === '-' ? 'standard input' : basename(path)
  // No trace begins with a brace, and a scenario file always does.
  return { name, bytes, saved: bytes[0] === BRACE ? savedScenario(name, bytes) : null }
}

const BRACE = '{'.charCodeAt(0)

function savedScenario(name: string, bytes: Uint8Array): Scenario {
  const read = readScenarioFile(new TextDecoder().decode(bytes))
  if (!read.ok) throw new UsageError(`${name}: ${read.reason}`)
  const { scenario } = read.value
  if (scenario.source.kind !== 'file') return scenario
  throw new UsageError(`${name} was saved without its trace, ${scenario.source.name}: run that file.`)
}

function unpacked(path: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw new UsageError(`${path} begins like gzip and cannot be unpacked: ${reason(error)}.`)
  }
}

/** The bytes of a file; a UsageError with the reason if it cannot be read. */
export function readBytes(path: string, io: Io): Uint8Array {
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
