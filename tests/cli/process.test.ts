import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { rep } from './support.ts'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line as a process of its own; `enough` closes its output after the first piece. */
function spawned(words: string, input: string, enough = false): Promise<Ended> {
  const child = spawn('node_modules/.bin/tsx', ['src/cli/main.ts', ...words.split(' ')])
  let out = ''
  let err = ''
  child.stdout.on('data', (piece: Buffer) => {
    out += piece
    if (enough) child.stdout.destroy()
  })
  child.stderr.on('data', (piece: Buffer) => {
    err += piece
  })
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

describe('the process', () => {
  it('reads standard input and sets the exit code', async () => {
    const { code, out, err } = await spawned('run - --addresses --allocator bump', rep('a 0 8', 'q'))
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('standard input:6:1: ') })
    expect(out).toBe('0 a 0 8 = heap+0x0 brk+0x10\n')
  })

  it('ends quietly when nobody reads on', async () => {
    const text = `0\n1\n200000\n1\n${'a 0 8\nf 0\n'.repeat(100_000)}`
    const { out, err } = await spawned('run - --addresses --allocator segregated', text, true)
    expect(err).toBe('')
    expect(out).toMatch(/^0 a 0 8 = heap/)
    expect(out.length).toBeLessThan(2_000_000)
  })
})
