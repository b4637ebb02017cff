import { describe, expect, it, test } from 'vitest'
import { HomeworkHeap, type OstepOptions } from '../../../../src/engine/allocators/ostep/index.ts'
import { OSTEP_SPEC } from '../../../../src/engine/allocators/ostep/spec.ts'
import { ENOMEM } from '../../../../src/engine/kernel/index.ts'
import { DEFAULT_FLAGS, homeworkTrace } from '../../../../src/engine/workload/ostep/index.ts'
import { Gauntlet, workload } from '../../../support/gauntlet.ts'
import { type Rig, rig } from '../../../support/rig.ts'

const SETTINGS: OstepOptions = {
  size: 100,
  base: 1000,
  headerSize: 0,
  alignment: -1,
  policy: 'BEST',
  order: 'ADDRSORT',
  coalesce: false,
}

/** The free list as `1000+3 1003+5`. */
function listOf({ allocator }: Rig): string {
  const ranges: string[] = []
  allocator.walkLists((_list, chunk, size) => {
    ranges.push(`${chunk}+${size}`)
    return true
  })
  return ranges.join(' ')
}

/** Runs the homework of the course, `-n 10 -H 0 -s 0`; answers what the Allocs returned and the last free list. */
function courseHomework(options: Partial<OstepOptions>): { rig: Rig; returned: number[] } {
  const { trace } = homeworkTrace(DEFAULT_FLAGS, new HomeworkHeap({ ...SETTINGS, ...options }))
  const course = rig('ostep', options)
  const pointers: number[] = []
  const returned: number[] = []
  for (let i = 0; i < trace.length; i++) {
    const id = trace.id[i]!
    if (trace.kind[i] === 0) {
      pointers[id] = course.allocator.malloc(trace.a[i]!)
      returned.push(pointers[id])
    } else {
      course.allocator.free(pointers[id]!)
    }
    expect(course.problems()).toEqual([])
  }
  return { rig: course, returned }
}

describe("the course's homework", () => {
  test.each([
    ['BEST', 1008, 4, 84],
    ['WORST', 1016, 5, 67],
    ['FIRST', 1008, 4, 84],
  ] as const)('%s', (policy, fourth, ranges, largest) => {
    const { rig: course, returned } = courseHomework({ policy })
    expect(returned[3]).toBe(fourth)
    const sizes = listOf(course)
      .split(' ')
      .map((range) => Number(range.split('+')[1]))
    expect([sizes.length, Math.max(...sizes)]).toEqual([ranges, largest])
    expect(sizes.reduce((sum, size) => sum + size)).toBe(91)
    expect(course.context.stats.freeBytes).toBe(91)
  })

  it('ends with one range when it merges', () => {
    expect(listOf(courseHomework({ coalesce: true }).rig)).toBe('1009+91')
  })
})

describe('list orders', () => {
  test.each([
    ['ADDRSORT', '1000+10 1030+5 1055+45'],
    ['SIZESORT+', '1030+5 1000+10 1055+45'],
    ['SIZESORT-', '1055+45 1000+10 1030+5'],
    ['INSERT-FRONT', '1030+5 1000+10 1055+45'],
    ['INSERT-BACK', '1055+45 1000+10 1030+5'],
  ])('%s', (order, list) => {
    const heap = rig('ostep', { order })
    const [a, , c] = [10, 20, 5, 20].map((size) => heap.allocator.malloc(size))
    heap.allocator.free(a!)
    heap.allocator.free(c!)
    expect(listOf(heap)).toBe(list)
    expect(heap.notation()).toBe('(10) [20] (5) [20] (45)')
  })

  it('sorts all ranges anew, those that splits changed too', () => {
    const heap = rig('ostep', { order: 'SIZESORT+', policy: 'WORST', size: 50 })
    const [a, , c] = [20, 1, 10].map((size) => heap.allocator.malloc(size))
    heap.allocator.free(a!)
    expect(listOf(heap)).toBe('1031+19 1000+20')
    heap.allocator.malloc(15)
    expect(listOf(heap)).toBe('1031+19 1015+5')
    heap.allocator.free(c!)
    expect(listOf(heap)).toBe('1015+5 1021+10 1031+19')
  })
})

describe('merging', () => {
  it('joins what follows one another in the list and in memory', () => {
    const heap = rig('ostep', { coalesce: true })
    const [a, b, c] = [10, 10, 10].map((size) => heap.allocator.malloc(size))
    heap.allocator.free(a!)
    heap.allocator.free(c!)
    expect(listOf(heap)).toBe('1000+10 1020+80')
    const steps = heap.steps(() => heap.allocator.free(b!))
    expect(listOf(heap)).toBe('1000+100')
    const merged = {
      kind: 'coalesce',
      chunk: 1000,
      size: 100,
      freed: 1010,
      before: true,
      after: true,
      parts: 3,
    }
    expect(steps.at(-1)).toEqual(merged)
  })

  it('leaves neighbours alone that are apart in the list', () => {
    const heap = rig('ostep', { coalesce: true, order: 'INSERT-FRONT' })
    const [a, b] = [10, 10].map((size) => heap.allocator.malloc(size))
    heap.allocator.free(a!)
    heap.allocator.free(b!)
    expect(listOf(heap)).toBe('1010+10 1000+10 1020+80')
  })
})

