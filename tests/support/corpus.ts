import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataModel, SourceFile } from '../../src/engine/workload/c/source.ts'
import type { Outcome } from './gcc.ts'

/** The small C programs of the differential test; its README tells how their files are named. */
export const CORPUS = join(import.meta.dirname, '../engine/workload/c/corpus')

/** A program of the corpus, called `group/name`. */
export interface CorpusProgram {
  id: string
  files: SourceFile[]
  input: string
}

/** What gcc's build did, as expected.json keeps it: each character of a stream is one byte, no stderr means empty. */
export interface Recorded {
  stdout: string
  stderr?: string
  exit?: number
  signal?: string
}

/** Both models' outcomes by program; 'same' if ILP32 does what LP64 does. */
export type Record64And32 = Record<string, { lp64: Recorded; ilp32: Recorded | 'same' }>

const RECORD = join(CORPUS, 'expected.json')

/** All programs, by group and name; the main file comes first, then its other units and its headers. */
export function corpusPrograms(): CorpusProgram[] {
  const programs: CorpusProgram[] = []
  for (const group of readdirSync(CORPUS, { withFileTypes: true })) {
    if (!group.isDirectory()) continue
    const names = readdirSync(join(CORPUS, group.name)).sort()
    for (const main of names.filter((name) => /^[^.]+\.c$/.test(name))) {
      programs.push(readProgram(group.name, main.slice(0, -2), names))
    }
  }
  return programs.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function readProgram(group: string, name: string, names: string[]): CorpusProgram {
  const read = (file: string) => readFileSync(join(CORPUS, group, file), 'utf8')
  const others = names.filter((file) => file.startsWith(`${name}.`) && /\.(c|h)$/.test(file))
  const files = others.map((file) => ({ name: file, text: read(file) }))
  files.sort((a, b) => Number(b.name === `${name}.c`) - Number(a.name === `${name}.c`))
  return { id: `${group}/${name}`, files, input: names.includes(`${name}.in`) ? read(`${name}.in`) : '' }
}

/** The recorded outcomes; empty before the first recording. */
export function readRecord(): Record64And32 {
  return existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Record64And32) : {}
}

/** The path of the record, for the script that writes it. */
export { RECORD as RECORD_PATH }

/** An outcome as the record keeps it. */
export function toRecorded(outcome: Outcome): Recorded {
  const stderr = latin1(outcome.stderr)
  return {
    stdout: latin1(outcome.stdout),
    ...(stderr === '' ? {} : { stderr }),
    ...(outcome.exit === null ? {} : { exit: outcome.exit }),
    ...(outcome.signal === null ? {} : { signal: outcome.signal }),
  }
}

/** What is expected of a program under a model. */
export function expectedOf(record: Record64And32, id: string, model: DataModel): Recorded | undefined {
  const both = record[id]
  return both && (model === 'lp64' || both.ilp32 === 'same' ? both.lp64 : both.ilp32)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
