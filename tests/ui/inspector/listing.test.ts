import { describe, expect, it } from 'vitest'
import { rowAfterKey } from '../../../src/ui/inspector/Entries.tsx'
import { type Listing, rowsOf } from '../../../src/ui/inspector/listing.ts'

/** Three lists: two chunks, none, one. */
const LISTS: Listing = {
  names: ['32 bytes', '48 bytes', '64 bytes'],
  list: [0, 0, 2],
  chunk: [1000, 2000, 3000],
  size: [32, 32, 64],
  truncated: false,
  problem: null,
}

/** The lines of a panel, one text each. */
function told(listing: Listing, atLeast = 0): string[] {
  return rowsOf(listing, atLeast).rows.map((row) => {
    if (row.kind === 'group') return `${row.name}: ${row.count}, ${row.bytes} bytes`
    return row.kind === 'entry' ? `${row.place + 1} ${row.size} at ${row.chunk}` : `${row.kind} ${row.text}`
  })
}

describe('the lines of the free lists', () => {
  it('are grouped by list, and empty lists are folded', () => {
    expect(told(LISTS)).toEqual([
      '32 bytes: 2, 64 bytes',
      '1 32 at 1000',
      '2 32 at 2000',
      '64 bytes: 1, 64 bytes',
      '1 64 at 3000',
    ])
    const { empty, rowOf, entries } = rowsOf(LISTS, 0)
    expect({ empty, entries, row: rowOf.get(3000) }).toEqual({ empty: ['48 bytes'], entries: 3, row: 4 })
  })

  it('can be those of a size, which keep their places and the sums of their list', () => {
    const mixed = { ...LISTS, list: [0, 0, 0], size: [32, 96, 64] }
    expect(told(mixed, 64)).toEqual(['32 bytes: 3, 192 bytes', '2 96 at 2000', '3 64 at 3000'])
    expect(told(LISTS, 65)).toEqual([])
    expect(rowsOf(LISTS, 65).shown).toBe(0)
  })

  it('say where a list goes wrong, and then know of no empty list behind', () => {
    const damaged = { ...LISTS, list: [0], chunk: [1000], size: [32], problem: 'the link leads to 0x41' }
    expect(told(damaged)).toEqual(['32 bytes: 1, 32 bytes', '1 32 at 1000', 'damage the link leads to 0x41'])
    expect(rowsOf(damaged, 0).empty).toEqual([])
  })

  it('say that there are more', () => {
    expect(told({ ...LISTS, truncated: true }).at(-1)).toMatch(/^more /)
    expect(rowsOf({ ...LISTS, truncated: true }, 0).empty).toEqual(['48 bytes'])
  })
})

describe('keys in the free lists', () => {
  const { rows } = rowsOf(LISTS, 0)
  it.each([
    [-1, 'ArrowDown', 1],
    [1, 'ArrowDown', 2],
    [2, 'ArrowDown', 4],
    [4, 'ArrowDown', 4],
    [4, 'ArrowUp', 2],
    [1, 'ArrowUp', 1],
    [1, 'End', 4],
    [4, 'Home', 1],
    [1, 'PageDown', 4],
    [4, 'PageUp', 1],
    [1, 'x', null],
  ])('from line %i, %s goes to %s', (from, key, to) => {
    expect(rowAfterKey(rows, from, key)).toBe(to)
  })
})
