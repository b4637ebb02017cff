import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/engine/session/index.ts'
import { frameOf, type TimelineModel, xOf } from '../../../src/ui/timeline/model.ts'
import { readingAt, readingLines } from '../../../src/ui/timeline/reading.ts'

const FRAME = frameOf(800, 90)
const FINDING = { kind: 'double-free', operation: 61_234, message: '' } as unknown as Finding
const MODEL: TimelineModel = {
  total: 100_000,
  done: 100_000,
  covered: 100_000,
  live: { name: 'live', min: Float64Array.of(0, 40, 80, 120), max: Float64Array.of(50, 40, 100, 120) },
  fragmentation: Float64Array.of(0, 0.25, 0.5, 0.755),
  findings: [FINDING],
  isCovered: false,
  parting: -1,
  pinned: -1,
  operation: 50_000,
}

const at = (operation: number, change: Partial<TimelineModel> = {}) =>
  readingAt({ ...MODEL, ...change }, FRAME, xOf(FRAME, MODEL.total, operation))

describe('a place on the timeline', () => {
  it('tells the operation and the figures of its stretch', () => {
    expect(readingLines(at(0)!)).toEqual(['Operation 1', '0 to 50 live bytes', '0 % external fragmentation'])
    expect(readingLines(at(30_000)!)).toEqual([
      'Operation 30,001',
      '40 live bytes',
      '25 % external fragmentation',
    ])
    expect(at(99_999)).toMatchObject({ live: [120, 120], fragmentation: 0.755 })
  })

  it('is the very operation of a finding whose mark is there', () => {
    const near = readingAt(MODEL, FRAME, xOf(FRAME, MODEL.total, FINDING.operation) + 4)
    expect(near).toMatchObject({ operation: 61_234, finding: FINDING })
    expect(readingLines(near!)[1]).toBe('Double free')
    expect(at(70_000)?.finding).toBeNull()
  })

  it('tells nothing of what a question is about, and behind it', () => {
    expect(at(50_000, { isCovered: true })).toMatchObject({ live: null, fragmentation: null })
    expect(at(40_000, { isCovered: true })?.live).not.toBeNull()
  })

  it('tells no figures of what has not been run, and nothing of an empty run', () => {
    expect(readingLines(at(60_000, { covered: 55_000, findings: [] })!)).toEqual(['Operation 60,001'])
    expect(readingAt({ ...MODEL, total: 0 }, FRAME, 10)).toBeNull()
  })
})
