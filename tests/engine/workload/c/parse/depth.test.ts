import { describe, expect, test } from 'vitest'
import { messages } from './reading.ts'

const inFunction = (text: string) => `void f(void) { ${text} }`

/** What may be long without being deep. */
const LONG: readonly [name: string, source: string][] = [
  ['sums', `int x = 1${' + 1'.repeat(100_000)};`],
  ['commas', inFunction(`x${', x'.repeat(100_000)};`)],
  ['calls of what was returned', inFunction(`x${'()'.repeat(100_000)};`)],
  ['pointers to pointers', `int ${'*'.repeat(100_000)}x;`],
  ['arrays of arrays', `int x${'[1]'.repeat(100_000)};`],
  ['else if', inFunction(`${'if (x) y; else '.repeat(999)}z;`)],
  ['labels', inFunction(`${'case 1: '.repeat(999)}z;`)],
]

/** What is deep, and by how many levels it may be. */
const DEEP: readonly [name: string, open: string, close: string][] = [
  ['parentheses', 'int x = ', '('],
  ['minus signs', 'int x = ', '- '],
  ['casts', 'int x = ', '(int)'],
  ['calls', 'int x = ', 'f('],
  ['choices', 'int x = ', '1 ? 2 : '],
  ['initialisers', 'int x = ', '{'],
  ['blocks', 'void f(void) ', '{'],
  ['loops', 'void f(void) {', 'for (;;) '],
  ['assignments', 'void f(void) {', 'x = '],
  ['declarators', 'int ', '('],
  ['parameters', 'int x', '(int'],
  ['structs', '', 'struct {'],
  ['typeof', '', 'typeof('],
  ['attributes', '', '__attribute__((aligned('],
  ['statement expressions', 'void f(void) {', '({'],
  ['functions in functions', '', 'void f(void) {'],
]

describe('the stack', () => {
  test.each(LONG)('is not touched by long chains of %s', (_, source) => {
    expect(messages(source)).toEqual([])
  })

  test.each(DEEP)('is kept from too many %s', (_, open, level) => {
    const found = messages(open + level.repeat(20_000))
    expect(found.at(-1)).toMatch(/nested deeper than 256 levels$/)
  })

  test('allows what programs have', () => {
    expect(messages(`int x = ${'('.repeat(250)}1${')'.repeat(250)};`)).toEqual([])
    expect(messages(inFunction(`${'if (x) {'.repeat(127)}${'}'.repeat(127)}`))).toEqual([])
  })

  test('of else-ifs and labels ends somewhere', () => {
    expect(messages(inFunction(`${'if (x) y; else '.repeat(1001)}z;`))).toEqual([
      '1:15016: more than 1000 `else if` in a row',
    ])
    expect(messages(inFunction('a: '.repeat(1001)))).toEqual(['1:3020: more than 1000 labels in a row'])
  })
})
