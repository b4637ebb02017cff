import { describe, expect, it } from 'vitest'
import type { LineBytes } from '../../../src/engine/session/index.ts'
import { balanceOf, bytesWords, signedBytes } from '../../../src/ui/source/bytes.ts'
import { mostLive } from '../../../src/ui/source/LiveLines.tsx'

const NONE: LineBytes = {
  file: 'main.c',
  line: 1,
  allocations: 0,
  allocated: 0,
  frees: 0,
  freed: 0,
  live: 0,
}
const line = (change: Partial<LineBytes>): LineBytes => ({ ...NONE, ...change })

describe('bytes beside a line', () => {
  it.each([
    [0, '±0'],
    [48, '+48'],
    [-24, '−24'],
    [9999, '+9999'],
    [12_345, '+12k'],
    [-1_290_000, '−1.2M'],
    [99_999_999_999, '+99G'],
  ])('%i are written in at most five characters: %s', (net, text) => {
    expect(signedBytes(net)).toBe(text)
    expect(text.length).toBeLessThanOrEqual(5)
  })

  it('are told in words', () => {
    expect(bytesWords(line({ allocations: 3, allocated: 72, live: 48, frees: 1, freed: 24 }))).toBe(
      'Allocated here: 3 blocks, 72 bytes, of which 48 are live. Freed here: 1 block, 24 bytes.',
    )
    expect(bytesWords(line({ allocations: 1, allocated: 8, live: 8 }))).toMatch(/8 bytes, all live\.$/)
    expect(bytesWords(line({ allocations: 1, allocated: 8 }))).toMatch(/8 bytes, all freed since\.$/)
    expect(bytesWords(line({ allocations: 1 }))).toBe('Allocated here: 1 block, 0 bytes.')
  })

  it('are gained while some live, settled when all are freed, lost where more is freed than allocated', () => {
    expect(balanceOf(line({ allocations: 1, allocated: 8, live: 8 }))).toBe('gained')
    expect(balanceOf(line({ allocations: 1, allocated: 8 }))).toBe('settled')
    expect(balanceOf(line({ frees: 1, freed: 8 }))).toBe('lost')
  })

  it('that live are listed by line, most first', () => {
    const lines = [line({ line: 3, live: 8 }), line({ line: 9, live: 0 }), line({ line: 5, live: 64 })]
    expect(mostLive(lines).map((each) => each.line)).toEqual([5, 3])
  })
})
