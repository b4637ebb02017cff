import { describe, expect, it } from 'vitest'
import type { OptionValues } from '../../../../src/engine/allocators/index.ts'
import { type Rig, rig } from '../../../support/rig.ts'

/** Where the static variables lie (layout.ts). */
const ROVER = 16
const LIST_HEAD = 24
const LIST_TAIL = 32
const HEAP_END = 8

interface Ruin {
  readonly invariant: string
  readonly what: string
  readonly options?: OptionValues
  /** Spoils a heap `[64] (64) [64] (64) [64]`; gets the chunks' addresses. */
  readonly spoil: (rig: Rig, chunks: readonly number[]) => void
}

const store = (rig: Rig, address: number, value: number) => rig.process.memory.store64(address, value)
const variable = (rig: Rig, offset: number) => rig.process.staticStart + offset

const RUINS: readonly Ruin[] = [
  { invariant: 'footer', what: 'a footer with another size', spoil: (r, c) => store(r, c[1]! - 8, 49) },
  { invariant: 'footer', what: 'a header with another state', spoil: (r, c) => store(r, c[0]!, 64) },
  { invariant: 'size', what: 'a size below the smallest', spoil: (r, c) => store(r, c[1]!, 16) },
  { invariant: 'size', what: 'a size that is not aligned', spoil: (r, c) => store(r, c[1]!, 72) },
  { invariant: 'size', what: 'a size past the end', spoil: (r, c) => store(r, c[4]!, 4097) },
  {
    invariant: 'size',
    what: 'bounds outside the heap',
    spoil: (r) => store(r, variable(r, HEAP_END), 2 ** 50),
  },
  {
    invariant: 'flags',
    what: 'a flag that heap chunks do not have',
    spoil: (r, c) => store(r, c[2]!, 64 + 5),
  },
  {
    invariant: 'alignment',
    what: 'a heap that begins at the wrong place',
    spoil: (r, c) => {
      store(r, variable(r, 0), c[0]! + 8)
      store(r, c[0]! + 8, 5 * 64 - 16)
    },
  },
  {
    invariant: 'uncoalesced',
    what: 'two free neighbours',
    spoil: (r, c) => {
      store(r, c[2]!, 64)
      store(r, c[3]! - 8, 64)
    },
  },
  {
    invariant: 'rover',
    what: 'a rover inside a chunk',
    options: { placement: 'next' },
    spoil: (r, c) => store(r, variable(r, ROVER), c[1]! + 16),
  },
  {
    invariant: 'rover',
    what: 'a rover that is not on the list',
    options: { placement: 'next', list: 'lifo' },
    spoil: (r, c) => store(r, variable(r, ROVER), c[2]!),
  },
  {
    invariant: 'previous in use',
    what: 'a bit that does not know of a free chunk',
    options: { footers: 'free' },
    spoil: (r, c) => store(r, c[2]!, 64 + 3),
  },
  {
    invariant: 'previous in use',
    what: 'a bit that takes a used chunk for free',
    options: { footers: 'free' },
    spoil: (r, c) => store(r, c[3]!, 64),
  },
  {
    invariant: 'previous in use',
    what: 'an epilogue that takes the last chunk for free',
    options: { footers: 'free' },
    spoil: (r, c) => store(r, c[4]! + 64, 1),
  },
  {
    invariant: 'prologue',
    what: 'a prologue overwritten',
    options: { ends: 'sentinels' },
    spoil: (r, c) => store(r, c[0]! - 16, 0),
  },
  {
    invariant: 'epilogue',
    what: 'an epilogue overwritten',
    options: { ends: 'sentinels' },
    spoil: (r, c) => store(r, c[4]! + 64, 64),
  },
  {
    invariant: 'list link',
    what: 'a link that leads out of the heap',
    options: { list: 'lifo' },
    spoil: (r, c) => store(r, c[3]! + 8, 0x4141414141),
  },
  {
    invariant: 'list link',
    what: 'a back link that disagrees',
    options: { list: 'lifo' },
    spoil: (r, c) => store(r, c[1]! + 16, 0),
  },
  {
    invariant: 'list link',
    what: 'a tail that is not the last',
    options: { list: 'lifo' },
    spoil: (r, c) => store(r, variable(r, LIST_TAIL), c[3]!),
  },
  {
    invariant: 'list membership',
    what: 'a list that runs in a circle',
    options: { list: 'lifo' },
    spoil: (r, c) => store(r, c[1]! + 8, c[3]!),
  },
  {
    invariant: 'list membership',
    what: 'a free chunk that is not listed',
    options: { list: 'lifo' },
    spoil: (r, c) => {
      store(r, variable(r, LIST_HEAD), c[1]!)
      store(r, c[1]! + 16, 0)
    },
  },
  {
    invariant: 'list membership',
    what: 'a listed chunk in use',
    options: { list: 'lifo' },
    spoil: (r, c) => {
      store(r, c[3]!, 65)
      store(r, c[4]! - 8, 65)
    },
  },
  {
    invariant: 'list order',
    what: 'addresses in the wrong order',
    options: { list: 'address' },
    spoil: (r, c) => swapList(r, c[3]!, c[1]!),
  },
  {
    invariant: 'list order',
    what: 'sizes in the wrong order',
    options: { list: 'size', coalescing: 'never' },
    spoil: (r, c) => {
      // The first listed chunk takes in the used one behind it.
      const first = r.process.memory.peek64(variable(r, LIST_HEAD))
      store(r, first, 128)
      store(r, first + 120, 128)
      expect(first).not.toBe(c[4])
    },
  },
  {
    invariant: 'mapping',
    what: "a mapping's back link",
    options: { mmapThreshold: 4096 },
    spoil: (r) => store(r, r.allocator.malloc(5000) - 32 + 8, 4096),
  },
  {
    invariant: 'mapping',
    what: "a mapping's header",
    options: { mmapThreshold: 4096 },
    spoil: (r) => store(r, r.allocator.malloc(5000) - 8, 8192 + 1),
  },
  {
    invariant: 'mapping',
    what: 'a link to no mapping',
    options: { mmapThreshold: 4096 },
    spoil: (r) => store(r, r.allocator.malloc(5000) - 32, 0x1000),
  },
]

