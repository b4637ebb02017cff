import { expect, test } from 'vitest'
import { ALL, Shadow, USABLE } from '../../../../../src/engine/workload/c/vm/shadow.ts'
import { smallMemory, WINDOW } from '../../../memory/support.ts'

/** More than any address space has. */
const HUGE = 2 ** 48

function shadowOf(written: number): Shadow {
  const memory = smallMemory()
  memory.reserveWindow(WINDOW, WINDOW + 4096)
  const shadow = new Shadow(memory)
  shadow.mark(WINDOW, 4096, USABLE)
  shadow.mark(WINDOW, written, ALL)
  return shadow
}

test.each([
  ['downwards', 0, 8, [true, false]],
  ['upwards', 8, 0, [true, true]],
])('copies of more bytes than there are end at once: %s', (_, to, from, expected) => {
  const shadow = shadowOf(16)
  shadow.copied(WINDOW + to, WINDOW + from, HUGE)
  expect([7, 8].map((at) => shadow.has(WINDOW + at, 1, ALL))).toEqual(expected)
})

test('the first byte never written is found in a range without end', () => {
  expect(shadowOf(10).firstUnwritten(WINDOW, HUGE)).toBe(WINDOW + 10)
  expect(shadowOf(10).firstUnwritten(WINDOW + 4096, HUGE)).toBe(-1)
})
