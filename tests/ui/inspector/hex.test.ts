import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Inspected } from '../../../src/engine/session/index.ts'
import { fieldAt, gdbText, hexRows, runsOf } from '../../../src/ui/inspector/hex.ts'

/** A chunk of 24 bytes with a tag of 8 in front, a link and "Hi!" in the payload, which was just written. */
const CHUNK: Inspected = {
  chunk: 0x5555555592a0,
  size: 24,
  state: 0,
  payload: 0x5555555592a8,
  usable: 16,
  requested: 16,
  name: 'p',
  allocated: null,
  freed: null,
  earlier: [],
  listed: null,
  fields: [
    { label: 'header', address: 0x5555555592a0, size: 8, value: '24 bytes' },
    { label: 'next', address: 0x5555555592a8, size: 8, value: '0x1' },
  ],
  bytes: Uint8Array.of(
    0x19,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    72,
    105,
    33,
    0,
    10,
    0xff,
    0x7e,
    0x7f,
  ),
  behind: new Uint8Array(0),
  written: [{ write: true, address: 0x5555555592b0, size: 3 }],
}

const cellsOf = (row: ReturnType<typeof hexRows>[number] | undefined) =>
  row?.cells.map(({ bytes }) => bytes.map(({ digits }) => digits).join(''))

describe('bytes of a chunk', () => {
  it('are eight in a row, with what they are as ASCII', () => {
    const rows = hexRows(CHUNK, 'bytes')
    expect(rows.map(({ address }) => address - CHUNK.chunk)).toEqual([0, 8, 16])
    expect(cellsOf(rows[2])).toEqual(['48', '69', '21', '00', '0a', 'ff', '7e', '7f'])
    expect(rows[2]!.bytes.map(({ character }) => character).join('')).toBe('Hi!...~.')
  })

  it('make words of which the lowest byte is written last', () => {
    expect(cellsOf(hexRows(CHUNK, 'giant')[0])).toEqual(['0000000000000019', '0000000000000001'])
    expect(cellsOf(hexRows(CHUNK, 'word')[1])).toEqual(['00216948', '7f7eff0a'])
  })

  it('know whether they are tag, link or payload, and whether they were just written', () => {
    const bytes = hexRows(CHUNK, 'giant').flatMap((row) => row.bytes)
    expect(bytes.map(({ kind }) => kind[0]).join('')).toBe('ttttttttllllllllpppppppp')
    expect(bytes.flatMap(({ written }, i) => (written ? [i] : []))).toEqual([16, 17, 18])
    expect(fieldAt(CHUNK, CHUNK.chunk + 9)).toBe(1)
    expect(fieldAt(CHUNK, CHUNK.chunk + 16)).toBe(-1)
  })

  it('are one run as long as they look the same and belong to the same field', () => {
    const runs = hexRows(CHUNK, 'giant').flatMap(({ bytes }) => runsOf(CHUNK, bytes))
    expect(runs.map(({ field, bytes }) => [field, bytes.length])).toEqual([
      [0, 8],
      [1, 8],
      // Written now, and not.
      [-1, 3],
      [-1, 5],
    ])
  })

  it('know whether they are other ones than at the pinned moment', () => {
    const pinned = { from: CHUNK.chunk, before: CHUNK.bytes.slice() }
    pinned.before[17] = 0
    const changed = (rows: ReturnType<typeof hexRows>) =>
      rows.flatMap(({ bytes }) => bytes.map((byte) => Number(byte.changed))).join('')
    expect(changed(hexRows(CHUNK, 'word', pinned))).toBe('000000000000000001000000')
    // Of another chunk's bytes nothing is said.
    expect(changed(hexRows(CHUNK, 'word', { ...pinned, from: 0 }))).not.toContain('1')
  })

  it('go on behind an odd chunk to the end of the word, where there is memory', () => {
    const odd = { ...CHUNK, size: 21, bytes: CHUNK.bytes.subarray(0, 21), behind: CHUNK.bytes.subarray(21) }
    expect(cellsOf(hexRows(odd, 'giant')[1])).toEqual(['7f7eff0a00216948'])
    expect(hexRows(odd, 'bytes').flatMap(({ bytes }) => bytes)).toHaveLength(21)
    expect(hexRows(odd, 'giant')[1]!.bytes.map(({ kind }) => kind)).toEqual([
      ...new Array<string>(5).fill('payload'),
      ...new Array<string>(3).fill('behind'),
    ])
    const atTheEnd = { ...odd, behind: new Uint8Array(0) }
    expect(hexRows(atTheEnd, 'giant').flatMap(({ bytes }) => bytes)).toHaveLength(16)
  })

  it('are copied as gdb writes them', () => {
    expect(gdbText(CHUNK, 'giant')).toBe(
      'x/3gx 0x5555555592a0\n' +
        '0x5555555592a0:\t0x0000000000000019\t0x0000000000000001\n' +
        '0x5555555592b0:\t0x7f7eff0a00216948\n',
    )
    expect(gdbText(CHUNK, 'word').split('\n')[1]).toBe(
      '0x5555555592a0:\t0x00000019\t0x00000000\t0x00000001\t0x00000000',
    )
  })
})

const hasGdb = spawnSync('gdb', ['--version']).status === 0 && spawnSync('gcc', ['--version']).status === 0

describe.skipIf(!hasGdb)('what gdb itself prints', () => {
  it.each(['bytes', 'giant', 'word'] as const)('is the same text: %s', (form) => {
    const folder = mkdtempSync(join(tmpdir(), 'heap-lab-gdb-'))
    try {
      // The bytes lie in a file that gdb reads as data at the chunk's address: nothing need run.
      writeFileSync(join(folder, 'bytes'), CHUNK.bytes)
      const object = join(folder, 'bytes.o')
      const at = `0x${CHUNK.chunk.toString(16)}`
      execFileSync(
        'objcopy',
        ['-I', 'binary', '-O', 'elf64-x86-64', '--change-section-address', `.data=${at}`, 'bytes', object],
        { cwd: folder },
      )
      execFileSync('ld', ['-o', join(folder, 'a.out'), '-e', '0', `--section-start=.data=${at}`, object], {
        cwd: folder,
      })
      const [command, ...wanted] = gdbText(CHUNK, form).trimEnd().split('\n')
      const script = ['-batch', '-nx', '-ex', 'set print symbol off', '-ex', command!, join(folder, 'a.out')]
      const printed = execFileSync('gdb', script, { encoding: 'utf8' })
      const lines = printed.split('\n').filter((line) => line.startsWith('0x'))
      // gdb names the symbol that a section begins with; a heap has none.
      expect(lines.map((line) => line.replace(/ <[^>]*>/, ''))).toEqual(wanted)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
