import { describe, expect, it, test } from 'vitest'
import { BLOCKS, ENTRY_SIZE, FREE_LIST } from '../../../../src/engine/allocators/ostep/layout.ts'
import type { Address } from '../../../../src/engine/units.ts'
import { type Rig, rig } from '../../../support/rig.ts'

/** `(10) [20] (5) [20] (45)` from 1000. */
function heap(coalesce = false): Rig {
  const made = rig('ostep', { coalesce })
  const [a, , c] = [10, 20, 5, 20].map((size) => made.allocator.malloc(size))
  made.allocator.free(a!)
  made.allocator.free(c!)
  expect(made.problems()).toEqual([])
  return made
}

function entry({ process }: Rig, table: number, index: number): Address {
  return process.memory.peek64(process.staticStart + table) + index * 16
}

/** What a word is set to, and the invariants that the checker then finds broken. */
const DAMAGE: readonly [what: string, harm: (rig: Rig) => [Address, number], broken: string[]][] = [
  ['a size on the list', (rig) => [entry(rig, FREE_LIST, 0) + ENTRY_SIZE, 9], ['ranges']],
  ['a range that overlaps a block', (rig) => [entry(rig, FREE_LIST, 1), 1029], ['ranges']],
  ['a range of no bytes', (rig) => [entry(rig, FREE_LIST, 0) + ENTRY_SIZE, 0], ['ranges']],
  ['a list that goes back', (rig) => [entry(rig, FREE_LIST, 0), 1080], ['order', 'ranges']],
  ['blocks out of order', (rig) => [entry(rig, BLOCKS, 0), 1090], ['order', 'ranges']],
  ['a block of negative size', (rig) => [entry(rig, BLOCKS, 1) + ENTRY_SIZE, -20], ['ranges']],
  [
    'a count beyond the pages',
    (rig) => [rig.process.staticStart + FREE_LIST + 8, 1e9],
    ['count', 'order', 'ranges'],
  ],
  ['a table that is nowhere', (rig) => [rig.process.staticStart + BLOCKS, 0x123456], ['ranges']],
]

describe('the checker sees', () => {
  test.each(DAMAGE)('%s', (_what, harm, broken) => {
    const harmed = heap()
    const [address, value] = harm(harmed)
    harmed.process.words.store64(address, value)
    const found = new Set(harmed.problems().map((problem) => problem.invariant))
    expect([...found].sort()).toEqual(broken)
  })

  it('ranges that should have been merged', () => {
    const harmed = heap(true)
    const { words } = harmed.process
    words.store64(entry(harmed, FREE_LIST, 0) + ENTRY_SIZE, 30)
    expect(harmed.problems().map((problem) => problem.invariant)).toContain('uncoalesced')
  })
})

describe("the debugger's eye", () => {
  it('decodes entries and the tables themselves', () => {
    const { allocator, process } = heap()
    const values = (chunk: Address) => allocator.fields(chunk).map(({ label, value }) => `${label} ${value}`)
    expect(values(1030)).toEqual(['free list[1] addr 1030', 'free list[1] sz 5'])
    expect(values(1010)).toEqual(['block addr 1010', 'block sz 20'])
    const list = process.memory.peek64(process.staticStart + FREE_LIST)
    expect(values(list).slice(1)).toEqual(['entries 3', 'room for 256'])
    expect(values(1011)).toEqual([])
  })

  it('marks the head of the list', () => {
    expect(heap().allocator.marks()).toEqual([{ name: 'head', address: 1000 }])
  })

  it('walks with no load that the program could notice', () => {
    const { allocator, process } = heap()
    const { pageFaults, dirtyPages } = process.memory
    process.memory.watch(() => expect.unreachable('the walk loads'))
    allocator.walk(() => true)
    allocator.check(() => {})
    expect(process.memory).toMatchObject({ pageFaults, dirtyPages })
  })
})
