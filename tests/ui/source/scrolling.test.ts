import { describe, expect, it } from 'vitest'
import { type Geometry, lineAtTop, listHeight, scrollFor } from '../../../src/ui/source/scrolling.ts'
import { wordsOf } from '../../../src/ui/source/words.ts'

const SHORT: Geometry = { total: 1000, height: 420, linePx: 21 }
const LONG: Geometry = { total: 2_000_000, height: 420, linePx: 21 }

describe('a list of lines', () => {
  it('knows its first line by how far it is scrolled', () => {
    expect(lineAtTop(SHORT, 0)).toBe(1)
    expect(lineAtTop(SHORT, 21 * 99)).toBe(100)
  })

  it('leaves a line that can be seen where it is', () => {
    expect(scrollFor(SHORT, 0, 5)).toBeNull()
    expect(scrollFor(SHORT, 0, 500)).not.toBeNull()
  })

  it.each([SHORT, LONG])('brings any line of $total into sight', (geometry) => {
    for (const line of [1, 2, 77, 500, 999, geometry.total]) {
      const top = Math.min(scrollFor(geometry, 0, line) ?? 0, listHeight(geometry) - geometry.height)
      const first = lineAtTop(geometry, top)
      expect(line).toBeGreaterThanOrEqual(first)
      expect(line).toBeLessThanOrEqual(first + 20)
    }
  })

  it('is never taller than browsers can draw', () => {
    expect(listHeight(LONG)).toBeLessThan(10_000_000)
    expect(lineAtTop(LONG, listHeight(LONG) - LONG.height)).toBe(2_000_000 - 20 + 1)
  })
})

describe('a line in words', () => {
  const kinds = (line: string) =>
    wordsOf(line)
      .filter(({ text }) => text.trim() !== '')
      .map(({ kind }) => kind)

  it('loses nothing', () => {
    const line = '\ta 3  64 what? '
    expect(
      wordsOf(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line)
  })

  it.each([
    ['a 3 64', 'verb id number'],
    ['f -1', 'verb id'],
    ['w 3 0 4142ff', 'verb id number bytes'],
    ['t 0', 'verb number'],
    ['b', 'verb'],
    ['20000', 'number'],
    ['a 3 sixty 4', 'verb id plain plain'],
    ['q 1 2', 'plain number number'],
  ])('tells apart what stands in %s', (line, expected) => {
    expect(kinds(line).join(' ')).toBe(expected)
  })
})
