import { describe, expect, it } from 'vitest'
import type { Step } from '../../../../src/engine/allocators/index.ts'
import { Lesson } from './lesson.ts'

/** The steps of a call, with chunks as distances from the first chunk. */
function told(lesson: Lesson, call: () => void): Step[] {
  const { origin } = lesson
  const places = new Set(['chunk', 'remainder', 'freed', 'from', 'to', 'payload'])
  return lesson.rig.steps(call).map((step) => {
    const entries = Object.entries(step).map(([key, value]) => [
      key,
      places.has(key) && typeof value === 'number' && value >= origin ? value - origin : value,
    ])
    return Object.fromEntries(entries) as Step
  })
}

describe('the steps of a call', () => {
  it('malloc: first fit looks, takes, splits', () => {
    const lesson = new Lesson('first-fit')
    const [a] = lesson.mallocs(100, 50) as [number]
    lesson.free(a)
    expect(told(lesson, () => lesson.malloc(40))).toEqual([
      { kind: 'request', requested: 40, overhead: 16, padding: 8, need: 64, unit: 16 },
      { kind: 'visit', by: 'First fit', chunk: 0, size: 128, used: false, need: 64, verdict: 'fits' },
      { kind: 'choose', by: 'First fit', chunk: 0, size: 128, need: 64, visits: 1 },
      { kind: 'split', chunk: 0, size: 128, need: 64, remainder: 64, remainderSize: 64 },
      { kind: 'mark', chunk: 0, size: 64, used: true },
    ])
  })

  it('malloc: nothing fits, and the heap grows by what is missing', () => {
    const lesson = new Lesson('first-fit')
    const [, b] = lesson.mallocs(16, 50) as [number, number]
    lesson.free(b)
    expect(told(lesson, () => lesson.malloc(200)).slice(1)).toEqual([
      { kind: 'visit', by: 'First fit', chunk: 0, size: 32, used: true, need: 224, verdict: 'in use' },
      { kind: 'visit', by: 'First fit', chunk: 32, size: 80, used: false, need: 224, verdict: 'too small' },
      { kind: 'fail', by: 'First fit', need: 224, visits: 2 },
      { kind: 'grow', from: 112, to: 256, wanted: 144 },
      { kind: 'coalesce', chunk: 32, size: 224, freed: 112, before: true, after: false, parts: 2 },
      { kind: 'mark', chunk: 32, size: 224, used: true },
    ])
  })

  it('malloc: a remainder below the smallest chunk is given too', () => {
    const lesson = new Lesson('first-fit')
    const [a] = lesson.mallocs(200, 16) as [number]
    lesson.free(a)
    expect(told(lesson, () => lesson.malloc(180))).toContainEqual({
      kind: 'whole',
      chunk: 0,
      size: 224,
      need: 208,
      left: 16,
      smallest: 32,
    })
  })

  it('next fit says where it resumes; best fit which chunk was best so far', () => {
    const next = new Lesson('next-fit')
    const [, b] = next.mallocs(100, 100, 16) as [number, number]
    next.free(b)
    next.malloc(16)
    expect(told(next, () => next.malloc(16))[1]).toMatchObject({ kind: 'visit', chunk: 160, resumes: true })

    const best = new Lesson('best-fit')
    const blocks = best.mallocs(200, 16, 100, 16, 300, 16)
    for (const i of [0, 2, 4]) best.free(blocks[i]!)
    const verdicts = told(best, () => best.malloc(100)).flatMap((s) =>
      s.kind === 'visit' ? [s.verdict] : [],
    )
    expect(verdicts).toEqual(['best so far', 'in use', 'best so far', 'in use', 'not better', 'in use'])
  })

  it('free: both neighbours are free', () => {
    const lesson = new Lesson('explicit-lifo')
    const [a, b, c] = lesson.mallocs(48, 48, 48, 16) as [number, number, number]
    expect(told(lesson, () => lesson.free(a))).toEqual([
      { kind: 'mark', chunk: 0, size: 64, used: false },
      { kind: 'alone', chunk: 0, size: 64, why: 'no free neighbour' },
      { kind: 'link', chunk: 0, size: 64, list: 'free list, newest first', position: 0 },
    ])
    lesson.free(c)
    expect(told(lesson, () => lesson.free(b))).toEqual([
      { kind: 'mark', chunk: 64, size: 64, used: false },
      { kind: 'unlink', chunk: 0, size: 64, list: 'free list, newest first' },
      { kind: 'unlink', chunk: 128, size: 64, list: 'free list, newest first' },
      { kind: 'coalesce', chunk: 0, size: 192, freed: 64, before: true, after: true, parts: 3 },
      { kind: 'link', chunk: 0, size: 192, list: 'free list, newest first', position: 0 },
    ])
  })

  it('free: deferred and never say so; a trim lowers the break', () => {
    for (const why of ['deferred', 'never']) {
      const lesson = new Lesson(why)
      const [a] = lesson.mallocs(48, 48) as [number]
      expect(told(lesson, () => lesson.free(a))[1]).toMatchObject({ kind: 'alone', why })
    }
    const lesson = new Lesson('first-fit', { trimThreshold: 64 })
    const [, b] = lesson.mallocs(48, 48) as [number, number]
    expect(told(lesson, () => lesson.free(b)).at(-1)).toEqual({ kind: 'shrink', from: 128, to: 64 })
  })

  it('deferred coalescing merges a whole run after a failed search', () => {
    const lesson = new Lesson('deferred')
    const blocks = lesson.mallocs(48, 48, 48, 16)
    for (const block of blocks.slice(0, 3)) lesson.free(block)
    const kinds = told(lesson, () => lesson.malloc(150)).filter((step) => step.kind !== 'visit')
    expect(kinds.map((step) => step.kind)).toEqual(['request', 'fail', 'coalesce', 'choose', 'whole', 'mark'])
    expect(kinds[2]).toMatchObject({ chunk: 0, size: 192, parts: 3, before: false, after: true })
  })

  it('realloc: into the next chunk, back, and by copying', () => {
    const lesson = new Lesson('first-fit')
    const { allocator } = lesson.rig
    const [p, q] = lesson.mallocs(100, 100, 16) as [number, number]
    lesson.free(q)
    const grown = told(lesson, () => allocator.realloc(p, 200))
    expect(grown.at(-1)).toEqual({ kind: 'inPlace', chunk: 0, from: 128, to: 224, how: 'next' })
    const shrunk = told(lesson, () => allocator.realloc(p, 40))
    expect(shrunk.at(-1)).toEqual({ kind: 'inPlace', chunk: 0, from: 224, to: 64, how: 'shrink' })
    const moved = told(lesson, () => allocator.realloc(p, 1000))
    expect(moved).toContainEqual({ kind: 'copy', from: 8, to: 296, length: 48 })
  })

  it('realloc: the block at the end grows with the heap', () => {
    const lesson = new Lesson('first-fit')
    const p = lesson.malloc(100)
    const steps = told(lesson, () => lesson.rig.allocator.realloc(p, 200))
    expect(steps.slice(1)).toEqual([
      { kind: 'grow', from: 128, to: 224, wanted: 96 },
      { kind: 'inPlace', chunk: 0, from: 128, to: 224, how: 'top' },
    ])
  })

  it('a break that the program moved stops the heap from growing', () => {
    const lesson = new Lesson('first-fit')
    lesson.malloc(100)
    lesson.rig.process.sbrk(64)
    const steps = told(lesson, () => expect(lesson.malloc(100)).toBe(0))
    expect(steps.at(-1)).toMatchObject({ kind: 'note', chunk: 128 })
    expect(lesson.rig.process.errno).toBe(12)
  })
})
