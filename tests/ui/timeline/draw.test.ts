import { describe, expect, it } from 'vitest'
import { drawTimeline } from '../../../src/ui/timeline/draw.ts'
import { frameOf, type TimelineModel, xOf } from '../../../src/ui/timeline/model.ts'
import { NAMED_PALETTE, type PenCall, recordingPen, wordsIn } from '../../support/pen.ts'

const SIZE = { width: 800, height: 90 }
/** What the pen says the words are wide: seven a letter. */
const WORDS = 7 * 'they part company'.length
const MODEL: TimelineModel = {
  total: 10,
  done: 10,
  covered: 0,
  live: null,
  fragmentation: new Float64Array(0),
  findings: [],
  isCovered: false,
  parting: -1,
  pinned: -1,
  operation: 0,
}

function drawn(change: Partial<TimelineModel>): PenCall[] {
  const { pen, calls } = recordingPen()
  drawTimeline(pen, { ...MODEL, ...change }, SIZE, NAMED_PALETTE)
  return calls
}

describe('the timeline', () => {
  it('marks the operation at which compared allocators part company, in words too', () => {
    const calls = drawn({ parting: 6 })
    const x = xOf(frameOf(SIZE.width, SIZE.height), 10, 6)
    const label = calls.find(({ method }) => method === 'fillText')
    expect(label?.args[0]).toBe('they part company')
    expect(Number(label?.args[1])).toBe(x + 10)
    expect(
      calls.some(({ method, args, stroke }) => method === 'moveTo' && args[0] === x && stroke === 'written'),
    ).toBe(true)
  })

  it('says nothing of it while nothing is compared', () => {
    expect(wordsIn(drawn({}))).toEqual([])
  })

  it('keeps its words on the canvas at both ends', () => {
    for (const parting of [0, 9]) {
      const [at] = drawn({ parting })
        .filter(({ method }) => method === 'fillText')
        .map(({ args }) => Number(args[1]))
      expect(at! > 0 && at! + WORDS < SIZE.width).toBe(true)
    }
  })

  it('keeps its words out of the way of the line that says where the page is, and of the pin', () => {
    const { left } = frameOf(SIZE.width, SIZE.height)
    for (const [operation, pinned] of [
      [7, -1],
      [3, 7],
      [6, -1],
    ] as const) {
      const label = drawn({ parting: 6, operation, pinned }).find(({ method }) => method === 'fillText')
      const from = Number(label?.args[1])
      for (const mark of [operation, pinned].filter((each) => each >= 0)) {
        const x = xOf(frameOf(SIZE.width, SIZE.height), 10, mark)
        expect(x <= from || x >= from + WORDS).toBe(true)
      }
      expect(from).toBeGreaterThan(left)
    }
  })

  it('leaves room for its key where it is wide', () => {
    expect(frameOf(390, 64).left).toBe(16)
    expect(frameOf(800, 64).left).toBeGreaterThan(140)
  })
})
