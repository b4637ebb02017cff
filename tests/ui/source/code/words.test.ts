import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeWords, markedWords } from '../../../../src/ui/source/code/words.ts'

const kinds = (line: string) =>
  codeWords(line)[0]!
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, text }) => `${kind} ${text.trim()}`)

const joined = (words: readonly { readonly text: string }[]) => words.map(({ text }) => text).join('')

describe('the words of C', () => {
  it.each([
    ['int x = 0x1f;', ['keyword int', 'plain x', 'plain =', 'number 0x1f', 'plain ;']],
    ['#include "a.h"', ['directive #include', 'string "a.h"']],
    [`char c = '\\'';`, ['keyword char', 'plain c', 'plain =', `string '\\''`, 'plain ;']],
    ['puts("a\\"b"); // say', ['plain puts', 'plain (', 'string "a\\"b"', 'plain );', 'comment // say']],
    ['1.5e-3f', ['number 1.5e-3f']],
  ])('%s', (line, expected) => {
    expect(kinds(line)).toEqual(expected)
  })

  it('carry a comment over lines', () => {
    const lines = codeWords('a /* b\nc\nd */ e')
    expect(lines.map((words) => words.at(-1)!.kind)).toEqual(['comment', 'comment', 'plain'])
  })

  it('are together the line, whatever it is', () => {
    const letters = fc.constantFrom(...'ab1 \t"\'/*#\\.+;(é')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), fc.nat(40), fc.nat(40), (line, from, to) => {
        const words = codeWords(line)[0]!
        expect(joined(words)).toBe(line)
        expect(joined(markedWords(words, from, to))).toBe(line)
        expect(joined(markedWords(words, from, to).filter(({ marked }) => marked))).toBe(line.slice(from, to))
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})
