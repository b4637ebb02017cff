import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OpName } from '../../../../../src/engine/workload/c/bytecode.ts'
import { bitField } from '../../../../../src/engine/workload/c/instruction.ts'
import { Assembler, bits, ENDLESS, runBody, vmFor } from './assemble.ts'

const STORES: readonly OpName[] = ['ST_8', 'ST_16', 'ST_32', 'ST_64']
const LOADS: readonly (readonly [OpName, number, boolean])[] = [
  ['LD_S8', 1, true],
  ['LD_U8', 1, false],
  ['LD_S16', 2, true],
  ['LD_U16', 2, false],
  ['LD_32', 4, true],
  ['LD_64', 8, true],
]

describe.each(['lp64', 'ilp32'] as const)('loads and stores, %s', (model) => {
  test.each(['heap', 'stack'])('of every width at every offset, in the %s', (place) => {
    const property = fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      fc.integer({ min: 0, max: 20 }),
      fc.nat({ max: 3 }),
      (value, offset, width) => {
        const a = new Assembler(model)
        a.bssSize = 64
        a.globals.push({ section: 'bss', offset: 0 } as (typeof a.globals)[number])
        a.fn('main', 64, () => {
          if (place === 'stack') a.op('LADDR', 1, 0, 0, -64)
          else {
            a.fixups.push({
              section: 'text',
              offset: a.here + 1,
              target: { kind: 'global', index: 0 },
              addend: 0,
            })
            a.op('IMM64', 1, 0, 0, 0, 0)
          }
          a.op('ZERO', 1, 0, 0, 64).imm64(2, value).op(STORES[width]!, 2, 1, 0, offset)
          LOADS.forEach(([load], i) => {
            a.op(load, 10 + i, 1, 0, offset)
          })
          a.op('RET')
        })
        const vm = vmFor(a.program())
        expect(vm.run(ENDLESS, 1000).kind).toBe('exited')
        const kept = value & (2n ** BigInt(8 << width) - 1n)
        LOADS.forEach(([, size, isSigned], i) => {
          const low = BigInt.asUintN(size * 8, kept)
          const expected = isSigned ? BigInt.asIntN(size * 8, low) : low
          const mask = size === 8 ? 2n ** 64n - 1n : 0xffffffffn
          expect(bits(vm, 10 + i) & mask).toBe(expected & mask)
        })
      },
    )
    fc.assert(property, { seed: 3, numRuns: 40 })
  })
})

test('locals of every width, and floats', () => {
  const vm = runBody((a) => {
    a.imm64(2, 0x8899aabbccddeeffn)
      .op('STL_64', 2, 0, 0, -8)
      .op('LDL_S8', 3, 0, 0, -8)
      .op('LDL_U8', 4, 0, 0, -1)
    a.op('LDL_S16', 5, 0, 0, -6)
      .op('LDL_U16', 6, 0, 0, -6)
      .op('LDL_32', 7, 0, 0, -4)
      .op('LDL_64', 8, 0, 0, -8)
    a.op('STL_8', 2, 0, 0, -8).op('STL_16', 2, 0, 0, -6).op('STL_32', 2, 0, 0, -4).op('LDL_64', 9, 0, 0, -8)
    a.op('F_S32', 2, 7).op('STL_F32', 2, 0, 0, -16).op('LDL_F32', 3, 0, 0, -16)
    a.op('STL_F64', 2, 0, 0, -24).op('LDL_F64', 4, 0, 0, -24)
  })
  const low = (r: number) => bits(vm, r) & 0xffffffffn
  expect([low(3), low(4), low(5), low(6), low(7)]).toEqual([
    0xffffffffn,
    0x88n,
    0xffffccddn,
    0xccddn,
    0x8899aabbn,
  ])
  expect([bits(vm, 8), bits(vm, 9)]).toEqual([0x8899aabbccddeeffn, 0xccddeeffeeffeeffn])
  const number = 0x8899aabb - 2 ** 32
  expect([vm.register(3).double, vm.register(4).double]).toEqual([Math.fround(number), number])
})

test('COPY moves overlapping bytes as memmove does', () => {
  const vm = runBody((a) => {
    a.op('LADDR', 1, 0, 0, -32).imm64(2, 0x0807060504030201n).op('STL_64', 2, 0, 0, -32)
    a.op('ADDI_64', 3, 1, 0, 2).op('COPY', 3, 1, 0, 6).op('LDL_64', 4, 0, 0, -32)
  })
  expect(bits(vm, 4)).toBe(0x0605040302010201n)
})

test('bit-fields touch their own bits only', () => {
  const property = fc.property(
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    fc.constantFrom(1, 2, 4, 8),
    fc.nat(63),
    fc.nat(63),
    fc.boolean(),
    (before, value, unit, from, length, isSigned) => {
      const shift = from % (unit * 8)
      const width = (length % (unit * 8 - shift)) + 1
      const field = bitField(unit, shift, width, isSigned)
      const vm = runBody((a) => {
        a.imm64(2, before).op('STL_64', 2, 0, 0, -8).imm64(3, value).op('LADDR', 1, 0, 0, -8)
        a.op('BF_ST', 3, 1, 0, 0, field).op('BF_LD', 4, 1, 0, 0, field).op('LDL_64', 5, 0, 0, -8)
      })
      const mask = (2n ** BigInt(width) - 1n) << BigInt(shift)
      expect(bits(vm, 5)).toBe((before & ~mask) | ((value << BigInt(shift)) & mask))
      const kept = isSigned ? BigInt.asIntN(width, value) : BigInt.asUintN(width, value)
      const seen = unit === 8 ? 2n ** 64n - 1n : 0xffffffffn
      expect(bits(vm, 4) & seen).toBe(kept & seen)
    },
  )
  fc.assert(property, { seed: 5, numRuns: 100 })
})

describe('faults', () => {
  test('a load from nowhere is SIGSEGV there, at the instruction', () => {
    const vm = runBody((a) => a.op('IMM', 1, 0, 0, 16).op('LD_64', 2, 1, 0, 8))
    const fault = { kind: 'unmapped', access: 'read', address: 24, size: 8 }
    expect(vm.ending).toMatchObject({ kind: 'killed', signal: 'SIGSEGV', fault })
  })

  test('the program text cannot be written, but read', () => {
    const a = new Assembler()
    a.fn('main', 16, () => a.functionAddress(1, 0).op('LD_32', 2, 1, 0, 0).op('ST_32', 2, 1, 0, 0).op('RET'))
    const vm = vmFor(a.program())
    expect(vm.run(ENDLESS, 100)).toMatchObject({
      signal: 'SIGSEGV',
      fault: { kind: 'forbidden', access: 'write' },
    })
    expect(vm.register(2).low).toBe(vm.code[0])
  })

  test('endless recursion grows the stack down to its limit, then runs into the gap', () => {
    const a = new Assembler()
    a.fn('main', 4096, () => a.op('STL_32', 0, 0, 0, -4).op('CALL', 0, 0, 0, 0).op('RET'))
    const vm = vmFor(a.program())
    const stop = vm.run(ENDLESS, 1e6)
    const { stackTop } = vm.process
    expect(stop).toMatchObject({ signal: 'SIGSEGV', fault: { kind: 'unmapped' } })
    expect(stackTop - vm.sp).toBeGreaterThan(8 * 2 ** 20 - 8192)
    expect(stackTop - vm.sp).toBeLessThan(8 * 2 ** 20 + 8192)
    expect(vm.process.regions.find(stackTop - 1)!.start).toBe(stackTop - 8 * 2 ** 20)
  })
})
