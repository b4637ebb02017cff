import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shuffled } from '../../../src/state/predict/order.ts'

it('orders alternatives by the seed alone, and loses none', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
      const mixed = shuffled(items, seed)
      expect(mixed).toEqual(shuffled(items, seed))
      expect([...mixed].sort()).toEqual([...items].sort())
    }),
    { seed: 7, numRuns: 100 },
  )
})

it('puts the first one anywhere', () => {
  const places = new Set(Array.from({ length: 40 }, (_, seed) => shuffled([0, 1, 2, 3], seed).indexOf(0)))
  expect(places.size).toBe(4)
})
