import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { ostep } from '../../src/cli/ostep.ts'
import { randomArguments, runOriginal, runOstep } from '../support/ostep.ts'

const SETTINGS = `seed 1
size 100
baseAddr 1000
headerSize 4
alignment 4
policy BEST
listOrder ADDRSORT
coalesce False
numOps 3
range 10
percentAlloc 50
allocList 
`

describe('what ostep prints', () => {
  it('asks', () => {
    expect(runOstep('-H 4 -a 4 -n 3 -s 1'.split(' '))).toEqual({
      code: 0,
      out: `${SETTINGS}compute False

ptr[0] = Alloc(9) returned ?
List? 

Free(ptr[0])
returned ?
List? 

ptr[1] = Alloc(5) returned ?
List? 

`,
      err: '',
    })
  })

  it('answers with -c', () => {
    expect(runOstep('-H 4 -a 4 -n 3 -s 1 -c'.split(' ')).out).toBe(`${SETTINGS}compute True

ptr[0] = Alloc(9) returned 1004 (searched 1 elements)
Free List [ Size 1 ]: [ addr:1016 sz:84 ]

Free(ptr[0])
returned 0
Free List [ Size 2 ]: [ addr:1000 sz:16 ][ addr:1016 sz:84 ]

ptr[1] = Alloc(5) returned 1004 (searched 2 elements)
Free List [ Size 2 ]: [ addr:1012 sz:4 ][ addr:1016 sz:84 ]

`)
  })

  it('leaves the header out of what a listed Alloc returns, and adds it to the -1 of a random one', () => {
    expect(runOstep(['-H', '4', '-A', '+10,+200', '-c']).out).toContain(
      'ptr[0] = Alloc(10) returned 1000 (searched 1 elements)',
    )
    expect(runOstep(['-H', '4', '-S', '2', '-n', '1', '-P', '100', '-c']).out).toContain(' returned 3 (')
  })

  it('hands long output on in pieces', () => {
    const pieces: string[] = []
    ostep(
      ['-n', '2000', '-c'],
      (text) => pieces.push(text),
      () => {},
    )
    expect(pieces.length).toBeGreaterThan(4)
    expect(pieces.join('')).toBe(runOstep(['-n', '2000', '-c']).out)
  })

  it('says what it cannot count exactly', () => {
    const { code, err } = runOstep(['-S', '1000000000000000000'])
    expect([code, err.split('\n').at(-2)]).toEqual([
      2,
      'malloc.py: error: option -S: Heap Lab takes numbers up to 2^47 here, not 1000000000000000000',
    ])
    expect(runOstep(['-A', '+-1000000000000000000']).code).toBe(2)
  })
})

describe('recorded runs of malloc.py', () => {
  const lines = readFileSync('tests/fixtures/ostep/outputs.txt', 'utf8').trimEnd().split('\n')
  test.each(lines)('%s', (line) => {
    const [, code, digest, args, lastLine] = /^(\d) (\w+) (.*?)(?: => (.*))?$/.exec(line)!
    const ours = runOstep(args!.split(' '))
    expect(createHash('sha256').update(ours.out).digest('hex')).toBe(digest)
    expect(ours.code).toBe(Number(code))
    expect(ours.err.trimEnd().split('\n').at(-1)).toBe(lastLine ?? '')
  })
})

const original = process.env['OSTEP_MALLOC_PY'] ?? ''
const count = Number(process.env['OSTEP_COMBINATIONS'] ?? 400)

describe.runIf(original !== '')('beside malloc.py itself', () => {
  test.each([
    ['sensible', false],
    ['odd', true],
  ])('%s command lines', { timeout: 120_000 }, (_kind, odd) => {
    const lines = Array.from({ length: count }, (_, seed) => randomArguments(seed, odd))
    const theirs = runOriginal(original, lines)
    lines.forEach((args, i) => {
      const { code, out, err } = runOstep(args)
      const complaint = code === 1 ? err.slice(err.indexOf('\n') + 1) : err
      expect({ args, code, out, err: complaint }).toEqual({ args, ...theirs[i] })
    })
  })
})
