import { describe, expect, it } from 'vitest'
import { bytesText, counted, thousands } from '../../src/engine/format.ts'

describe('numbers in words', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
    [-4096, '-4,096'],
    [2 ** 53, '9,007,199,254,740,992'],
    [1e30, '1e+30'],
  ])('puts commas between the thousands of %s', (value, text) => {
    expect(thousands(value)).toBe(text)
  })

  it('counts in singular and plural', () => {
    expect(bytesText(1)).toBe('1 byte')
    expect(bytesText(0)).toBe('0 bytes')
    expect(counted(1024, 'chunk')).toBe('1,024 chunks')
  })
})
