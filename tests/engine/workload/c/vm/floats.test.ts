import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assembler, bits, runBody } from './assemble.ts'

const SEED = { seed: 7, numRuns: 100 }

/** f[a] = x. */
function constant(a: Assembler, r: number, x: number): Assembler {
  const [low, high] = new Int32Array(Float64Array.of(x).buffer)
  return a.op('FIMM', r, 0, 0, low!, high!)
}

function converted(x: number): readonly bigint[] {
  const vm = runBody((a) =>
    constant(a, 2, x).op('S32_F', 3, 2).op('U32_F', 4, 2).op('S64_F', 5, 2).op('U64_F', 6, 2),
  )
  return [
    BigInt(vm.register(3).low),
    BigInt(vm.register(4).low >>> 0),
    BigInt.asIntN(64, bits(vm, 5)),
    bits(vm, 6),
  ]
}

test('arithmetic and comparisons are those of doubles', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (x, y) => {
      const vm = runBody((a) => {
        constant(a, 2, x)
        constant(a, 3, y)
        a.op('FADD', 4, 2, 3).op('FSUB', 5, 2, 3).op('FMUL', 6, 2, 3).op('FDIV', 7, 2, 3).op('FNEG', 8, 2)
        a.op('FLT', 9, 2, 3).op('FLE', 10, 2, 3).op('FEQ', 11, 2, 3).op('FNE', 12, 2, 3).op('FBOOL', 13, 2)
        a.op('FROUND', 14, 2)
      })
      const doubles = [4, 5, 6, 7, 8, 14].map((r) => vm.register(r).double)
      expect(doubles).toEqual([x + y, x - y, x * y, x / y, -x, Math.fround(x)])
      const truths = [9, 10, 11, 12, 13].map((r) => vm.register(r).low === 1)
      expect(truths).toEqual([x < y, x <= y, x === y, x !== y, x !== 0])
    }),
    SEED,
  )
})

describe('conversions', () => {
  test('from integers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (x) => {
        const vm = runBody((a) =>
          a.imm64(2, x).op('F_S32', 3, 2).op('F_U32', 4, 2).op('F_S64', 5, 2).op('F_U64', 6, 2),
        )
        expect([3, 4, 5, 6].map((r) => vm.register(r).double)).toEqual([
          Number(BigInt.asIntN(32, x)),
          Number(BigInt.asUintN(32, x)),
          Number(BigInt.asIntN(64, x)),
          Number(x),
        ])
      }),
      SEED,
    )
  })

  test('to integers, toward zero', () => {
    expect(converted(-3.9)).toEqual([-3n, 4294967293n, -3n, 2n ** 64n - 3n])
    expect(converted(2 ** 40 + 0.5)).toEqual([-2147483648n, 0n, 2n ** 40n, 2n ** 40n])
    expect(converted(2147483647.5)).toEqual([2147483647n, 2147483647n, 2147483647n, 2147483647n])
  })

  test('out of range as gcc on x86-64 gives it', () => {
    const most = -(2n ** 63n)
    expect(converted(2 ** 63)).toEqual([-2147483648n, 0n, most, 2n ** 63n])
    expect(converted(2 ** 64)).toEqual([-2147483648n, 0n, most, 0n])
    expect(converted(Number.NaN)).toEqual([-2147483648n, 0n, most, 2n ** 63n])
    expect(converted(Number.NEGATIVE_INFINITY)).toEqual([-2147483648n, 0n, most, 2n ** 63n])
  })
})
