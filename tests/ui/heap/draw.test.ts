import { describe, expect, it } from 'vitest'
import type { Moment } from '../../../src/engine/session/index.ts'
import { drawScene, sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, type PenCall, recordingPen, wordsIn } from '../../support/pen.ts'

const SIZE = { width: 800, height: 600 }

function drawn(moment: Moment, bytesPerRow = 128): PenCall[] {
  const { pen, calls } = recordingPen()
  drawScene(pen, sceneOf(moment, SIZE, 0, bytesPerRow), SIZE, NAMED_PALETTE)
  return calls
}

function fills(calls: readonly PenCall[], paint: string): number {
  return calls.filter(({ method, fill }) => method === 'fill' && fill === paint).length
}

describe('the heap map', () => {
  it('fills each state with its own pattern', () => {
    const calls = drawn(momentOf('{16}[64](48)<80>'))
    for (const paint of ['meta', 'usedSoft', 'free', 'top']) expect(fills(calls, paint)).toBeGreaterThan(0)
  })

  it('names blocks by owner and request, holes by size, and the break', () => {
    const words = wordsIn(drawn(momentOf('[128](128)<134096>')))
    expect(words).toContain('p[0] · 112')
    expect(words).toContain('free 128')
    expect(words).toContain('top chunk · 134,096 bytes')
    expect(words.some((word) => word.startsWith('… 133,'))).toBe(true)
    expect(words.some((word) => word.startsWith('program break 0x'))).toBe(true)
  })

  it('draws the tags as the bytes that are not payload', () => {
    const calls = drawn(momentOf('[128]')).filter(({ fill }) => fill === 'tag')
    const tags = calls.filter(({ method }, i) => method === 'roundRect' && calls[i + 1]?.method === 'fill')
    expect(tags).toHaveLength(2)
    // A pixel of room is left to the neighbours.
    expect(tags[0]!.args[2]).toBeCloseTo((8 / 128) * (800 - 66 - 22) - 1)
  })

  it('outlines the chunk that is looked at in orange, the chosen one in green', () => {
    const step = { sentence: '', chunk: 0x1040, accesses: [] }
    const probed = drawn(momentOf('[64](64)', { step: { kind: 'visit', ...step } }))
    const chosen = drawn(momentOf('[64](64)', { step: { kind: 'choose', ...step } }))
    const strokes = (calls: PenCall[], colour: string) =>
      calls.filter(({ method, stroke }) => method === 'stroke' && stroke === colour).length
    expect(strokes(probed, 'probe')).toBeGreaterThan(0)
    expect(strokes(probed, 'chosen')).toBe(0)
    expect(strokes(chosen, 'chosen')).toBeGreaterThan(0)
  })

  it('numbers the probes in order', () => {
    const probes = [
      { chunk: 0x1000, size: 64, verdict: 'in use' },
      { chunk: 0x1040, size: 64, verdict: 'fits' },
    ]
    const words = wordsIn(drawn(momentOf('[64](64)', { probes })))
    expect(words.filter((word) => word === '1' || word === '2')).toEqual(['1', '2'])
    expect(words).toContain('in use')
  })

  it('marks the bytes that the step wrote', () => {
    const accesses = [{ write: true, address: 0x1000, size: 8 }]
    const calls = drawn(momentOf('[64]', { step: { kind: 'mark', sentence: '', chunk: 0x1000, accesses } }))
    expect(calls.filter(({ method, fill }) => method === 'fillRect' && fill === 'written')).toHaveLength(1)
  })

  it('shows the free list in search order and how much of it is not shown', () => {
    const list = Array.from({ length: 30 }, (_, i) => ({ list: 0, chunk: 0x1000 + i * 64, size: 64 }))
    const words = wordsIn(drawn(momentOf('[64]', { listNames: ['free list'], list })))
    expect(words).toContain('Free list, in the order it is searched')
    expect(words.some((word) => /^\d+ more →$/.test(word))).toBe(true)
  })

  it('says so when there is nothing to draw', () => {
    expect(wordsIn(drawn(momentOf('')))).toContain('The heap is empty: no memory has been asked for yet.')
  })

  it('knows a heap that the program made without malloc', () => {
    const heap = { from: 0x1000, to: 0x1064, permissions: 'rw-p', name: '[heap]', residentPages: 0 }
    expect(wordsIn(drawn(momentOf('', { regions: [heap] })))).toContain(
      'No chunks yet: the heap has 100 bytes, but malloc was never called.',
    )
  })

  it('costs no more for a heap of thousands of chunks than what fits', () => {
    const calls = drawn(momentOf('[64](64)'.repeat(3000)))
    expect(calls.length).toBeLessThan(2000)
  })
})
