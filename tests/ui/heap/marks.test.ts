import { describe, expect, it } from 'vitest'
import { drawMarks } from '../../../src/ui/heap/marks.ts'
import { sceneOf } from '../../../src/ui/heap/scene.ts'
import type { Box } from '../../../src/ui/heap/shapes.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, recordingPen, wordsIn } from '../../support/pen.ts'

const rover = { address: 0x1040, name: 'rover' }
const head = { address: 0x1040, name: 'list head' }

/** What is written for marks on a small heap, and where from left to right. */
function drawn(marks: readonly { address: number; name: string }[], taken: readonly Box[] = []) {
  const moment = momentOf('[64](64)<256>', { marks })
  const { layout } = sceneOf(moment, { width: 800, height: 600 }, 0, 128)
  const { pen, calls } = recordingPen()
  drawMarks(pen, layout, moment, NAMED_PALETTE, taken)
  const [name] = calls.filter(({ method }) => method === 'fillText')
  return { words: wordsIn(calls), x: Number(name?.args[1]), y: Number(name?.args[2]) }
}

describe('marks of the allocator', () => {
  it('are named below the byte that they are at', () => {
    expect(drawn([rover]).words).toEqual(['rover'])
  })

  it('share a name where they are at the same byte', () => {
    expect(drawn([head, rover]).words).toEqual(['list head, rover'])
  })

  it('go out of the way of the tags of variables', () => {
    const { x, y } = drawn([rover])
    const tag = { x: x + 5, y: y - 4, width: 30, height: 14 }
    expect(drawn([rover], [tag]).x).toBeGreaterThanOrEqual(tag.x + tag.width)
    expect(drawn([rover], [{ ...tag, y: y + 60 }]).x).toBe(x)
  })

  it('are not drawn where the map does not reach', () => {
    expect(drawn([{ address: 0x900000, name: 'rover' }]).words).toEqual([])
  })
})
