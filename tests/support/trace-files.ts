import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Reference material that may lie beside the project; a fresh clone has none. */
export const SHARED = join(import.meta.dirname, '../../../shared')

/** The bytes of a file, unpacked if they are gzip. */
export function unpacked(path: string): Uint8Array {
  const bytes = readFileSync(path)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
}

/** All `.rep` and `.rep.gz` files below a folder, sorted; none where there is no such folder. */
export function traceFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.rep(\.gz)?$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}
