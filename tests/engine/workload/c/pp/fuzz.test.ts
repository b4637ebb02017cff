import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { expanded, run } from './support.ts'

test('mutated programs are read to an end', () => {
  expect(fuzz(1_000, 1).count).toBe(1_000)
})

test('any text is read to an end, tokens in order', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom(
      '#',
      '\n',
      '"',
      "'",
      '\\\n',
      '/*',
      '(',
      ')',
      ',',
      '#define f(x) x\n',
      'f',
      '#if ',
      '\n#endif\n',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { tokens, isStopped } = run(pieces.join(''))
      if (isStopped) return
      expect(tokens.at(-1)?.kind).toBe('end')
      for (let i = 1; i < tokens.length; i++)
        expect(tokens[i]!.place.line).toBeGreaterThanOrEqual(tokens[i - 1]!.place.line)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('conditions are computed as JavaScript computes them', () => {
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      fc.integer({ min: 0, max: 99 }).map(String),
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '&', '|', '^'), tie('expression'))
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      tie('expression').map((a) => `(-${a})`),
    ),
  }))
  fc.assert(
    fc.property(expression, (text) => {
      const exact = text.replace(/\d+/g, '$&n')
      const value = BigInt.asIntN(64, new Function(`return ${exact}`)() as bigint)
      const wanted = value < 0n ? `(${value + 1n} - 1)` : `${value}`
      expect(expanded(`#if ${text} == ${wanted}\nyes\n#endif`)).toBe('yes')
    }),
    { seed: 2, numRuns: 300 },
  )
})
