import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataModel, SourceFile } from '../../src/engine/workload/c/source.ts'

/** What a finished program left: its streams as bytes, and its exit status or the signal that ended it. */
export interface Outcome {
  stdout: Uint8Array
  stderr: Uint8Array
  exit: number | null
  signal: string | null
}

/**
 * How to build and run. LP64 is gcc on x86-64; ILP32 is `gcc -m32`, with floating point in SSE registers so that
 * `double` has 64 bits throughout. Files named `.c` are translation units, others are there to be included.
 * `flags` are added to gcc's; `seconds` bounds gcc and the program separately.
 */
export interface RunOptions {
  model: DataModel
  input?: string | Uint8Array
  flags?: readonly string[]
  seconds?: number
}

/** The name that programs are run under, as `assert` tells it. */
export const PROGRAM = 'program'

const FLAGS = ['-std=gnu11', '-O0', '-w']
const MODEL_FLAGS: Record<DataModel, readonly string[]> = {
  lp64: ['-m64'],
  ilp32: ['-m32', '-msse2', '-mfpmath=sse'],
}

/**
 * Builds the files with gcc in a folder of their own and runs the program there, its output piped, its
 * environment empty but for PATH. Throws gcc's messages if it does not build, and an error if it does not end in time.
 */
export function buildAndRun(files: readonly SourceFile[], options: RunOptions): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  const timeout = (options.seconds ?? 10) * 1000
  try {
    for (const file of files) writeFileSync(join(folder, file.name), file.text)
    const units = files.map((file) => file.name).filter((name) => name.endsWith('.c'))
    const flags = [...FLAGS, ...MODEL_FLAGS[options.model], ...(options.flags ?? [])]
    const build = spawnSync('gcc', [...flags, '-o', PROGRAM, ...units, '-lm'], { cwd: folder, timeout })
    if (build.status !== 0) throw new Error(`gcc failed on ${units.join(' ')}:\n${build.stderr}`)
    const run = spawnSync(`./${PROGRAM}`, {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
      input: options.input ?? '',
      timeout,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 26,
    })
    if (run.error && 'code' in run.error && run.error.code === 'ETIMEDOUT') {
      throw new Error(`${units.join(' ')} did not end within ${timeout / 1000} s`)
    }
    return { stdout: run.stdout, stderr: run.stderr, exit: run.status, signal: run.signal }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether gcc builds and runs programs of this machine's 64-bit model. */
export function hasGcc(): boolean {
  return works('lp64')
}

/** Whether `gcc -m32` does too, which needs the 32-bit C library. */
export function hasGcc32(): boolean {
  return works('ilp32')
}

const known = new Map<DataModel, boolean>()

function works(model: DataModel): boolean {
  let answer = known.get(model)
  if (answer === undefined) {
    answer = triesOut(model)
    known.set(model, answer)
  }
  return answer
}

function triesOut(model: DataModel): boolean {
  const text = '#include <stdio.h>\nint main(void) { return puts("") < 0 ? 1 : (int)sizeof(long); }\n'
  try {
    return buildAndRun([{ name: 'probe.c', text }], { model }).exit === (model === 'lp64' ? 8 : 4)
  } catch {
    return false
  }
}
