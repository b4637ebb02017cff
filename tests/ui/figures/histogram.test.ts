import { describe, expect, it } from 'vitest'
import { drawHistogram, histogramsOf, histogramText } from '../../../src/ui/figures/histogram.ts'
import type { Tint } from '../../../src/ui/figures/model.ts'
import { NAMED_PALETTE, recordingPen, wordsIn } from '../../support/pen.ts'
import { ran } from '../../support/scenarios.ts'

const TINTS = { live: 'live' } as Readonly<Record<Tint, string>>

/** Blocks of 0, 100, 100 and 5,000 bytes; one of 100 lives for three operations, the one of 0 for one. */
const session = ran(['a 0 0', 'f 0', 'a 1 100', 'a 2 5000', 'a 3 100', 'f 1'], { allocator: 'first-fit' })

describe('the histograms', () => {
  const [sizes, lifetimes] = histogramsOf(session.blocks(5))

  it('count blocks by powers of two, from the first bin with a block to the last', () => {
    expect(sizes!.bins[0]).toEqual({ range: '0', living: 0, freed: 1 })
    expect(sizes!.bins.at(-1)).toEqual({ range: '4K–8K', living: 1, freed: 0 })
    expect(sizes!.bins.find(({ range }) => range === '64–127')).toEqual({
      range: '64–127',
      living: 1,
      freed: 1,
    })
  })

  it('count lives in operations, and of blocks that live their age', () => {
    expect(lifetimes!.bins.map(({ range, living, freed }) => [range, living, freed])).toEqual([
      ['1', 1, 1],
      ['2–3', 1, 1],
    ])
  })

  it('know the blocks up to a moment only', () => {
    const [before] = histogramsOf(session.blocks(2))
    expect(before!.bins.map(({ living, freed }) => living + freed)).toEqual([1, 0, 0, 0, 0, 0, 0, 1])
    expect(session.blocks(2)).toMatchObject({ operation: 2, blocks: 2, living: 1 })
  })

  it('say the same in words', () => {
    expect(histogramText(lifetimes!)).toBe(
      'Lifetimes of blocks. 1 operations: 1 freed, 1 live; 2–3 operations: 1 freed, 1 live.',
    )
    expect(histogramText(histogramsOf(ran(['f -1']).blocks(0))[0]!)).toBe('Sizes of blocks: no block yet.')
  })

  it('write the range below each bar and the count above it', () => {
    const { pen, calls } = recordingPen()
    drawHistogram(pen, lifetimes!, { width: 300, height: 120 }, TINTS, NAMED_PALETTE)
    expect(wordsIn(calls)).toEqual(['1', '2', '2–3', '2'])
    expect(calls.filter(({ method, fill }) => method === 'fillRect' && fill === 'live')).toHaveLength(2)
    expect(calls.filter(({ method }) => method === 'rect')).toHaveLength(2)
  })
})
