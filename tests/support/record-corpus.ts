/**
 * Runs the corpus with gcc and rewrites expected.json: `npx tsx tests/support/record-corpus.ts [group or
 * group/name …]`. With names, only those programs are recorded anew.
 */
import { writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { DataModel } from '../../src/engine/workload/c/source.ts'
import { corpusPrograms, RECORD_PATH, readRecord, toRecorded } from './corpus.ts'
import { buildAndRun, hasGcc, hasGcc32 } from './gcc.ts'

const wanted = process.argv.slice(2)
if (!hasGcc() || !hasGcc32()) throw new Error('recording needs gcc for both models (gcc and gcc -m32)')
const old = readRecord()
const record: typeof old = {}
let changed = 0
for (const { id, files, input } of corpusPrograms()) {
  const chosen = wanted.length === 0 || wanted.some((name) => id === name || id.startsWith(`${name}/`))
  const kept = old[id]
  if (!chosen && kept) {
    record[id] = kept
    continue
  }
  const run = (model: DataModel) => toRecorded(buildAndRun(files, { model, input }))
  const lp64 = run('lp64')
  const ilp32 = run('ilp32')
  record[id] = { lp64, ilp32: isDeepStrictEqual(lp64, ilp32) ? 'same' : ilp32 }
  if (!isDeepStrictEqual(record[id], kept)) changed++
}
writeFileSync(RECORD_PATH, `${JSON.stringify(record, null, 2)}\n`)
process.stdout.write(`${Object.keys(record).length} programs, ${changed} new or changed\n`)
