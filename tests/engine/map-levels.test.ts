import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressBack,
  addressBehind,
  bytesBefore,
  fittingLevel,
  isLevel,
  levelKind,
  levelsFor,
  type Stretch,
  WHOLE_HEAP,
} from '../../src/engine/map-levels.ts'

const ROWS = 10
const FAR_ROWS = 16

function stretch(from: number, bytes: number, chunks: number, largest = 64): Stretch {
  return { from, to: from + bytes, chunks, largest }
}

describe('the levels of a map', () => {
  it('are bytes a row and the whole heap, and nothing else is one', () => {
    for (const level of [0, 8, 16, 100, 16384, 65536, 2 ** 30]) expect(isLevel(level)).toBe(true)
    for (const other of [1, 7, -8, 8.5, 2 ** 50, Number.NaN, Number.POSITIVE_INFINITY, '64', null, undefined])
      expect(isLevel(other)).toBe(false)
  })

  it('are near, middle or far', () => {
    expect([8, 16, 32, 16384, 32768, WHOLE_HEAP].map(levelKind)).toEqual([
      'near',
      'near',
      'middle',
      'middle',
      'far',
      'far',
    ])
  })

  it('end with the level at which a small heap fits', () => {
    const small = [stretch(0x1000, 600, 8)]
    expect(fittingLevel(small, ROWS)).toBe(128)
    expect(levelsFor(small, ROWS, FAR_ROWS)).toEqual([8, 16, 32, 64, WHOLE_HEAP])
  })

  it('count a long chunk as the few rows that it is folded to', () => {
    expect(fittingLevel([stretch(0x1000, 600 + 132_000, 9, 132_000)], ROWS)).toBe(128)
  })

  it('go on by powers of two where a heap fits nowhere nearer', () => {
    const large = [stretch(0x1000, 2 ** 22, 40_000)]
    expect(fittingLevel(large, ROWS)).toBeNull()
    expect(levelsFor(large, ROWS, FAR_ROWS).slice(-5)).toEqual(
      [16384, 32768, 65536, 131072, 2 ** 18].concat(0).slice(-5),
    )
  })

  it('know that more chunks than can be told apart fit nowhere', () => {
    expect(fittingLevel([stretch(0x1000, 16 * 7000, 7000, 16)], 1000)).toBeNull()
  })
})

describe('places in a heap with gaps', () => {
  const parts = [stretch(0x1000, 0x400, 9), stretch(0x90000, 0x100, 3), stretch(0xf0000, 0x200, 1)]
  const inside = fc
    .record({ part: fc.constantFrom(...parts), share: fc.double({ min: 0, max: 0.999, noNaN: true }) })
    .map(({ part, share }) => part.from + Math.floor(share * (part.to - part.from)))

  it('are counted without the gaps, forwards and backwards', () => {
    fc.assert(
      fc.property(inside, (address) => {
        expect(addressBehind(parts, bytesBefore(parts, address))).toBe(address)
      }),
      { seed: 1 },
    )
  })

  it('lie so many bytes back, or at the beginning', () => {
    fc.assert(
      fc.property(inside, fc.integer({ min: 0, max: 0x800 }), (address, bytes) => {
        const back = addressBack(parts, address, bytes)
        const before = bytesBefore(parts, address)
        expect(before - bytesBefore(parts, back)).toBe(Math.min(bytes, before))
      }),
      { seed: 2 },
    )
    expect(addressBack(parts, 0x90000, 0x10)).toBe(0x13f0)
    expect(addressBack([], 0x90, 0x100)).toBe(0)
  })
})
