import { describe, expect, it } from 'vitest'
import { EINVAL, ENOMEM } from '../../../../src/engine/kernel/index.ts'
import { type Rig, rig } from '../../../support/rig.ts'

const KEEP = { giveBack: false }

describe('linked blocks: the header', () => {
  it.each([
    ['8', 40],
    ['16', 48],
  ])('with alignment %s has %i bytes', (alignment, header) => {
    const r = rig('linked', { alignment })
    expect(r.allocator.malloc(1) - r.process.brkStart).toBe(header)
    expect(r.notation()).toBe(`[${header + Number(alignment)}]`)
  })

  it('is decoded', () => {
    const r = rig('linked', { alignment: '8' })
    const p = r.allocator.malloc(20)
    const text = r.allocator.fields(p - 40).map((field) => `${field.label} ${field.value}`)
    expect(text.slice(0, 4)).toEqual(['size 24', 'next block 0x0', 'previous block 0x0', 'free no'])
    expect(text[4]).toBe(`back pointer 0x${p.toString(16)}`)
  })
})

describe('linked blocks: malloc', () => {
  it('takes the first free block that fits and cuts it', () => {
    const r = rig('linked')
    const a = r.allocator.malloc(200)
    r.allocator.malloc(16)
    r.allocator.free(a)
    const steps = r.steps(() => expect(r.allocator.malloc(40)).toBe(a))
    expect(r.notation()).toBe('[96] (160) [64]')
    expect(steps.map((step) => step.kind)).toEqual(['request', 'visit', 'choose', 'mark', 'split', 'alone'])
  })

  it('gives a block whole when the rest could not be one', () => {
    const r = rig('linked')
    const a = r.allocator.malloc(96)
    r.allocator.malloc(16)
    r.allocator.free(a)
    const steps = r.steps(() => r.allocator.malloc(48))
    expect(steps.at(-1)).toMatchObject({ kind: 'whole', left: 48, smallest: 64 })
    expect(r.notation()).toBe('[144] [64]')
  })

  it('refuses what no address space holds', () => {
    const r = rig('linked')
    expect(r.allocator.malloc(2 ** 50)).toBe(0)
    expect(r.process.errno).toBe(ENOMEM)
  })

  it('leads over a gap when the program has moved the break', () => {
    const r = rig('linked')
    const a = r.allocator.malloc(16)
    r.process.sbrk(100)
    const b = r.allocator.malloc(16)
    expect(b % 16).toBe(0)
    r.allocator.free(a)
    r.allocator.free(b)
    expect(r.notation()).toBe('(64)')
    expect(r.problems()).toEqual([])
  })
})

describe('linked blocks: free', () => {
  it('gives the last block back to the kernel, with the free ones in front of it', () => {
    const r = rig('linked')
    const [a, b] = [r.allocator.malloc(16), r.allocator.malloc(16)]
    r.allocator.free(a)
    expect(r.notation()).toBe('(64) [64]')
    const steps = r.steps(() => r.allocator.free(b))
    expect(steps.map((step) => step.kind)).toEqual(['coalesce', 'shrink'])
    expect(r.process.programBreak).toBe(r.process.brkStart)
    expect(r.notation()).toBe('')
  })

  it('keeps the end when told to', () => {
    const r = rig('linked', KEEP)
    r.allocator.free(r.allocator.malloc(16))
    expect(r.notation()).toBe('(64)')
  })

  it.each<[string, (r: Rig, p: number) => number]>([
    ['it does not lie in the heap', (r) => r.process.programBreak + 64],
    ['it does not lie in the heap', (r) => r.process.brkStart],
    ['the header in front of it does not point back to it', (_, p) => p + 16],
    ['the header in front of it does not point back to it', (_, p) => p + 64],
    ['its block is free already', (_, p) => p - 64],
  ])('refuses a pointer: %s', (why, wrong) => {
    const r = rig('linked')
    const [a, b] = [r.allocator.malloc(16), r.allocator.malloc(100)]
    r.allocator.free(a)
    const payload = wrong(r, b)
    const steps = r.steps(() => r.allocator.free(payload))
    expect(steps).toEqual([{ kind: 'reject', payload, why }])
    expect(r.notation()).toBe('(64) [160]')
  })

  it('refuses a pointer to a block that was merged away', () => {
    const r = rig('linked', KEEP)
    const [a, b] = [r.allocator.malloc(16), r.allocator.malloc(16)]
    r.allocator.free(b)
    r.allocator.free(a)
    expect(r.steps(() => r.allocator.free(b))[0]).toMatchObject({ kind: 'reject' })
    expect(r.notation()).toBe('(128)')
  })
})

describe('linked blocks: realloc and memalign', () => {
  it('shrinks and grows where it is', () => {
    const r = rig('linked', KEEP)
    const p = r.allocator.malloc(400)
    expect(r.allocator.realloc(p, 16)).toBe(p)
    expect(r.notation()).toBe('[64] (384)')
    expect(r.allocator.realloc(p, 160)).toBe(p)
    expect(r.notation()).toBe('[208] (240)')
    expect(r.allocator.realloc(p, 1000)).toBe(p)
    expect(r.notation()).toBe('[1056]')
    expect(r.problems()).toEqual([])
  })

  it('refuses a wrong pointer', () => {
    const r = rig('linked')
    const p = r.allocator.malloc(16)
    expect(r.allocator.realloc(p + 8, 100)).toBe(0)
    expect(r.process.errno).toBe(EINVAL)
  })

  it('frees what lies in front of an aligned block', () => {
    const r = rig('linked')
    const p = r.allocator.memalign(512, 16)
    expect(p - r.process.brkStart).toBe(512)
    expect(r.notation()).toBe('(464) [64]')
  })
})

describe('linked blocks: the heap checker names', () => {
  it.each<[string, (r: Rig, block: number) => void]>([
    ['list link', (r, block) => r.process.memory.store64(block + 8, block)],
    ['list link', (r, block) => r.process.memory.store64(block, 2 ** 40)],
    ['list link', (r) => r.process.memory.store64(r.process.staticStart, 64)],
    ['previous link', (r, block) => r.process.memory.store64(block + 16, 0)],
    ['free flag', (r, block) => r.process.memory.store32(block + 24, 7)],
    ['back pointer', (r, block) => r.process.memory.store64(block + 32, block)],
    ['alignment', (r, block) => r.process.memory.store64(block, 8)],
    ['uncoalesced', (r, block) => r.process.memory.store32(block + 24, 1)],
    ['free end', (r, block) => r.process.memory.store32(block + 64 + 24, 1)],
  ])('%s', (invariant, damage) => {
    const r = rig('linked')
    const [a, b] = [r.allocator.malloc(16), r.allocator.malloc(16)]
    r.allocator.malloc(16)
    r.allocator.free(a)
    expect(r.problems()).toEqual([])
    damage(r, b - 48)
    expect(r.problems().map((problem) => problem.invariant)).toContain(invariant)
  })
})
