import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkAt, HeapWalks, walkHeap } from '../../../src/engine/inspect/index.ts'
import { rig } from '../../support/rig.ts'

/** A heap of thousands of chunks, a third of them free. */
function manyChunks(id: string) {
  const { allocator, context } = rig(id)
  for (let i = 0; i < 9000; i++) {
    const pointer = allocator.malloc(16 + ((i * 37) % 200))
    if (i % 3 === 0) allocator.free(pointer)
    context.stats.probes = 0
  }
  return allocator
}

describe.each(['next-fit', 'segregated', 'buddy'])('a heap that is looked at again: %s', (id) => {
  const allocator = manyChunks(id)
  const whole = walkHeap(allocator, 0, 0, 1)

  it('has the same chunks in every window', () => {
    const address = fc.integer({ min: whole.from - 64, max: whole.to + 64 })
    const walks = new HeapWalks(allocator)
    walks.walk('now', 0, 0, 1)
    fc.assert(
      fc.property(address, address, fc.integer({ min: 0, max: 300 }), (from, to, limit) => {
        expect(walks.walk('now', from, to, limit)).toEqual(walkHeap(allocator, from, to, limit))
        expect(walks.chunkAt(from)).toEqual(chunkAt(allocator, from))
      }),
      { seed: 4, numRuns: 40 },
    )
  })

  it('is walked anew in another state', () => {
    const walks = new HeapWalks(allocator)
    for (const state of ['before', 'before']) walks.walk(state, 0, 0, 10)
    allocator.malloc(100_000)
    expect(walks.walk('after', 0, 0, 10)).toEqual(walkHeap(allocator, 0, 0, 10))
    expect(walks.walk('after', 0, 0, 10)).toEqual(walkHeap(allocator, 0, 0, 10))
  })
})
