import { describe, expect, it } from 'vitest'
import type { Moment } from '../../../src/engine/session/index.ts'
import * as away from '../../../src/ui/heap/away.ts'
import { drawScene, isShown, sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, type PenCall, recordingPen, wordsIn } from '../../support/pen.ts'

const SIZE = { width: 1000, height: 700 }
/** A chunk of 40 bytes in use, its tags 41 00 …, and "Hi!" in it. */
const BYTES = Uint8Array.from([0x29, ...Array(7).fill(0), 0x48, 0x69, 0x21, ...Array(21).fill(0), 0x29])

function momentNear(change: Partial<Moment> = {}): Moment {
  return momentOf('[40](48)', { bytes: [{ from: 0x1000, bytes: BYTES }], ...change })
}

function drawn(moment: Moment, bytesPerRow: number): PenCall[] {
  const { pen, calls } = recordingPen()
  drawScene(pen, sceneOf(moment, SIZE, 0, bytesPerRow, false, away), SIZE, NAMED_PALETTE)
  return calls
}

describe('the map byte by byte', () => {
  it('has each byte in hexadecimal and as a character', () => {
    const words = wordsIn(drawn(momentNear(), 16))
    expect(words).toEqual(expect.arrayContaining(['29', '48', '69', '21', 'H', 'i', '!']))
    expect(words.filter((word) => word === '00')).toHaveLength(BYTES.length - 5)
  })

  it('has the bits where there is room for them', () => {
    expect(wordsIn(drawn(momentNear(), 8))).toEqual(expect.arrayContaining(['0100 1000', 'H']))
    expect(wordsIn(drawn(momentNear(), 16)).some((word) => word.includes('0100 1000'))).toBe(false)
  })

  it('tells header, footer and the name of the chunk', () => {
    expect(wordsIn(drawn(momentNear(), 8))).toEqual(
      expect.arrayContaining(['header', 'p[0] · 24', 'footer', 'free 48']),
    )
  })

  it('writes the bytes of tags on the colour of tags, and marks those that the step wrote', () => {
    const accesses = [{ write: true, address: 0x1008, size: 3 }]
    const calls = drawn(momentNear({ step: { kind: 'mark', sentence: '', chunk: 0x1000, accesses } }), 16)
    const letters = calls.filter(({ method }) => method === 'fillText')
    expect(letters.find(({ args }) => args[0] === '29')!.fill).toBe('panel')
    expect(letters.find(({ args }) => args[0] === '48')!.fill).toBe('ink')
    const grounds = (fill: string) =>
      calls.filter(
        ({ method, fill: used, args }) => method === 'fillRect' && used === fill && Number(args[3]) > 20,
      )
    expect(grounds('written')).toHaveLength(3)
    expect(grounds('tag')).toHaveLength(32)
  })

  it('leaves out no row of a long chunk, unlike the map further away', () => {
    const long = momentOf('[4096]', { bytes: [] })
    const near = sceneOf(long, SIZE, 0, 16, false, away)
    expect(near.layout.rows.every(({ kind }) => kind === 'bytes')).toBe(true)
    expect(sceneOf(long, SIZE, 0, 64).layout.rows.map(({ kind }) => kind)).toContain('skip')
    // What counts is the byte itself, not some other part of its chunk.
    expect(isShown(near, 0x1010)).toBe(true)
    expect(isShown(near, 0x1f00)).toBe(false)
  })
})
