import { describe, expect, it } from 'vitest'
import { freeLists, placeInLists } from '../../../src/engine/inspect/index.ts'
import { type Rig, rig } from '../../support/rig.ts'

/** Blocks of 24 and 100 bytes in turn, with one of 16 between; all but those between are free again. */
function withHoles(id: string, holes: number): { r: Rig; freed: number[] } {
  const r = rig(id)
  const blocks = Array.from({ length: 2 * holes }, (_, i) => r.allocator.malloc([24, 16, 100, 16][i % 4]!))
  const freed = blocks.filter((_, i) => i % 2 === 0)
  for (const payload of freed) r.allocator.free(payload)
  return { r, freed }
}

describe('all free lists', () => {
  it('are told list by list in search order', () => {
    const { r, freed } = withHoles('segregated', 4)
    const { list, chunk, size, truncated, problem } = freeLists(r.allocator, 100)
    const names = [...list].map((i) => r.allocator.listNames[i])
    expect(names.slice(0, 4)).toEqual(['48 bytes', '48 bytes', '128 bytes', '128 bytes'])
    expect([...chunk].slice(0, 4)).toEqual([freed[2]! - 8, freed[0]! - 8, freed[3]! - 8, freed[1]! - 8])
    expect([...size].slice(0, 4)).toEqual([48, 48, 128, 128])
    expect({ truncated, problem }).toEqual({ truncated: false, problem: null })
  })

  it('are cut at a limit', () => {
    const { r } = withHoles('explicit-lifo', 6)
    expect(freeLists(r.allocator, 3)).toMatchObject({ truncated: true, problem: null })
    expect(freeLists(r.allocator, 3).chunk).toHaveLength(3)
  })

  it('end where a link leads back, and say to which entry', () => {
    const { r, freed } = withHoles('segregated', 6)
    // The bin of 48 bytes is the third, the second and the first hole of that size; the last leads to the second now.
    const [first, second] = [freed[0]! - 8, freed[2]! - 8]
    r.process.memory.store64(first + 8, second)
    const { chunk, problem } = freeLists(r.allocator, 100)
    expect([...chunk]).toEqual([freed[4]! - 8, second, first])
    expect(problem).toBe(`the link leads back to 0x${second.toString(16)}, which is entry 2`)
  })

  it('end where a link leads astray', () => {
    const { r, freed } = withHoles('segregated', 6)
    r.process.memory.store64(freed[2]! - 8 + 8, 0x4141)
    const { chunk, problem } = freeLists(r.allocator, 100)
    expect(chunk).toHaveLength(2)
    expect(problem).toContain('0x4141')
  })
})

describe('the place of a chunk in its list', () => {
  it('comes with the entries before and behind', () => {
    const { r, freed } = withHoles('segregated', 6)
    const [first, second, third] = [freed[0]! - 8, freed[2]! - 8, freed[4]! - 8]
    const list = r.allocator.listNames.indexOf('48 bytes')
    expect(placeInLists(r.allocator, third, 100)).toEqual({ list, place: 0, previous: 0, next: second })
    expect(placeInLists(r.allocator, second, 100)).toEqual({ list, place: 1, previous: third, next: first })
    // The next entry of all is in another list.
    expect(placeInLists(r.allocator, first, 100)).toEqual({ list, place: 2, previous: second, next: 0 })
  })

  it('is not known of what is in no list, or too far down', () => {
    const { r, freed } = withHoles('segregated', 6)
    expect(placeInLists(r.allocator, freed[0]! + 40, 100)).toBeNull()
    expect(placeInLists(r.allocator, freed[0]! - 8, 2)).toBeNull()
    expect(placeInLists(withHoles('first-fit', 4).r.allocator, 0x1000, 100)).toBeNull()
  })
})
