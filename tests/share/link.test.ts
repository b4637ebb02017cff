import { expect, test } from 'vitest'
import { hasLink, linkHash, readLink } from '../../src/share/index.ts'
import { CLASSROOM } from './support.ts'

const hash = linkHash(CLASSROOM).text

test('a hash is a number sign and the text', () => {
  expect(hash).toMatch(/^#1\.[\w-]+$/)
  expect(linkHash(CLASSROOM).length).toBe(hash.length)
})

test('is read with and without the number sign', () => {
  expect(readLink(hash)).toEqual({ ok: true, value: CLASSROOM })
  expect(readLink(hash.slice(1))).toEqual({ ok: true, value: CLASSROOM })
})

test.each(['.', ')', '>', '",', ' \n', '!'])('%j stuck to its end does no harm', (stuck) => {
  expect(readLink(hash + stuck).ok).toBe(true)
})

test.each([
  ['#1.abc', true],
  ['#99.x', true],
  ['#about', false],
  ['', false],
  ['#', false],
])('%j is meant as a link: %s', (text, expected) => {
  expect(hasLink(text)).toBe(expected)
})
