// `npm run bench [name…]`: runs the measurements whose names are given (or all), prints their figures and
// puts them into bench/RESULTS.md. Nothing is asserted here: what must hold is in tests/.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Bench } from './bench.ts'
import { merged, section } from './table.ts'

const FOLDER = new URL('./', import.meta.url)
const RESULTS = new URL('RESULTS.md', FOLDER)

/** The benches that there are: `alloc.bench.ts` is called alloc. */
function names(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length))
    .sort()
}

/** What the figures depend on besides the code. */
function head(): string {
  const cores = cpus()
  const machine = `${cores.length} cores, ${cores[0]?.model.trim() ?? 'unknown processor'}`
  return [
    '# Measured',
    '',
    'Figures of one machine, written by `npm run bench [name…]`. Ratios carry over to other machines; times do not.',
    '',
    `${machine}, ${process.platform} ${process.arch}, Node ${process.versions.node}.`,
  ].join('\n')
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names().includes(name))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${names().join(', ')}.`)
  process.exit(2)
}
const fresh = new Map<string, string>()
for (const name of wanted.length > 0 ? wanted : names()) {
  const bench: Bench = (await import(`./${name}.bench.ts`)).bench
  const text = section(bench.name, await bench.run())
  console.log(`${text}\n`)
  fresh.set(bench.name, text)
}
const old = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : ''
writeFileSync(RESULTS, merged(old, head(), fresh))
