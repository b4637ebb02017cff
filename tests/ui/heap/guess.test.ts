import { describe, expect, it } from 'vitest'
import { drawGuess, guessMarks } from '../../../src/ui/heap/guess.ts'
import { sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, recordingPen, wordsIn } from '../../support/pen.ts'

const QUESTION = {
  kind: 'place',
  operation: 0,
  words: '',
  choices: [
    { label: 'a', entries: null, place: { from: 0x1000, to: 0x1040 }, right: true, remark: '' },
    { label: 'b', entries: null, place: { from: 0x1080, to: 0x1100 }, right: false, remark: '' },
    { label: 'New memory from the kernel', entries: null, place: null, right: false, remark: '' },
  ],
  subject: null,
  outcome: { from: 0x1000, to: 0x1020 },
  because: '',
} as const

const asked = (at: number, told: Parameters<typeof guessMarks>[0]['told'] = null) =>
  guessMarks({ question: QUESTION, at, told, settled: new Set(), streak: 0, scores: {} })

describe('what a question marks on the map', () => {
  it('is the place that is pointed at, and nothing of the answer', () => {
    expect(asked(-1)).toEqual([])
    expect(asked(1)).toEqual([{ from: 0x1080, to: 0x1100, tone: 'pointed', label: 'here?' }])
    expect(asked(2)).toEqual([])
  })

  it('is the true place, and the wrong one, when it was answered', () => {
    const right = { from: 0x1000, to: 0x1020, tone: 'right', label: 'it lands here' }
    expect(asked(0, { verdict: 'right', choice: 0 })).toEqual([right])
    expect(asked(1, { verdict: 'wrong', choice: 1 }).map(({ tone }) => tone)).toEqual(['wrong', 'right'])
    expect(asked(-1, { verdict: 'skipped', choice: -1 })).toEqual([right])
  })
})

it('outlines a mark in each row that it lies in, and names it once', () => {
  const scene = sceneOf(momentOf('(64)[64](128)'), { width: 600, height: 500 }, 0, 96)
  const { pen, calls } = recordingPen()
  drawGuess(pen, scene.layout, asked(1), NAMED_PALETTE)
  const strokes = calls.filter(({ method, stroke }) => method === 'stroke' && stroke === 'accent')
  expect(strokes).toHaveLength(2)
  expect(wordsIn(calls)).toEqual(['here?'])
})

it('keeps the name on the map where a mark begins at its right edge', () => {
  const scene = sceneOf(momentOf('[88](128)'), { width: 600, height: 500 }, 0, 96)
  const { pen, calls } = recordingPen()
  drawGuess(
    pen,
    scene.layout,
    [{ from: 0x1058, to: 0x10d8, tone: 'right', label: 'it lands here' }],
    NAMED_PALETTE,
  )
  const [name] = calls.filter(({ method }) => method === 'fillText')
  expect(Number(name?.args[1]) + 7 * 'it lands here'.length).toBeLessThanOrEqual(
    scene.layout.left + scene.layout.width,
  )
})
