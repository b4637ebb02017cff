import { expect, test } from 'vitest'
import { decode, encode, type Read, readLink, readScenarioFile } from '../../src/share/index.ts'
import { type Dice, diceOf, hostileFile, hostileLink } from './hostile.ts'

/** Reads `count` texts; each gives a sentence, or a scenario that can be shared again. Answers how many were refused. */
function readAll(count: number, make: (dice: Dice) => string, read: (text: string) => Read): number {
  const dice = diceOf(7)
  let refused = 0
  for (let i = 0; i < count; i++) {
    const text = make(dice)
    const result = read(text)
    if (result.ok) {
      const again = decode(encode(result.value).text)
      if (!again.ok) throw new Error(`${i}: ${again.reason}`)
      expect(again.value.scenario, `${i}`).toEqual(result.value.scenario)
      expect(Object.keys(result.value.view)).not.toContain('__proto__')
    } else {
      refused++
      if (!/^[A-Z].{10,400}\.$/su.test(result.reason)) throw new Error(`${i}: ${result.reason}`)
    }
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  return refused
}

test('2,000 hostile links are refused with a sentence, or hold a scenario', () => {
  expect(readAll(2000, hostileLink, readLink)).toBeGreaterThan(1200)
})

test('2,000 hostile files likewise', () => {
  expect(readAll(2000, hostileFile, readScenarioFile)).toBeGreaterThan(1200)
})
