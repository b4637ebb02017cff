import { describe, expect, it } from 'vitest'
import { drawTimeline } from '../../../src/ui/timeline/draw.ts'
import { frameOf, type TimelineModel, xOf } from '../../../src/ui/timeline/model.ts'
import { NAMED_PALETTE, type PenCall, recordingPen, wordsIn } from '../../support/pen.ts'

const SIZE = { width: 800, height: 90 }
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
    expect(Math.abs(Number(label?.args[1]) - x)).toBe(10)
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
      expect(parting === 0 ? at! > 0 : at! < SIZE.width - 10).toBe(true)
    }
  })
})
