import { expect, test } from 'vitest'
import { targetOf } from '../../src/ui/targets.ts'
import { momentOf } from '../support/heap-picture.ts'

const MOMENT = momentOf('{16}[64](48)<4000>')

test.each([
  ['a block', 0x1018, { name: 'p[0]', dangling: false }],
  ['the last byte of a block', 0x104f, { name: 'p[0]', dangling: false }],
  ['a freed block', 0x1050, { name: 'free', dangling: true }],
  ['the top chunk', 0x1100, { name: 'free', dangling: true }],
  ["the allocator's own bytes", 0x1000, { name: 'the heap', dangling: false }],
  ['NULL', 0, null],
  ['a variable', 0x7fff0000, null],
])('a pointer to %s', (_what, target, expected) => {
  expect(targetOf(MOMENT, target)).toEqual(expected)
})