/** Makes the list hold just these two chunks, in this order. */
function swapList(r: Rig, first: number, second: number): void {
  store(r, variable(r, LIST_HEAD), first)
  store(r, variable(r, LIST_TAIL), second)
  store(r, first + 8, second)
  store(r, first + 16, 0)
  store(r, second + 8, 0)
  store(r, second + 16, first)
}

function soundHeap(options: OptionValues): { rig: Rig; chunks: number[] } {
  const made = rig('classroom', options)
  const { allocator } = made
  // 48 bytes make a chunk of 64 with footers, 56 without.
  const size = options['footers'] === 'free' ? 56 : 48
  const payloads = Array.from({ length: 5 }, () => allocator.malloc(size))
  allocator.free(payloads[1]!)
  allocator.free(payloads[3]!)
  return { rig: made, chunks: payloads.map((payload) => payload - 8) }
}

describe('the heap checker', () => {
  for (const { invariant, what, options = {}, spoil } of RUINS) {
    it(`names ${invariant}: ${what}`, () => {
      const { rig, chunks } = soundHeap(options)
      expect(rig.notation()).toBe('[64] (64) [64] (64) [64]')
      expect(rig.problems()).toEqual([])
      spoil(rig, chunks)
      expect(rig.problems().map((problem) => problem.invariant)).toContain(invariant)
    })
  }

  it('survives any bytes', () => {
    const { rig } = soundHeap({ list: 'lifo', placement: 'next', ends: 'sentinels', mmapThreshold: 4096 })
    const { process, allocator } = rig
    allocator.malloc(5000)
    for (let seed = 1; seed < 400; seed++) {
      const statics = seed % 4 === 0
      const from = statics ? process.staticStart : process.brkStart
      const at = from + ((seed * 2654435761) % (statics ? 48 : 360))
      process.memory.store8(at, (seed * 40503) & 255)
      rig.problems()
      allocator.walk((chunk) => allocator.fields(chunk).length >= 0)
      allocator.walkLists(() => true)
      allocator.marks()
    }
  })
})
