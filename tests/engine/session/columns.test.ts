import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countBelow } from '../../../src/engine/session/columns.ts'

it('numbers of a column below a value are counted as one would by looking at each', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 30 }), fc.nat(30), fc.nat(22), (numbers, most, value) => {
      const column = Int32Array.from(numbers.sort((a, b) => a - b))
      const length = Math.min(most, column.length)
      const expected = column.subarray(0, length).filter((number) => number < value).length
      expect(countBelow(column, length, value)).toBe(expected)
    }),
    { seed: 5, numRuns: 300 },
  )
})
