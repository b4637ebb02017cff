import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Caller } from './calls.ts'
import { hasGcc, outputOfGcc } from './gcc.ts'

/** Functions that IEEE 754 and C99 define to the last bit. */
const EXACT_UNARY = ['sqrt', 'floor', 'ceil', 'trunc', 'round', 'rint', 'nearbyint', 'fabs', 'logb']
const EXACT_BINARY = ['fmod', 'remainder', 'fmax', 'fmin', 'fdim', 'copysign', 'nextafter']
/** Functions that come near: the largest relative error that we allow. */
const NEAR: readonly (readonly [name: string, error: number])[] = [
  ['exp', 1e-15],
  ['exp2', 1e-15],
  ['log', 1e-15],
  ['log2', 1e-15],
  ['log10', 1e-15],
  ['sin', 1e-15],
  ['cos', 1e-15],
  ['tan', 1e-15],
  ['atan', 1e-15],
  ['sinh', 1e-15],
  ['cbrt', 1e-15],
  ['tgamma', 1e-13],
  ['lgamma', 1e-12],
  ['erf', 1e-14],
  ['erfc', 1e-12],
]

const c = new Caller()

// The caller's arguments are integers for most functions; here they are the doubles themselves.
function call(name: string, ...args: number[]): number {
  return c.double(name, ...args)
}

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.integer({ min: -20, max: 20 }).map((n) => n / 2),
)

function literal(x: number): string {
  return Object.is(x, -0) ? '-0.0' : /[.e]/.test(String(x)) ? String(x) : `${x}.0`
}

describe('math', () => {
  it('scales with one rounding, down to the smallest numbers', () => {
    expect(call('ldexp', 1, -1074)).toBe(5e-324)
    expect(call('ldexp', 1.5, -1075)).toBe(5e-324)
    expect(call('ldexp', 1, 1024)).toBe(Infinity)
    expect(call('ldexp', 5e-324, 1074)).toBe(1)
    expect(call('fma', 1 + 2 ** -30, 1 + 2 ** -30, -1 - 2 ** -29)).toBe(2 ** -60)
  })

  it('takes numbers apart', () => {
    expect(call('frexp', 24, c.base)).toBe(0.75)
    expect(c.process.memory.load32(c.base)).toBe(5)
    expect(call('modf', -3.25, c.base)).toBe(-0.25)
    expect(c.long('lround', 2.5)).toBe(3)
    expect(c.long('lrint', 2.5)).toBe(2)
    expect(c.int('ilogb', 0.1)).toBe(-4)
  })

  it.skipIf(!hasGcc)('agrees with libm', () => {
    const pairs = fc.sample(fc.tuple(value, value), { seed: 3, numRuns: 200 })
    const unary = [...EXACT_UNARY, ...NEAR.map(([name]) => name)]
    const lines = [
      ...unary.map((name) => `for (int i = 0; i < ${pairs.length}; i++) printf("%.17g\\n", ${name}(x[i]));`),
      ...EXACT_BINARY.map(
        (name) => `for (int i = 0; i < ${pairs.length}; i++) printf("%.17g\\n", ${name}(x[i], y[i]));`,
      ),
    ]
    const theirs = outputOfGcc(
      `#include <math.h>\n#include <stdio.h>\nstatic double x[] = {${pairs.map((p) => literal(p[0]))}}, y[] = {${pairs.map((p) => literal(p[1]))}};\nint main(void) { ${lines.join('\n')} }`,
    )
      .trim()
      .split('\n')
      .map(number)
    const ours = [
      ...unary.flatMap((name) => pairs.map(([x]) => ({ name, x, y: 0, result: call(name, x) }))),
      ...EXACT_BINARY.flatMap((name) => pairs.map(([x, y]) => ({ name, x, y, result: call(name, x, y) }))),
    ]
    const limits = new Map(NEAR)
    const wrong = ours
      .map((each, i) => ({ ...each, theirs: theirs[i]! }))
      .filter(({ name, result, theirs: right }) => !isNear(result, right, limits.get(name) ?? 0))
    expect(wrong.slice(0, 10)).toEqual([])
  })
})

function number(text: string): number {
  return text.includes('nan')
    ? Number.NaN
    : text.includes('inf')
      ? Number(text.replace('inf', 'Infinity'))
      : Number(text)
}

function isNear(left: number, right: number, error: number): boolean {
  if (Object.is(left, right) || left === right) return true
  return Math.abs(left - right) <= error * Math.max(Math.abs(left), Math.abs(right))
}
