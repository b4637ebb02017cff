import { describe, expect, it } from 'vitest'
import { drawPointed } from '../../../src/ui/heap/pointed.ts'
import { sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { recordingPen } from '../../support/pen.ts'

const SIZE = { width: 700, height: 500 }

/** How many strokes it takes to outline what is pointed at: one for each row of a chunk, and one for its node. */
function strokes(pointed: number, list: readonly number[] = []): number {
  const moment = momentOf('[64](192)[64]', {
    listNames: ['free list'],
    list: list.map((chunk) => ({ list: 0, chunk, size: 192 })),
  })
  const { pen, calls } = recordingPen()
  drawPointed(pen, sceneOf(moment, SIZE, 0, 128), pointed, 'ink')
  expect(calls.every(({ stroke }) => stroke === 'ink')).toBe(true)
  return calls.filter(({ method }) => method === 'stroke').length
}

describe('a chunk that is pointed at', () => {
  it('is outlined in each of its rows', () => {
    expect(strokes(0x1000)).toBe(1)
    expect(strokes(0x1040)).toBe(2)
  })

  it('is meant by any of its addresses', () => {
    expect(strokes(0x1041)).toBe(2)
  })

  it('is outlined in the lane as well', () => {
    expect(strokes(0x1040, [0x1040])).toBe(3)
    expect(strokes(0x1000, [0x1040])).toBe(1)
  })

  it('is nowhere if it is not shown', () => {
    expect(strokes(0x9000)).toBe(0)
  })
})
