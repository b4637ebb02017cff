import { expect, test } from 'vitest'
import { makeUpgrade } from '../../src/share/upgrade.ts'

const append = (mark: string) => (old: unknown) => `${old}${mark}`

test('each version goes through all later steps', () => {
  const upgrade = makeUpgrade(3, { 1: append('b'), 2: append('c') })
  expect([1, 2, 3].map((version) => upgrade('a', version))).toEqual(['abc', 'ac', 'a'])
})

test('a gap is found at once', () => {
  expect(() => makeUpgrade(4, { 1: append('b'), 3: append('d') })).toThrow('no upgrader from version 2')
})

test('an upgrader from the newest version is a mistake', () => {
  expect(() => makeUpgrade(2, { 1: append('b'), 2: append('c') })).toThrow(
    'from version 2, but the newest is 2',
  )
})
