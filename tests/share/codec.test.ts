import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dictionaryOf } from '../../src/share/dictionaries/index.ts'
import { decode, encode, LINK_LIMIT, type Read, readLink, type Saved } from '../../src/share/index.ts'
import { fixtureText } from '../support/fixtures.ts'
import { anySaved, CLASSROOM, EXERCISE, linkTo } from './support.ts'

const problemOf = (read: Read) => (read.ok ? null : read.problem)

/** Links that people may have kept, with what they carry. */
function linksOf(version: number): { readonly link: string; readonly saved: Saved }[] {
  return JSON.parse(fixtureText(`links/version-${version}.json`))
}

describe('there and back', () => {
  test('any scenario', () => {
    fc.assert(
      fc.property(anySaved, (saved) => {
        expect(decode(encode(saved).text)).toEqual({ ok: true, value: saved })
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  test('the same scenario gives the same text', () => {
    expect(encode(structuredClone(CLASSROOM)).text).toBe(encode(CLASSROOM).text)
  })

  test.each([1, 2])('links of version %i are read for ever', (version) => {
    for (const { link, saved } of linksOf(version)) {
      expect(link.startsWith(`#${version}.`)).toBe(true)
      expect(readLink(link)).toEqual({ ok: true, value: saved })
    }
  })

  test('what links of version 1 carried gives the same scenarios as a link of today', () => {
    for (const { saved } of linksOf(1)) expect(decode(encode(saved).text)).toEqual({ ok: true, value: saved })
  })

  test.each([
    [1, '9538798eba3bb4f7'],
    [2, 'cac0e3b17f8e72e7'],
  ])('the dictionary of version %i is part of the format', (version, digest) => {
    expect(createHash('sha256').update(dictionaryOf(version)).digest('hex').slice(0, 16)).toBe(digest)
  })
})

describe('length', () => {
  test('a classroom scenario stays short', () => {
    expect(encode(CLASSROOM).length).toBeLessThan(500)
  })

  test('options equal to the preset’s are left out', () => {
    const { scenario } = CLASSROOM
    const options = { ...scenario.allocator.options, placement: 'best', tag: '8' }
    const wordy: Saved = { ...CLASSROOM, scenario: { ...scenario, allocator: { id: 'best-fit', options } } }
    expect(encode(wordy).text).toBe(encode(CLASSROOM).text)
  })

  test('what is too long for a link says so', () => {
    const lines = Array.from({ length: 4000 }, (_, i) => `a ${i} ${(i * 7919) % 5003}\n`).join('')
    const source = { kind: 'trace', name: 'long.rep', text: lines } as const
    const encoded = encode({ ...CLASSROOM, scenario: { ...CLASSROOM.scenario, source } })
    expect([encoded.tooLong, encoded.length > LINK_LIMIT]).toEqual([true, true])
    expect(decode(encoded.text).ok).toBe(true)
    expect(encode(CLASSROOM).tooLong).toBe(false)
  })
})

describe('what cannot be read', () => {
  const { text } = encode(CLASSROOM)

  test.each(['', 'about', '1', '1,abc', '0.abc', '-1.abc', '1.5.x', 'x.abc', '1.!'])(
    '%j is not ours',
    (hash) => {
      expect(problemOf(decode(hash))).toBe('not ours')
    },
  )

  test('a newer version is named', () => {
    const read = decode(`7${text.slice(1)}`)
    expect(read).toMatchObject({ ok: false, problem: 'newer' })
    expect(read.ok ? '' : read.reason).toContain('version 7')
  })

  test('every beginning of a link is known to be cut off', () => {
    for (let end = 2; end < text.length - 2; end++) {
      expect(problemOf(decode(text.slice(0, end))), `${end}`).toBe('truncated')
    }
  })

  test('every changed character is noticed', () => {
    for (let at = 2; at < text.length - 1; at++) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
      expect(['corrupt', 'truncated'], `${at}`).toContain(problemOf(decode(changed)))
    }
  })

  test('what unpacks to very much is stopped early', () => {
    const bomb = linkTo(new Uint8Array(30_000_000))
    const start = performance.now()
    expect(problemOf(decode(bomb))).toBe('too large')
    expect(performance.now() - start).toBeLessThan(1000)
    expect(problemOf(decode(`1.${'A'.repeat(5_000_000)}`))).toBe('too large')
  })

  test.each(['', 'null', '[]', '7', '{', '{"c":', '['.repeat(100_000), '{"c":'.repeat(100_000), '\u0000'])(
    'contents %#',
    (json) => {
      expect(['corrupt', 'invalid', 'truncated']).toContain(problemOf(decode(linkTo(json))))
    },
  )
})

describe('any text', () => {
  const valid = fc.sample(anySaved, { seed: 5, numRuns: 200 }).map((saved) => encode(saved).text)
  const character = fc.constantFrom(...'ABCXYZabcxyz019-_.%#=+/ é')
  const edit = fc.record({
    at: fc.nat(3000),
    removed: fc.nat(4),
    added: fc.string({ unit: character, maxLength: 4 }),
  })
  const damaged = fc.tuple(fc.constantFrom(...valid), fc.array(edit, { maxLength: 3 })).map(([text, edits]) =>
    edits.reduce((old, { at, removed, added }) => {
      const place = at % (old.length + 1)
      return old.slice(0, place) + added + old.slice(place + removed)
    }, text),
  )

  test('5,000 damaged links: a reason or a valid scenario, never an exception', () => {
    let longest = 0
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 9, arbitrary: damaged },
          fc.string(),
          fc.string().map((s) => `1.${s}`),
        ),
        (text) => {
          const start = performance.now()
          const read = decode(text)
          longest = Math.max(longest, performance.now() - start)
          if (read.ok ? encode(read.value).length === 0 : read.reason === '') throw new Error('neither')
        },
      ),
      { seed: 6, numRuns: 5000 },
    )
    expect(longest).toBeLessThan(1000)
  })

  test('any JSON in an undamaged link', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        expect(decode(linkTo(json)).ok).toBe(false)
      }),
      { seed: 7, numRuns: 1000 },
    )
  })
})

test('the exercise has twenty calls', () => expect(EXERCISE.trim().split('\n').length).toBe(24))