describe('requests', () => {
  it('are rounded up, then the header is added', () => {
    const heap = rig('ostep', { headerSize: 4, alignment: 8 })
    expect(heap.allocator.malloc(3)).toBe(1004)
    expect(heap.allocator.malloc(8)).toBe(1016)
    expect(heap.allocator.usableSize(1004)).toBe(8)
    expect(heap.notation()).toBe('[12] [12] (76)')
  })

  it('that nothing fits fail after a look at every range', () => {
    const heap = rig('ostep')
    heap.allocator.free(heap.allocator.malloc(10))
    heap.context.stats.probes = 0
    expect(heap.allocator.malloc(2 ** 60)).toBe(0)
    expect([heap.process.errno, heap.context.stats.probes]).toEqual([ENOMEM, 2])
  })

  it('of 0 bytes get a block of their own', () => {
    const heap = rig('ostep')
    expect([heap.allocator.malloc(0), heap.allocator.malloc(0)]).toEqual([1000, 1001])
  })

  it('tell their steps', () => {
    const heap = rig('ostep', { headerSize: 4 })
    heap.allocator.free(heap.allocator.malloc(6))
    const by = 'Best fit'
    const need = 8
    expect(heap.steps(() => heap.allocator.malloc(4))).toEqual([
      { kind: 'request', requested: 4, overhead: 4, padding: 0, need, unit: 1 },
      { kind: 'visit', by, chunk: 1000, size: 10, used: false, need, verdict: 'best so far' },
      { kind: 'visit', by, chunk: 1010, size: 90, used: false, need, verdict: 'not better' },
      { kind: 'choose', by, chunk: 1000, size: 10, need, visits: 2 },
      { kind: 'split', chunk: 1000, size: 10, need, remainder: 1008, remainderSize: 2 },
      { kind: 'mark', chunk: 1000, size: 8, used: true },
    ])
  })

  it('may want an aligned payload', () => {
    const heap = rig('ostep', { size: 200, headerSize: 4 })
    const payload = heap.allocator.memalign(64, 20)
    expect(payload % 64).toBe(0)
    expect(heap.notation()).toBe('(20) [24] (156)')
    heap.allocator.free(payload)
    expect(heap.problems()).toEqual([])
  })
})

describe('free', () => {
  test.each([
    ['a pointer into a block', 1001],
    ['a pointer that malloc never gave', 5000],
    ['a block that is free', 1010],
  ])('changes nothing for %s', (_what, payload) => {
    const heap = rig('ostep')
    heap.allocator.malloc(10)
    heap.allocator.free(heap.allocator.malloc(10))
    const before = listOf(heap)
    const steps = heap.steps(() => heap.allocator.free(payload))
    expect(steps.map((step) => step.kind)).toEqual(['reject'])
    expect(listOf(heap)).toBe(before)
  })

  it('needs no memory, whatever malloc left', () => {
    const heap = rig('ostep', { size: 100000 }, { dataLimit: 16 * 4096 })
    const pointers: number[] = []
    for (let p = heap.allocator.malloc(1); p !== 0; p = heap.allocator.malloc(1)) pointers.push(p)
    expect(pointers.length).toBeGreaterThan(200)
    expect(heap.process.errno).toBe(ENOMEM)
    const before = heap.process.syscalls
    for (const pointer of pointers) heap.allocator.free(pointer)
    expect(heap.process.syscalls).toBe(before)
    expect(heap.problems()).toEqual([])
  })
})

test('workloads keep every promise in a heap with room, in pieces and at any address', () => {
  const variants: Partial<OstepOptions>[] = [
    {},
    { policy: 'WORST', order: 'SIZESORT-', coalesce: true, headerSize: 8 },
    { policy: 'FIRST', order: 'INSERT-FRONT', coalesce: true, alignment: 16 },
    { order: 'SIZESORT+', base: 77777, headerSize: 3 },
    { coalesce: true, order: 'INSERT-BACK' },
  ]
  variants.forEach((options, seed) => {
    const gauntlet = new Gauntlet(OSTEP_SPEC, { size: 300000, ...options }, {})
    gauntlet.run(workload(seed, 200, {}))
    expect(gauntlet.rig.context.stats.usedChunks).toBe(0)
  })
})
