import { describe, expect, it } from 'vitest'
import type { OptionValues } from '../../../../src/engine/allocators/index.ts'
import { Lesson } from './lesson.ts'

describe('inside the chunk', () => {
  it('first-look: a heap is a row of chunks', () => {
    const lesson = new Lesson('first-fit')
    const [a, b] = lesson.mallocs(100, 50, 24) as [number, number]
    lesson.free(a)
    expect(lesson.heap()).toBe('(128) [80] [48]')
    const d = lesson.malloc(40)
    expect(lesson.heap()).toBe('[64] (64) [80] [48]')
    lesson.free(b)
    expect(lesson.heap()).toBe('[64] (144) [48]')
    lesson.free(d)
    expect(lesson.heap()).toBe('(208) [48]')
    expect(lesson.offset(lesson.malloc(192))).toBe(0)
  })

  it('first-look: 193 bytes no longer fit into 208', () => {
    const lesson = new Lesson('first-fit')
    const [a, b] = lesson.mallocs(100, 50, 24) as [number, number]
    lesson.free(a)
    const d = lesson.malloc(40)
    lesson.free(b)
    lesson.free(d)
    expect(lesson.offset(lesson.malloc(193))).toBe(256)
    expect(lesson.heapBytes).toBe(256 + 224)
  })

  it('block-cost: small blocks cost tags and rounding', () => {
    const lesson = new Lesson('first-fit')
    lesson.mallocs(1, 16, 17, 32, 33)
    expect(lesson.heap()).toBe('[32] [32] [48] [48] [64]')
    expect(lesson.rig.process.memory.peek8(lesson.origin) & 15).toBe(1)
    const many = new Lesson('first-fit')
    for (let i = 0; i < 100; i++) many.malloc(1)
    expect(many.heapBytes).toBe(3200)
    const one = new Lesson('first-fit')
    one.malloc(1000)
    expect(one.heapBytes).toBe(1024)
  })

  it.each([
    [180, {}, '[224] [32]'],
    [176, {}, '[192] (32) [32]'],
    [144, { split: 64 }, '[160] (64) [32]'],
    [145, { split: 64 }, '[224] [32]'],
  ])('split-or-not: malloc(%i) with %o', (size, options, heap) => {
    const lesson = new Lesson('first-fit', options)
    const [a] = lesson.mallocs(200, 16) as [number]
    lesson.free(a)
    lesson.malloc(size)
    expect(lesson.heap()).toBe(heap)
  })

  it('four-merges: free sees both neighbours', () => {
    const lesson = new Lesson('first-fit')
    const [a, b, c, d, e] = lesson.mallocs(48, 48, 48, 48, 48, 48) as [number, number, number, number, number]
    const freed = (pointer: number) => {
      lesson.free(pointer)
      return lesson.heap()
    }
    expect(freed(b)).toBe('[64] (64) [64] [64] [64] [64]')
    expect(freed(a)).toBe('(128) [64] [64] [64] [64]')
    expect(freed(d)).toBe('(128) [64] (64) [64] [64]')
    expect(freed(e)).toBe('(128) [64] (128) [64]')
    expect(lesson.rig.process.memory.peek64(lesson.origin + 120)).toBe(128)
    expect(freed(c)).toBe('(320) [64]')
  })

  it.each([
    ['first-fit', '(256) [32]', 0, 288],
    ['deferred', '(64) (64) (64) (64) [32]', 0, 288],
    ['never', '(64) (64) (64) (64) [32]', 288, 512],
  ])('merge-when: %s', (id, freed, place, heap) => {
    const lesson = new Lesson(id)
    const [a, b, c, d] = lesson.mallocs(48, 48, 48, 48, 16) as [number, number, number, number]
    for (const pointer of [a, b, c, d]) lesson.free(pointer)
    expect(lesson.heap()).toBe(freed)
    const [e, visits] = lesson.counted(() => lesson.malloc(200))
    expect(lesson.offset(e)).toBe(place)
    expect(lesson.heapBytes).toBe(heap)
    if (id === 'deferred') expect(visits).toBe(6)
  })
})

