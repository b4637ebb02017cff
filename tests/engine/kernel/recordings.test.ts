import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ORACLE_MMAP_TOP, Process, type ProcessOptions } from '../../../src/engine/kernel/index.ts'
import { PROT_READ } from '../../../src/engine/memory/index.ts'
import { recordedAddress, replayLine } from './strace.ts'

const shared = join(import.meta.dirname, '../../../../shared/oracle')

describe.skipIf(!existsSync(shared))('recorded system calls of real programs', () => {
  for (const library of libraries()) {
    test(`${library}: every call has the recorded result, and the regions are the dumped ones`, () => {
      for (const file of recordings(library)) {
        const process = new Process(options(file))
        const calls = text(library, file)
          .split('\n')
          .filter((line) => line.startsWith('  '))
        for (const line of calls) expect(replayLine(process, line), file).toBe(line.trim())
        const dumped = dumpedRegions(library, file)
        if (dumped !== null) expect(regionsOf(process), file).toEqual(dumped)
      }
    })
  }
})

function libraries(): string[] {
  return existsSync(shared) ? readdirSync(shared).filter((name) => /^(glibc|musl)-/.test(name)) : []
}

function recordings(library: string): string[] {
  return readdirSync(join(shared, library)).filter((name) => /\.strace(\.gz)?$/.test(name))
}

/** The headings of the memory dump made after the last call; null where there is none. */
function dumpedRegions(library: string, file: string): string[] | null {
  const name = file.replace(/\.strace.*/, '.dump')
  const found = [name, `${name}.gz`].find((candidate) => existsSync(join(shared, library, candidate)))
  if (found === undefined) return null
  const headings = text(library, found).matchAll(/^@ ((?:heap|mmap).*)$/gm)
  return Array.from(headings, ([, heading]) => heading!)
}

/** The heap and the mappings below the top, written as the dumps do. */
function regionsOf(process: Process): string[] {
  const name = recordedAddress(process)
  return process.regions
    .overlapping(process.brkStart, ORACLE_MMAP_TOP)
    .filter(({ start }) => start < process.programBreak || start > 0x600000000000)
    .map(({ start, end, prot }) => {
      const length = (start < process.programBreak ? Math.min(end, process.programBreak) : end) - start
      return `${name(start)} ${length}${(prot & PROT_READ) === 0 ? ' unreadable' : ''}`
    })
}

function text(library: string, file: string): string {
  const bytes = readFileSync(join(shared, library, file))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}

/** What the flags of two of the recordings say. */
function options(file: string): ProcessOptions {
  if (file.startsWith('micro-limit')) return { layout: 'oracle', dataLimit: 1048576 }
  if (file.startsWith('micro-wall')) return { layout: 'oracle', wall: 0x62000 }
  return { layout: 'oracle' }
}
