import { expect, test } from 'vitest'
import { addressText, bytesText, counted, thousands } from '../../src/engine/format.ts'

test('numbers have commas, on every host the same', () => {
  expect([0, 999, 1000, 1234567, -4096].map(thousands)).toEqual(['0', '999', '1,000', '1,234,567', '-4,096'])
})

test('what a number cannot hold exactly is said to be rounded', () => {
  expect(thousands(2 ** 53 - 1)).toBe('9,007,199,254,740,991')
  expect(bytesText(65 * 2 ** 56)).toBe('about 4.68 × 10^18 bytes')
})

test('counts have their nouns', () => {
  expect([counted(1, 'chunk'), counted(2, 'chunk'), bytesText(1), bytesText(1024)]).toEqual([
    '1 chunk',
    '2 chunks',
    '1 byte',
    '1,024 bytes',
  ])
})

test("addresses are hexadecimal, but for the homework's small ones", () => {
  expect([0x555555559010, 1008, 0x10000, 0].map(addressText)).toEqual([
    '0x555555559010',
    '1008',
    '0x10000',
    '0x0',
  ])
})
