import { expect, test } from 'vitest'
import { hasLink, isEmbedded, linkHash, readLink, VERSION } from '../../src/share/index.ts'
import { CLASSROOM } from './support.ts'

const hash = linkHash(CLASSROOM).text

test('a hash is a number sign and the text', () => {
  expect(hash).toMatch(new RegExp(`^#${VERSION}\\.[\\w-]+$`))
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
  ['#embed.2.abc', true],
  ['#embed.nonsense', true],
  ['#embed', false],
  ['#about', false],
  ['', false],
  ['#', false],
])('%j is meant as a link: %s', (text, expected) => {
  expect(hasLink(text)).toBe(expected)
})

test('a link for a frame says so in front, and carries the same', () => {
  const embedded = linkHash(CLASSROOM, true).text
  expect(embedded).toBe(hash.replace('#', '#embed.'))
  expect([isEmbedded(embedded), isEmbedded(hash)]).toEqual([true, false])
  expect(readLink(embedded)).toEqual(readLink(hash))
})

test('a million marks in a link take no time to judge', () => {
  const start = performance.now()
  expect(readLink(`#2.${'.'.repeat(1_000_000)}x`).ok).toBe(false)
  expect(readLink(`#2.${'.'.repeat(1_000_000)}`).ok).toBe(false)
  expect(performance.now() - start).toBeLessThan(500)
})
