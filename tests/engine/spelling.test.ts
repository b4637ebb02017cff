import { describe, expect, it } from 'vitest'
import { nearest, slipsBetween } from '../../src/engine/spelling.ts'

describe('slips', () => {
  it.each([
    ['main', 'main', 0],
    ['mian', 'main', 1],
    ['man', 'main', 1],
    ['maine', 'main', 1],
    ['mein', 'main', 1],
    ['retrun', 'return', 1],
    ['', 'main', 4],
  ])('between %s and %s: %i', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips)
    expect(slipsBetween(b, a)).toBe(slips)
  })
})

describe('the nearest name', () => {
  it('is one slip away, two for longer names', () => {
    expect(nearest('itn', ['char', 'int'])).toBe('int')
    expect(nearest('cuonter', ['count', 'counter'])).toBe('counter')
    expect(nearest('unsinged', ['signed', 'unsigned'])).toBe('unsigned')
  })

  it('is nobody for a name that is there, or far from all', () => {
    expect(nearest('int', ['int'])).toBe(null)
    expect(nearest('x', ['y', 'z'])).toBe(null)
    expect(nearest('width', ['height'])).toBe(null)
  })
})
