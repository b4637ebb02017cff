import { describe, expect, it } from 'vitest'
import { drawScene, sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, recordingPen } from '../../support/pen.ts'

const SIZE = { width: 800, height: 600 }
/** In such rows a chunk of 32 bytes is less than three pixels wide. */
const MANY_BYTES = 8192

/** The rectangles filled with one paint on a map of very small chunks. */
function filled(picture: string, paint: string) {
  const { pen, calls } = recordingPen()
  drawScene(pen, sceneOf(momentOf(picture), SIZE, 0, MANY_BYTES), SIZE, NAMED_PALETTE)
  const rectangles = calls.filter(({ method, fill }) => method === 'fillRect' && fill === paint)
  return rectangles.map(({ args }) => ({ x: Number(args[0]), width: Number(args[2]) }))
}

const sum = (rectangles: readonly { readonly width: number }[]) =>
  rectangles.reduce((all, { width }) => all + width, 0)

describe('chunks of a few pixels', () => {
  it('that touch and are in one state are filled at once', () => {
    expect(filled('[32]'.repeat(100), 'usedSoft')).toHaveLength(1)
  })

  it('keep their borders to chunks in another state', () => {
    const picture = `${'[32]'.repeat(10)}${'(32)'.repeat(10)}${'[32]'.repeat(10)}`
    expect(filled(picture, 'usedSoft')).toHaveLength(2)
    expect(filled(picture, 'free')).toHaveLength(1)
  })

  it('have tags as wide as their bytes: a footer and the header behind it are one', () => {
    const one = filled('[32]', 'tag')
    const hundred = filled('[32]'.repeat(100), 'tag')
    expect(hundred.length).toBeLessThan(one.length * 100)
    expect(sum(hundred)).toBeCloseTo(sum(one) * 100)
  })
})
