import { describe, expect, it } from 'vitest'
import { EINVAL, ENOMEM } from '../../../../src/engine/kernel/index.ts'
import { type Rig, rig } from '../../../support/rig.ts'

const BARE = { guard: false }
const AT_END = { place: 'end', alignment: '1' }

describe('pages: the figures of the course', () => {
  it('maps two pages for each block, downwards, the second without permissions', () => {
    const r = rig('pages')
    const [a, b] = [r.allocator.malloc(100), r.allocator.malloc(100)]
    expect(a - b).toBe(8192)
    expect(r.notation()).toBe('<4096> <4096>')
    expect(r.process.regions.find(b + 4096)).toMatchObject({ start: b + 4096, end: b + 8192, prot: 0 })
  })

  it('catches only the store behind the page', () => {
    const r = rig('pages')
    const a = r.allocator.malloc(100)
    const can = [99, 100, 4095, 4096].map((at) => r.process.memory.store8(a + at, 1))
    expect(can).toEqual([true, true, true, false])
    expect(r.process.memory.fault).toMatchObject({ kind: 'forbidden', address: a + 4096 })
  })
})

describe('pages: a block at the end', () => {
  it.each([
    ['1', 3996],
    ['8', 3992],
    ['16', 3984],
  ])('with alignment %s begins at byte %i of its page', (alignment, offset) => {
    const r = rig('pages', { place: 'end', alignment })
    const p = r.allocator.malloc(100)
    expect(p % 4096).toBe(offset)
    expect(r.allocator.usableSize(p)).toBe(4096 - offset)
  })

  it('catches the first byte behind it', () => {
    const r = rig('pages', AT_END)
    const p = r.allocator.malloc(5000)
    expect(r.process.memory.store8(p + 4999, 1)).toBe(true)
    expect(r.process.memory.store8(p + 5000, 1)).toBe(false)
  })
})

describe('pages: free', () => {
  it('gives everything back', () => {
    const r = rig('pages')
    const before = r.process.mappedBytes
    const p = r.allocator.malloc(100000)
    r.process.memory.store8(p, 1)
    r.allocator.free(p)
    expect(r.process.mappedBytes).toBe(before)
    expect(r.process.memory.store8(p, 1)).toBe(false)
  })

  it('refuses what it did not map', () => {
    const r = rig('pages')
    const p = r.allocator.malloc(100)
    expect(r.steps(() => r.allocator.free(p + 16)).map((step) => step.kind)).toEqual(['reject'])
    expect(r.allocator.realloc(p + 16, 5)).toBe(0)
    expect(r.process.errno).toBe(EINVAL)
    r.allocator.free(p)
    expect(r.steps(() => r.allocator.free(p)).map((step) => step.kind)).toEqual(['reject'])
  })

  it('finds every block again when the table has moved several times', () => {
    const r = rig('pages')
    const blocks = Array.from({ length: 900 }, (_, i) => r.allocator.malloc(i * 7))
    expect(r.problems()).toEqual([])
    for (let i = 0; i < 900; i += 2) r.allocator.free(blocks[i]!)
    expect(r.problems()).toEqual([])
    for (let i = 1; i < 900; i += 2) expect(r.allocator.usableSize(blocks[i]!)).toBeGreaterThanOrEqual(i * 7)
  })
})

describe('pages: realloc', () => {
  const written = (r: Rig, size: number) => {
    const p = r.allocator.malloc(size)
    r.process.memory.store32(p, 77)
    return p
  }

  it('stays while the pages are enough', () => {
    const r = rig('pages')
    const p = written(r, 100)
    expect(r.allocator.realloc(p, 4096)).toBe(p)
  })

  it('gives pages back and moves the guard', () => {
    const r = rig('pages')
    const p = written(r, 20000)
    expect(r.allocator.realloc(p, 5000)).toBe(p)
    expect(r.notation()).toBe('<8192>')
    expect(r.process.memory.store8(p + 8192, 1)).toBe(false)
    expect(r.problems()).toEqual([])
  })

  it('copies to grow in front of a guard', () => {
    const r = rig('pages')
    const q = r.allocator.realloc(written(r, 100), 5000)
    expect(r.process.memory.load32(q)).toBe(77)
    expect(r.notation()).toBe('<8192>')
  })

  it('lets mremap move the pages where there is no guard', () => {
    const r = rig('pages', BARE)
    const p = written(r, 100)
    r.allocator.malloc(100)
    let q = 0
    const steps = r.steps(() => {
      q = r.allocator.realloc(p, 50000)
    })
    expect(steps.map((step) => step.kind)).toEqual(['request', 'note'])
    expect(r.process.memory.load32(q)).toBe(77)
    expect(r.problems()).toEqual([])
  })

  it('keeps the end at the end', () => {
    const r = rig('pages', AT_END)
    const p = written(r, 100)
    const q = r.allocator.realloc(p, 50)
    expect((q + 50) % 4096).toBe(0)
    expect(r.process.memory.load32(q)).toBe(77)
  })
})

describe('pages: memory', () => {
  it('aligns to more than a page and unmaps the rest', () => {
    const r = rig('pages')
    const before = r.process.mappedBytes
    const p = r.allocator.memalign(65536, 100)
    expect(p % 65536).toBe(0)
    expect(r.process.mappedBytes - before).toBe(8192)
  })

  it('runs out as the kernel says', () => {
    const r = rig('pages', {}, { dataLimit: 65536 })
    let blocks = 0
    while (r.allocator.malloc(1) !== 0) blocks++
    expect(r.process.errno).toBe(ENOMEM)
    expect(blocks).toBeGreaterThan(5)
    expect(r.problems()).toEqual([])
  })

  it('tells the mapping and its guard', () => {
    const r = rig('pages')
    const kinds = r.steps(() => r.allocator.malloc(1)).map((step) => step.kind)
    expect(kinds).toEqual(['request', 'map', 'note'])
  })

  it('decodes the entry of a block', () => {
    const r = rig('pages')
    const p = r.allocator.malloc(1)
    expect(r.allocator.fields(p).map((field) => field.value)).toEqual([`0x${p.toString(16)}`, '8192'])
  })
})

describe('pages: the heap checker names', () => {
  it.each<[string, (r: Rig, p: number, entry: number) => void]>([
    ['table', (r) => r.process.memory.store64(r.process.staticStart, 4096)],
    ['table', (r) => r.process.memory.store64(r.process.staticStart + 8, 2 ** 30)],
    ['table', (r, _p, entry) => r.process.memory.store64(entry + 8, 4097)],
    ['count', (r) => r.process.memory.store64(r.process.staticStart + 16, 9)],
    ['hash', (r, p, entry) => r.process.memory.store64(entry, p + 0x400000)],
    ['mapping', (r, p) => r.process.munmap(p, 4096)],
    ['guard', (r, p) => r.process.mprotect(p + 4096, 4096, 1)],
  ])('%s', (invariant, damage) => {
    const r = rig('pages')
    const p = r.allocator.malloc(1)
    expect(r.problems()).toEqual([])
    damage(r, p, r.allocator.fields(p)[0]!.address)
    expect(r.problems().map((problem) => problem.invariant)).toContain(invariant)
  })
})
