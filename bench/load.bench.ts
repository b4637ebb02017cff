import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { ensureBuilt } from '../scripts/lib/build.mjs'
import { DIST } from '../scripts/lib/project.mjs'
import type { Bench, Row } from './bench.ts'

/** Bytes that a first visit loads, packed as a server would: the page, and the worker that it starts. */
export const bench: Bench = {
  name: 'load',
  run: async () => {
    if (!(await ensureBuilt())) throw new Error('The page could not be built.')
    const assets = readdirSync(`${DIST}/assets`).map((name) => `assets/${name}`)
    const kinds: [string, string[]][] = [
      ['page: HTML and styles', ['index.html', ...assets.filter((name) => name.endsWith('.css'))]],
      ['page: scripts', assets.filter((name) => name.endsWith('.js') && !name.includes('worker'))],
      ['engine in its worker', assets.filter((name) => name.endsWith('.js') && name.includes('worker'))],
    ]
    const rows = kinds.map(([what, files]): Row => ({ what, value: packed(files), unit: 'bytes, gzip' }))
    const total = rows.reduce((sum, row) => sum + row.value, 0)
    return [...rows, { what: 'first load, all of it', value: total, unit: 'bytes, gzip' }]
  },
}

function packed(files: readonly string[]): number {
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(`${DIST}/${name}`)).length, 0)
}