/** Which hole: requests, and per policy the places (negative: beyond the old heap) and the heap's final size. */
const HOLES = [
  {
    name: 'first-fit-wins',
    requests: [400, 200, 500, 100],
    first: [[256, 0, 912, 672], 1472],
    next: [[256, 912, 1472, 0], 2000],
    best: [[912, 0, 256, 1472], 1600],
    worst: [[256, 912, 1472, 1136], 2000],
  },
  {
    name: 'next-fit-wins',
    requests: [400, 100, 400, 200],
    first: [[256, 0, 912, 1472], 1696],
    next: [[256, 672, 912, 0], 1472],
    best: [[912, 0, 256, 1472], 1696],
    worst: [[256, 912, 1472, 1040], 1888],
  },
  {
    name: 'best-fit-wins',
    requests: [500, 400, 100, 100],
    first: [[256, 912, 0, 1472], 1600],
    next: [[256, 912, 0, 1472], 1600],
    best: [[912, 256, 672, 0], 1472],
    worst: [[256, 912, 0, 1472], 1600],
  },
  {
    name: 'worst fit wins',
    requests: [100, 400, 400, 200],
    first: [[0, 256, 912, 1472], 1696],
    next: [[0, 256, 912, 1472], 1696],
    best: [[0, 912, 256, 1472], 1696],
    worst: [[256, 912, 384, 0], 1472],
  },
] as const

function threeHoles(id: string, options: OptionValues = {}): Lesson {
  const lesson = new Lesson(id, options)
  const [a, , b, , c] = lesson.mallocs(200, 16, 600, 16, 500, 16) as number[]
  for (const pointer of [a!, b!, c!]) lesson.free(pointer)
  return lesson
}

describe('which hole?', () => {
  const policies = ['first', 'next', 'best', 'worst'] as const

  for (const hole of HOLES) {
    it.each(policies)(`${hole.name}: %s fit`, (policy) => {
      const lesson = threeHoles(`${policy}-fit`)
      expect(lesson.heap()).toBe('(224) [32] (624) [32] (528) [32]')
      const [places, heap] = hole[policy]
      expect(hole.requests.map((size) => lesson.offset(lesson.malloc(size)))).toEqual(places)
      expect(lesson.heapBytes).toBe(heap)
    })
  }

  it.each([
    ['first', 20],
    ['next', 10],
    ['best', 30],
    ['worst', 30],
  ])('next-fit-wins: %s fit makes %i visits', (policy, visits) => {
    const lesson = threeHoles(`${policy}-fit`)
    const [, counted] = lesson.counted(() => [400, 100, 400, 200].map((size) => lesson.malloc(size)))
    expect(counted).toBe(visits)
  })

  it.each([{ footers: 'free' }, { tag: '4', alignment: '8' }])(
    'the winners stay the same with %o',
    (options) => {
      for (const hole of HOLES) {
        const grown = policies.filter((policy) => {
          const lesson = threeHoles(`${policy}-fit`, options)
          const before = lesson.heapBytes
          for (const size of hole.requests) lesson.malloc(size)
          return lesson.heapBytes === before
        })
        expect(grown).toEqual([hole.name.slice(0, hole.name.search(/[ -]/))])
      }
    },
  )

  it('swiss-cheese: half of it free, and no room', () => {
    const lesson = new Lesson('first-fit')
    const p = Array.from({ length: 16 }, () => lesson.malloc(112))
    for (let i = 0; i < 16; i += 2) lesson.free(p[i]!)
    expect(lesson.rig.context.stats.freeBytes).toBe(1024)
    expect(lesson.rig.context.stats.largestFree).toBe(128)
    const [z, visits] = lesson.counted(() => lesson.malloc(200))
    expect([lesson.offset(z), visits, lesson.heapBytes]).toEqual([2048, 16, 2272])
  })

  it('swiss-cheese: the same bytes in one hole', () => {
    const lesson = new Lesson('first-fit')
    const p = Array.from({ length: 16 }, () => lesson.malloc(112))
    for (let i = 0; i < 8; i++) lesson.free(p[i]!)
    expect(lesson.offset(lesson.malloc(200))).toBe(0)
  })
})

describe('other ways to keep free memory', () => {
  it.each([
    ['explicit-lifo', 720, 1248],
    ['explicit-address', 160, 720],
  ])('newest-first: %s', (id, place, heap) => {
    const lesson = new Lesson(id)
    const [a, , b] = lesson.mallocs(100, 16, 500, 16) as [number, number, number]
    lesson.free(a)
    lesson.free(b)
    lesson.malloc(100)
    expect(lesson.offset(lesson.malloc(500))).toBe(place)
    expect(lesson.heapBytes).toBe(heap)
  })

  it.each([
    ['first-fit', 64],
    ['explicit-lifo', 32],
  ])('size-classes: %s visits %i chunks', (id, visits) => {
    const lesson = new Lesson(id)
    const p = Array.from({ length: 64 }, () => lesson.malloc(48))
    for (let i = 0; i < 64; i += 2) lesson.free(p[i]!)
    expect(lesson.counted(() => lesson.malloc(200))[1]).toBe(visits)
  })
})

