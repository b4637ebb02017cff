import { describe, expect, it } from 'vitest'
import { bytesOfPart, type ChunkShape, PARTS, rangesOfPart } from '../../../src/engine/parts.ts'
import { litIn } from '../../../src/ui/heap/light.ts'
import { drawScene, sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, recordingPen } from '../../support/pen.ts'

const SIZE = { width: 600, height: 400 }

/** 40 bytes asked for, in a chunk of 96 with a header and a footer of 8: 8 of rounding, 32 left over. */
const SHAPE: ChunkShape = {
  chunk: 1000,
  size: 96,
  payload: 1008,
  usable: 80,
  requested: 40,
  tags: 16,
  rounding: 8,
}

describe('where the parts of a chunk lie', () => {
  it('is told for each byte, once', () => {
    const ranges = PARTS.flatMap((part) => rangesOfPart(part, 'block', SHAPE)).sort(([a], [b]) => a - b)
    expect(ranges).toEqual([
      [1000, 1008],
      [1008, 1048],
      [1048, 1056],
      [1056, 1088],
      [1088, 1096],
    ])
  })

  it('has as many bytes as the part', () => {
    const aligned = { ...SHAPE, payload: 1040, usable: 56, requested: 10, tags: 8, rounding: 6 }
    const atEnd = { ...SHAPE, payload: 1086, usable: 10, requested: 10, tags: 0, rounding: 86 }
    for (const shape of [SHAPE, aligned, atEnd]) {
      for (const part of PARTS) {
        const length = rangesOfPart(part, 'block', shape).reduce((sum, [from, to]) => sum + to - from, 0)
        expect(length).toBe(bytesOfPart(part, 'block', shape))
      }
    }
  })
})

describe('a part that is lit up', () => {
  it('is told apart on the map: free chunks, tags', () => {
    const { chunks } = momentOf('[64](64)[64]')
    expect(litIn(chunks, 1, { part: 'holes', ownMalloc: false })).toEqual([[0x1040, 0x1080]])
    expect(litIn(chunks, 0, { part: 'holes', ownMalloc: false })).toEqual([])
    expect(litIn(chunks, 0, { part: 'tags', ownMalloc: false })).toEqual([
      [0x1000, 0x1008],
      [0x1038, 0x1040],
    ])
  })

  it("is all but the blocks in a program's own malloc", () => {
    const { chunks } = momentOf('[64](64)')
    expect(litIn(chunks, 1, { part: 'other', ownMalloc: true })).toEqual([[0x1040, 0x1080]])
    expect(litIn(chunks, 1, { part: 'holes', ownMalloc: true })).toEqual([])
  })

  it('dims the rest', () => {
    const lit = {
      part: 'holes',
      count: 1,
      bytes: 64,
      isWhole: true,
      address: Float64Array.of(0x1040),
    } as const
    const veils = (part: typeof lit | null) => {
      const { pen, calls } = recordingPen()
      drawScene(pen, sceneOf(momentOf('[64](64)[64]', { part }), SIZE, 0, 256), SIZE, NAMED_PALETTE)
      return calls.filter(({ method, fill }) => method === 'fillRect' && fill === 'panel').length
    }
    expect(veils(lit) - veils(null)).toBe(2)
  })
})
