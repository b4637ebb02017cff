import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const FIXTURES = join(import.meta.dirname, '../fixtures')

/** Reference material beside the project; a fresh clone has none, and tests that need it are left out. */
export const SHARED = join(import.meta.dirname, '../../../shared')
export const hasShared = existsSync(join(SHARED, 'traces'))

/** The bytes of a file, unpacked if its name ends in `.gz`. */
export function readBytes(path: string): Uint8Array {
  const bytes = readFileSync(path)
  return new Uint8Array(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}

/** The bytes of a file of tests/fixtures. */
export function fixture(name: string): Uint8Array {
  return readBytes(join(FIXTURES, name))
}

/** The text of a file of tests/fixtures. */
export function fixtureText(name: string): string {
  return new TextDecoder().decode(fixture(name))
}

/** Names of the files in a folder of tests/fixtures. */
export function fixtureNames(folder: string): string[] {
  return readdirSync(join(FIXTURES, folder)).sort()
}
