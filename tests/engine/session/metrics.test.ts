import { describe, expect, it } from 'vitest'
import { externalFragmentation } from '../../../src/engine/fragmentation.ts'
import { Metrics } from '../../../src/engine/session/metrics.ts'

function recorded(live: readonly number[]): Metrics {
  const metrics = new Metrics(live.length)
  live.forEach((value, operation) => {
    metrics.record(operation, { ...metrics.at(-1), live: value, probes: operation })
  })
  return metrics
}

describe('metrics', () => {
  it('answers what was recorded after an operation, and zeros before the first', () => {
    const metrics = recorded([10, 20])
    expect(metrics.at(1)).toMatchObject({ live: 20, probes: 1 })
    expect(metrics.at(-1)).toMatchObject({ live: 0, heap: 0 })
  })

  it('thins a column to the smallest and largest value of each bucket', () => {
    const { min, max } = recorded([5, 1, 9, 3, 3, 8]).series('live', 0, 6, 3)
    expect([...min]).toEqual([1, 3, 3])
    expect([...max]).toEqual([5, 9, 8])
  })

  it('gives one bucket an operation when there is room, and NaN for what has not run', () => {
    const metrics = new Metrics(4)
    metrics.record(0, { ...metrics.at(-1), live: 7 })
    expect([...metrics.series('live', 0, 4, 100).max]).toEqual([7, Number.NaN, Number.NaN, Number.NaN])
  })

  it('measures external fragmentation as 1 - largest / all free bytes', () => {
    expect(externalFragmentation(1024, 128)).toBe(0.875)
    expect(externalFragmentation(0, 0)).toBe(0)
  })
})
