import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OP, type OpName } from '../../../../../src/engine/workload/c/bytecode.ts'
import { Assembler, bits, ENDLESS, runBody, vmFor } from './assemble.ts'

const SEED = { seed: 20240601, numRuns: 30 }

/** 64-bit numbers, often near an edge. */
const word = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.constantFrom(0n, 1n, 2n, 31n, 32n, 63n, 0x7fffffffn, 0x80000000n, 0xffffffffn, 2n ** 32n, 2n ** 53n),
  fc.constantFrom(2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n - 2n ** 32n),
  fc.bigInt({ min: 0n, max: 100000n }),
)

const u32 = (x: bigint) => BigInt.asUintN(32, x)
const s32 = (x: bigint) => BigInt.asIntN(32, x)
const u64 = (x: bigint) => BigInt.asUintN(64, x)
const s64 = (x: bigint) => BigInt.asIntN(64, x)
const yes = (x: boolean) => (x ? 1n : 0n)

type Model = (x: bigint, y: bigint) => bigint

/** Each operation on 32 bits as C defines it for its operands, or gcc where C does not. */
const MODELS_32: Partial<Record<OpName, Model>> = {
  ADD_32: (x, y) => x + y,
  SUB_32: (x, y) => x - y,
  MUL_32: (x, y) => x * y,
  DIVS_32: (x, y) => s32(x) / s32(y),
  DIVU_32: (x, y) => u32(x) / u32(y),
  REMS_32: (x, y) => s32(x) % s32(y),
  REMU_32: (x, y) => u32(x) % u32(y),
  AND_32: (x, y) => x & y,
  OR_32: (x, y) => x | y,
  XOR_32: (x, y) => x ^ y,
  SHL_32: (x, y) => x << (y & 31n),
  SHRS_32: (x, y) => s32(x) >> (y & 31n),
  SHRU_32: (x, y) => u32(x) >> (y & 31n),
  NEG_32: (x) => -x,
  NOT_32: (x) => ~x,
  EQ_32: (x, y) => yes(u32(x) === u32(y)),
  NE_32: (x, y) => yes(u32(x) !== u32(y)),
  LTS_32: (x, y) => yes(s32(x) < s32(y)),
  LES_32: (x, y) => yes(s32(x) <= s32(y)),
  LTU_32: (x, y) => yes(u32(x) < u32(y)),
  LEU_32: (x, y) => yes(u32(x) <= u32(y)),
  EQ_64: (x, y) => yes(x === y),
  NE_64: (x, y) => yes(x !== y),
  LTS_64: (x, y) => yes(s64(x) < s64(y)),
  LES_64: (x, y) => yes(s64(x) <= s64(y)),
  LTU_64: (x, y) => yes(x < y),
  LEU_64: (x, y) => yes(x <= y),
  SX_8: (x) => BigInt.asIntN(8, x),
  ZX_8: (x) => BigInt.asUintN(8, x),
  SX_16: (x) => BigInt.asIntN(16, x),
  ZX_16: (x) => BigInt.asUintN(16, x),
  BOOL_32: (x) => yes(u32(x) !== 0n),
  BOOL_64: (x) => yes(x !== 0n),
}

const MODELS_64: Partial<Record<OpName, Model>> = {
  MOV: (x) => x,
  ADD_64: (x, y) => x + y,
  SUB_64: (x, y) => x - y,
  MUL_64: (x, y) => x * y,
  DIVS_64: (x, y) => s64(x) / s64(y),
  DIVU_64: (x, y) => x / y,
  REMS_64: (x, y) => s64(x) % s64(y),
  REMU_64: (x, y) => x % y,
  AND_64: (x, y) => x & y,
  OR_64: (x, y) => x | y,
  XOR_64: (x, y) => x ^ y,
  SHL_64: (x, y) => x << (y & 63n),
  SHRS_64: (x, y) => s64(x) >> (y & 63n),
  SHRU_64: (x, y) => x >> (y & 63n),
  NEG_64: (x) => -x,
  NOT_64: (x) => ~x,
  SX_32: (x) => s32(x),
  ZX_32: (x) => u32(x),
}

const divides = (name: string) => name.startsWith('DIV') || name.startsWith('REM')

/** Whether the division has a result on x86. */
function hasQuotient(name: OpName, x: bigint, y: bigint): boolean {
  const [a, b, most] = name.endsWith('_32') ? [s32(x), s32(y), -(2n ** 31n)] : [s64(x), s64(y), -(2n ** 63n)]
  return b !== 0n && !(/S_/.test(name) && a === most && b === -1n)
}

function binary(name: OpName, x: bigint, y: bigint) {
  return runBody((a) => a.imm64(2, x).imm64(3, y).op(name, 1, 2, 3))
}

describe('integers of 32 bits, and comparisons', () => {
  test.each(Object.entries(MODELS_32) as [OpName, Model][])('%s', (name, model) => {
    fc.assert(
      fc.property(word, word, (x, y) => {
        fc.pre(!divides(name) || hasQuotient(name, x, y))
        expect(bits(binary(name, x, y), 1) & 0xffffffffn).toBe(u32(model(x, y)))
      }),
      SEED,
    )
  })
})

