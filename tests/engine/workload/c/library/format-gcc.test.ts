import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Argument, format } from './format-cases.ts'
import { hasGcc, outputOfGcc } from './gcc.ts'

interface Case {
  readonly format: string
  readonly value: Argument
  /** The same argument in C. */
  readonly text: string
}

const SUFFIX: Readonly<Record<string, string>> = {
  hh: '',
  h: '',
  '': '',
  l: 'L',
  ll: 'LL',
  z: 'L',
  j: 'L',
  t: 'L',
}

const flags = fc.subarray(['-', '+', ' ', '#', '0']).map((all) => all.join(''))
const width = fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 30 }).map(String))
const precision = fc.oneof(
  fc.constant(''),
  fc.constant('.'),
  fc.integer({ min: 0, max: 40 }).map((n) => `.${n}`),
)

const integerCase = fc
  .tuple(
    flags,
    width,
    precision,
    fc.constantFrom('', 'hh', 'h', 'l', 'll', 'z', 'j', 't'),
    fc.constantFrom(...'diuoxX'),
    fc.oneof(fc.bigInt(-(2n ** 63n) + 1n, 2n ** 63n - 1n), fc.bigInt(-300n, 300n), fc.constant(0n)),
  )
  .map(([flag, wide, exact, length, letter, any]): Case => {
    const value = BigInt.asIntN(SUFFIX[length] === '' ? 32 : 64, any)
    const text = SUFFIX[length] === '' ? `(int)${value}LL` : `(long)${value}LL`
    return { format: `%${flag}${wide}${exact}${length}${letter}`, value, text }
  })

const special = fc.constantFrom(
  0,
  -0,
  0.5,
  1.5,
  2.5,
  0.125,
  9.5,
  99.5,
  999999.5,
  1e15,
  123456789,
  1e22,
  5e-324,
  1e-5,
  0.0001,
)
const double = fc.oneof(fc.double({ noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), special)

const floatCase = fc.tuple(flags, width, precision, fc.constantFrom(...'fFeEgGaA'), double).map(
  ([flag, wide, exact, letter, value]): Case => ({
    format: `%${flag}${wide}${exact}${letter}`,
    value,
    text: inC(value),
  }),
)

const extendedCase = fc.tuple(flags, precision, fc.constantFrom(...'aAfeg'), double).map(
  ([flag, exact, letter, value]): Case => ({
    format: `%${flag}${exact}L${letter}`,
    value,
    text: `(long double)${inC(value)}`,
  }),
)

function inC(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '(1e308 * 10)' : '(-1e308 * 10)'
  return Object.is(value, -0) ? '-0.0' : /[.e]/.test(String(value)) ? String(value) : `${value}.0`
}

const stringCase = fc
  .tuple(
    fc.subarray(['-', '0']).map((all) => all.join('')),
    width,
    precision,
    fc.constantFrom('hello', '', 'a b', null),
  )
  .map(
    ([flag, wide, exact, value]): Case => ({
      format: `%${flag}${wide}${exact}s`,
      value,
      text: value === null ? '(char *)0' : JSON.stringify(value),
    }),
  )

const pointerCase = fc
  .tuple(flags, width, fc.constantFrom(0n, 1n, 0x7fffffffe3a0n, -1n))
  .map(([flag, wide, value]): Case => ({ format: `%${flag}${wide}p`, value, text: `(void *)${value}L` }))

describe.skipIf(!hasGcc)('printf as glibc does it', () => {
  it('formats thousands of random values the same', () => {
    const any = fc.oneof(integerCase, floatCase, extendedCase, stringCase, pointerCase)
    const cases = fc.sample(any, { seed: 36, numRuns: 6000 })
    const lines = cases.map((each) => `printf("[${each.format}]\\n", ${each.text});`)
    const printed = outputOfGcc(
      `#include <stdio.h>\nint main(void) {\n${lines.join('\n')}\nreturn 0; }`,
    ).split('\n')
    const wrong = cases
      .map((each, i) => ({ ...each, theirs: printed[i], ours: format(`[${each.format}]`, each.value) }))
      .filter((each) => each.theirs !== each.ours)
    expect(wrong.slice(0, 12)).toEqual([])
  }, 60000)
})
