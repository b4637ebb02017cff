import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether this machine has a gcc to compare with. */
export const hasGcc = works('gcc', ['--version'])

function works(command: string, options: string[]): boolean {
  try {
    execFileSync(command, options, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What a C program prints when gcc has compiled it, a character for each byte. */
export function outputOfGcc(source: string, options: string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'library-'))
  try {
    const file = join(folder, 'program.c')
    writeFileSync(file, source)
    execFileSync('gcc', ['-w', '-O0', '-fno-builtin', ...options, file, '-o', join(folder, 'program'), '-lm'])
    return execFileSync(join(folder, 'program'), { maxBuffer: 1 << 28 }).toString('latin1')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
