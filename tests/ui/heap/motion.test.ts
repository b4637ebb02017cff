import { describe, expect, it } from 'vitest'
import type { Moment } from '../../../src/engine/session/index.ts'
import { drawMotion, motionBetween } from '../../../src/ui/heap/motion.ts'
import { type Scene, sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { recordingPen } from '../../support/pen.ts'

const SIZE = { width: 800, height: 600 }
/** Long enough since the step before. */
const LATER = 1000

function at(step: number, picture: string, from = 0): Scene {
  const moment: Moment = momentOf(picture, { position: { operation: 3, step } })
  return sceneOf(moment, SIZE, from, 128)
}

function outlines(before: Scene, after: Scene, share: number): readonly (readonly unknown[])[] {
  const { pen, calls } = recordingPen()
  drawMotion(pen, motionBetween(before, after, LATER)!, share, { accent: 'accent', bad: 'bad' })
  return calls.filter(({ method }) => method === 'roundRect').map(({ args }) => args.slice(0, 4))
}

function edges([x, , width]: readonly unknown[]): { readonly left: number; readonly right: number } {
  return { left: Number(x), right: Number(x) + Number(width) }
}

describe('what is seen to move', () => {
  it('is a chunk that becomes two: the cut comes in from its end', () => {
    const before = at(1, '(128)')
    const after = at(2, '[64](64)')
    const [whole, nothing] = outlines(before, after, 0).map(edges)
    expect(nothing).toEqual({ left: whole!.right, right: whole!.right })
    const [first, second] = outlines(before, after, 1).map(edges)
    expect(first!.left).toBe(whole!.left)
    expect(second!.right).toBeCloseTo(whole!.right)
    expect(second!.left).toBeGreaterThan(first!.right)
    const [growing, shrinking] = outlines(before, after, 0.4).map(edges)
    expect(shrinking!.left).toBeGreaterThanOrEqual(growing!.right)
  })

  it('is two chunks that become one, and the same backwards', () => {
    const two = at(1, '(64)(64)[32]')
    const one = at(2, '(128)[32]')
    expect(outlines(two, one, 1)).toEqual(outlines(one, two, 0))
    expect(outlines(two, one, 1)).toHaveLength(2)
  })

  it('is a border that moves between two chunks, and nothing else', () => {
    const moved = motionBetween(at(1, '[32][32](64)'), at(2, '[32][48](48)'), LATER)!
    expect(moved.changes).toHaveLength(2)
    expect(moved.changes[0]!.from.x).toBe(moved.changes[0]!.to.x)
    expect(moved.changes[0]!.from.width).toBeLessThan(moved.changes[0]!.to.width)
  })

  it('is the break, with the chunk that ends there', () => {
    const { programBreak } = motionBetween(at(1, '[128]'), at(2, '[128][128][128]'), LATER)!
    expect(programBreak!.to.y).toBeGreaterThan(programBreak!.from.y)
  })

  it('never has a name or a number', () => {
    const { pen, calls } = recordingPen()
    const motion = motionBetween(at(1, '(128)'), at(2, '[64](64)'), LATER)!
    for (const share of [0, 0.3, 0.9]) drawMotion(pen, motion, share, { accent: 'accent', bad: 'bad' })
    expect(calls.map(({ method }) => method)).not.toContain('fillText')
  })
})

describe('nothing is seen to move', () => {
  const still = (before: Scene | null, after: Scene, elapsed = LATER) =>
    expect(motionBetween(before, after, elapsed)).toBeNull()

  it('when no border has changed', () => still(at(1, '[64](64)'), at(2, '(64)(64)')))
  it('at first', () => still(null, at(2, '[64](64)')))
  it('while stepping fast', () => still(at(1, '(128)'), at(2, '[64](64)'), 80))
  it('when the moments are not a step apart', () => still(at(1, '(128)'), at(4, '[64](64)')))
  it('when the map shows another stretch', () => {
    still(at(1, '[128](128)[128]'), at(2, '[128](64)(64)[128]', 0x1080))
  })
  it('when too much changes at once', () => {
    still(at(1, '(64)'.repeat(2).concat('[32]').repeat(4)), at(2, '(128)[32]'.repeat(4)))
  })
})
