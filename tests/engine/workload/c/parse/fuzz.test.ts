import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tokens } from '../../../../../src/engine/workload/c/token.ts'
import { fuzz, readFrontEnd } from '../fuzz.ts'
import { SEEDS } from '../fuzz-seeds.ts'
import { messages, readTokens, tokensOf } from './reading.ts'

const PROGRAMS: readonly Tokens[] = SEEDS.map((text) => tokensOf(text.replace(/^#include.*$/gm, '')))
const POOL = PROGRAMS.flatMap((tokens) => tokens.slice(0, -1))

/** A program in which some stretches of tokens give way to tokens from anywhere. */
const mutated = fc
  .tuple(
    fc.constantFrom(...PROGRAMS),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 }), fc.array(fc.constantFrom(...POOL), { maxLength: 5 })), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([tokens, changes]) => {
    const body = tokens.slice(0, -1)
    for (const [at, gone, put] of changes) body.splice(at % (body.length + 1), gone, ...put)
    return [...body, tokens.at(-1)!]
  })

describe('the parser', () => {
  test('takes the seeds as they are', () => {
    for (const text of SEEDS) {
      const types = 'typedef __builtin_va_list va_list;\n'
      expect(
        messages(types + text.replace(/^#include.*$/gm, '').replace(/^.*va_(start|arg|end).*$/gm, '')),
      ).toEqual([])
    }
  })

  test('takes any tokens', () => {
    fc.assert(
      fc.property(mutated, (tokens) => {
        readTokens(tokens)
      }),
      { seed: 7, numRuns: 500 },
    )
  })

  test('takes any text, and its messages stand in it', () => {
    expect(fuzz(readFrontEnd, 500, 1)).toEqual([])
  })

  test('is watched by a harness that notices', () => {
    const refuse = (text: string) => {
      if (!text.includes('return')) throw new Error('no return')
    }
    expect(fuzz(refuse, 100, 1).length).toBeGreaterThan(0)
  })
})