describe('growing and giving back', () => {
  it('realloc-moves: in place, or move', () => {
    const lesson = new Lesson('first-fit')
    const [p, q] = lesson.mallocs(100, 100, 16) as [number, number]
    lesson.free(q)
    expect(lesson.rig.allocator.realloc(p, 200)).toBe(p)
    expect(lesson.heap()).toBe('[224] (32) [32]')
    const moved = lesson.rig.allocator.realloc(p, 300)
    expect(lesson.offset(moved)).toBe(288)
    expect(lesson.heap()).toBe('(256) [32] [320]')
    expect(lesson.rig.allocator.realloc(moved, 40)).toBe(moved)
    expect(lesson.heap()).toBe('(256) [32] [64] (256)')
  })

  it('pinned-top: only the last free lowers the break', () => {
    const lesson = new Lesson('first-fit', { trimThreshold: 4096 })
    const blocks = lesson.mallocs(4000, 4000, 4000, 4000)
    const p = lesson.malloc(16)
    const top = lesson.rig.process.programBreak
    for (const block of blocks) lesson.free(block)
    expect(lesson.heap()).toBe('(16064) [32]')
    expect(lesson.rig.process.programBreak).toBe(top)
    lesson.free(p)
    expect(lesson.rig.process.programBreak).toBe(lesson.origin)
  })

  it('big-blocks: a mapping of its own, resident as far as touched', () => {
    const lesson = new Lesson('first-fit', { mmapThreshold: 131072 })
    const { memory } = lesson.rig.process
    const p = lesson.malloc(1000000)
    expect(lesson.heap()).toBe('<1003520>')
    const resident = () =>
      Array.from({ length: 245 }, (_, page) => memory.isResident(p + page * 4096)).filter(Boolean).length
    expect(resident()).toBe(1)
    for (let i = 0; i < 1000000; i += 100000) memory.store8(p + i, 1)
    expect(resident()).toBe(10)
    lesson.free(p)
    expect([resident(), lesson.heap()]).toEqual([0, ''])
  })

  it('out-of-memory: a failed realloc leaves the old block', () => {
    const lesson = new Lesson('first-fit', {}, { dataLimit: 65536 })
    const { process, allocator } = lesson.rig
    const p = lesson.malloc(10000)
    process.memory.write(p, new TextEncoder().encode('work'))
    expect(allocator.realloc(p, 100000)).toBe(0)
    expect(process.errno).toBe(12)
    expect(lesson.heap()).toBe('[10016]')
    expect(new TextDecoder().decode(process.memory.peekBytes(p, 4))).toBe('work')
  })
})

describe('when things go wrong', () => {
  it("overflow: the forty-first byte is b's size", () => {
    const lesson = new Lesson('first-fit')
    const { words, memory } = lesson.rig.process
    const [a, b, c] = lesson.mallocs(24, 24, 24) as [number, number, number]
    words.fill(c, 0x43, 24)
    words.fill(a, 0x41, 41)
    expect(memory.peek64(b - 8)).toBe(0x41)
    lesson.free(b)
    expect(memory.peek64(c)).toBe(0x40)
    expect(lesson.rig.allocator.walk(() => true)?.address).toBe(lesson.origin + 112)
  })

  it('use-after-free: two names for one block', () => {
    const lesson = new Lesson('first-fit')
    const p = lesson.malloc(24)
    lesson.free(p)
    expect(lesson.malloc(24)).toBe(p)
  })

  it('double-free: a list that leads to itself', () => {
    const lesson = new Lesson('explicit-lifo', { coalescing: 'never' })
    const [a, b] = lesson.mallocs(24, 24) as [number, number]
    lesson.free(b)
    lesson.free(a)
    lesson.free(a)
    expect(lesson.rig.process.memory.peek64(a)).toBe(a - 8)
    expect(lesson.mallocs(24, 24, 24)).toEqual([a, a, a])
  })
})
