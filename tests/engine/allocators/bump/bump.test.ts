import { describe, expect, it } from 'vitest'
import { ENOMEM } from '../../../../src/engine/kernel/index.ts'
import { rig } from '../../../support/rig.ts'

describe('bump: the figures of the course', () => {
  it('places blocks with nothing between them', () => {
    const r = rig('bump', { alignment: '1' })
    const offsets = [10, 10, 100].map((size) => r.allocator.malloc(size) - r.process.brkStart)
    expect(offsets).toEqual([0, 10, 20])
  })

  it('moves the break by 100,120 bytes in 1,003 calls', () => {
    const r = rig('bump', { alignment: '1' })
    for (const size of [10, 10, 100]) r.allocator.malloc(size)
    for (let i = 0; i < 1000; i++) r.allocator.free(r.allocator.malloc(100))
    expect(r.process.programBreak - r.process.brkStart).toBe(100120)
    expect(r.process.syscalls).toBe(1003)
  })
})

describe('bump', () => {
  it.each(['1', '8', '16'])('rounds to a multiple of %s', (alignment) => {
    const r = rig('bump', { alignment })
    const a = r.allocator.malloc(3)
    const b = r.allocator.malloc(3)
    expect(b - a).toBe(Math.max(3, Number(alignment)))
  })

  it('gives two pointers for two blocks of no bytes', () => {
    const r = rig('bump', { alignment: '1' })
    expect(r.allocator.malloc(0)).not.toBe(r.allocator.malloc(0))
  })

  it('stays aligned when the program has moved the break', () => {
    const r = rig('bump')
    r.process.sbrk(5)
    expect(r.allocator.malloc(10) % 16).toBe(0)
    expect(r.problems()).toEqual([])
  })

  it('copies no more than there is when realloc grows the last block', () => {
    const r = rig('bump', { alignment: '1' })
    const p = r.allocator.malloc(4)
    r.process.memory.store32(p, 0x01020304)
    const q = r.allocator.realloc(p, 100000)
    expect(q).toBe(p + 4)
    expect(r.process.memory.load32(q)).toBe(0x01020304)
  })

  it('says that free does nothing', () => {
    const r = rig('bump')
    const p = r.allocator.malloc(4)
    expect(r.steps(() => r.allocator.free(p)).map((step) => step.kind)).toEqual(['note'])
    expect(r.notation()).toBe('[16]')
  })

  it('refuses what no address space holds', () => {
    const r = rig('bump')
    expect(r.allocator.malloc(2 ** 60)).toBe(0)
    expect(r.process.errno).toBe(ENOMEM)
  })

  it.each([
    [0, 8],
    [8, 2 ** 40],
  ])('has a checker that names a run outside the heap (word at +%i)', (offset, value) => {
    const r = rig('bump')
    r.allocator.malloc(4)
    r.process.memory.store64(r.process.staticStart + offset, value)
    expect(r.problems().map((problem) => problem.invariant)).toEqual(['run'])
    expect(r.allocator.walk(() => true)).not.toBeNull()
  })
})
