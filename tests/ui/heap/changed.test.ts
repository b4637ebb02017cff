import { describe, expect, it } from 'vitest'
import { drawChanged } from '../../../src/ui/heap/changed.ts'
import type { Layout } from '../../../src/ui/heap/layout.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, type PenCall, recordingPen } from '../../support/pen.ts'

/** Two chunks in a row, the first one wide, the second one narrow. */
const { chunks } = momentOf('[64] (16)')
const ROW = { kind: 'bytes', y: 20, height: 40, address: chunks.address[0]! } as const
const PIECE = { from: 0, to: 0, begins: true, ends: true }
const LAYOUT = {
  rows: [
    {
      ...ROW,
      pieces: [
        { ...PIECE, index: 0, x: 10, width: 74 },
        { ...PIECE, index: 1, x: 84, width: 6 },
      ],
    },
    { kind: 'break', y: 70, height: 18, address: 0 },
  ],
  left: 10,
  width: 80,
  pixelsPerByte: 1,
  bytesPerRow: 80,
  reachesEnd: true,
} satisfies Layout

function drawn(...marks: readonly number[]): PenCall[] {
  const { pen, calls } = recordingPen()
  drawChanged(pen, LAYOUT, chunks, new Set(marks), NAMED_PALETTE)
  return calls
}

describe('chunks that changed', () => {
  it('have teeth along their upper edge, within it', () => {
    const teeth = drawn(chunks.address[0]!).filter(({ method }) => method === 'lineTo')
    expect(teeth).toHaveLength(20)
    for (const { args } of teeth) {
      expect(args[0]).toBeGreaterThan(10)
      expect(args[0]).toBeLessThanOrEqual(84)
      expect(args[1] === 20 || args[1] === 25).toBe(true)
    }
  })

  it('have a bar where there is no room for a tooth', () => {
    expect(drawn(chunks.address[1]!)).toMatchObject([
      { method: 'fillRect', args: [84, 20, 6, 3], fill: 'ink' },
    ])
  })

  it('are marked, and no others', () => {
    expect(drawn()).toEqual([])
    expect(drawn(chunks.address[0]! + 8)).toEqual([])
  })
})