describe('integers of 64 bits', () => {
  test.each(Object.entries(MODELS_64) as [OpName, Model][])('%s', (name, model) => {
    fc.assert(
      fc.property(word, word, (x, y) => {
        fc.pre(!divides(name) || hasQuotient(name, x, y))
        expect(bits(binary(name, x, y), 1)).toBe(u64(model(x, y)))
      }),
      SEED,
    )
  })

  test('a result may replace an operand', () => {
    const vm = runBody((a) =>
      a.imm64(2, 0xffffffffn).op('ADD_64', 2, 2, 2).op('SUB_64', 2, 2, 2).op('NOT_64', 2, 2),
    )
    expect(bits(vm, 2)).toBe(2n ** 64n - 1n)
  })

  test('sums with constants and with scaled indices', () => {
    const imm = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
    fc.assert(
      fc.property(word, word, imm, (x, y, n) => {
        const vm = runBody((a) =>
          a
            .imm64(2, x)
            .imm64(3, y)
            .op('ADDI_64', 4, 2, 0, n)
            .op('ADDI_32', 5, 2, 0, n)
            .op('PADD_32', 6, 2, 3, n)
            .op('PADD_64', 7, 2, 3, n),
        )
        expect(bits(vm, 4)).toBe(u64(x + BigInt(n)))
        expect(bits(vm, 5) & 0xffffffffn).toBe(u32(x + BigInt(n)))
        expect(bits(vm, 6)).toBe(u64(x + s32(y) * BigInt(n)))
        expect(bits(vm, 7)).toBe(u64(x + y * BigInt(n)))
      }),
      SEED,
    )
  })
})

test.each([
  ['DIVS_32', 1n, 0n],
  ['REMU_32', 1n, 0n],
  ['DIVS_32', 2n ** 31n, 2n ** 32n - 1n],
  ['REMS_64', 2n ** 63n, 2n ** 64n - 1n],
  ['DIVU_64', 5n, 0n],
] as const)('%s of %s by %s ends in SIGFPE, and stays there', (name, x, y) => {
  const vm = binary(name, x, y)
  expect(vm.ending).toMatchObject({ kind: 'killed', signal: 'SIGFPE' })
  expect((vm.code[vm.pc]! & 0xff) === OP[name]).toBe(true)
})

describe('jumps', () => {
  const CONDITIONS: Partial<Record<OpName, (x: bigint, y: bigint) => boolean>> = {
    JZ_32: (x) => u32(x) === 0n,
    JNZ_32: (x) => u32(x) !== 0n,
    JZ_64: (x) => x === 0n,
    JNZ_64: (x) => x !== 0n,
    JEQ_32: (x, y) => u32(x) === u32(y),
    JNE_32: (x, y) => u32(x) !== u32(y),
    JLTS_32: (x, y) => s32(x) < s32(y),
    JLES_32: (x, y) => s32(x) <= s32(y),
    JLTU_32: (x, y) => u32(x) < u32(y),
    JLEU_32: (x, y) => u32(x) <= u32(y),
    JEQ_64: (x, y) => x === y,
    JNE_64: (x, y) => x !== y,
    JLTS_64: (x, y) => s64(x) < s64(y),
    JLES_64: (x, y) => s64(x) <= s64(y),
    JLTU_64: (x, y) => x < y,
    JLEU_64: (x, y) => x <= y,
  }

  test.each(Object.entries(CONDITIONS) as [OpName, (x: bigint, y: bigint) => boolean][])(
    '%s',
    (name, holds) => {
      fc.assert(
        fc.property(word, word, (x, y) => {
          const vm = runBody((a) => {
            a.imm64(2, x)
              .imm64(3, y)
              .op('IMM', 1, 0, 0, 1)
              .jump(name, 'out', 2, 3)
              .op('IMM', 1, 0, 0, 0)
              .label('out')
          })
          expect(vm.register(1).low).toBe(holds(x, y) ? 1 : 0)
        }),
        SEED,
      )
    },
  )

  test('SWITCH finds its range among signed 64-bit ones', () => {
    const at = (value: bigint) => {
      const a = new Assembler()
      a.tables.push({
        fromLow: Int32Array.of(-5, 3, 10),
        fromHigh: Int32Array.of(-1, 0, 0),
        toLow: Int32Array.of(-1, 3, 20),
        toHigh: Int32Array.of(-1, 0, 1),
        targets: Int32Array.of(0, 0, 0),
        otherwise: 0,
      })
      a.fn('main', 16, () => {
        a.imm64(2, value).op('SWITCH', 2, 0, 0, 0)
        const table = a.tables[0]!
        const ends = [0, 1, 2, 3].map((n) => {
          const here = a.here
          a.op('IMM', 1, 0, 0, n).op('RET')
          return here
        })
        table.targets.set(ends.slice(0, 3))
        Object.assign(table, { otherwise: ends[3] })
      })
      const vm = vmFor(a.program())
      vm.run(ENDLESS, 100)
      return vm.register(1).low
    }
    expect([-6n, -5n, -1n, 0n, 3n, 4n, 9n, 10n, 2n ** 32n + 20n, 2n ** 32n + 21n].map(at)).toEqual([
      3, 0, 0, 3, 1, 3, 3, 2, 2, 3,
    ])
  })
})
