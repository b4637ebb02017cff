import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Process, type ProcessOptions } from '../../../src/engine/kernel/index.ts'
import { replayLine } from './strace.ts'

const shared = join(import.meta.dirname, '../../../../shared/oracle')

describe.skipIf(!existsSync(shared))('recorded system calls of real programs', () => {
  for (const library of libraries()) {
    test(`${library}: every call has the recorded result`, () => {
      for (const file of recordings(library)) {
        const process = new Process(options(file))
        const calls = text(library, file)
          .split('\n')
          .filter((line) => line.startsWith('  '))
        for (const line of calls) expect(replayLine(process, line), file).toBe(line.trim())
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
