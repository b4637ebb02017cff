import type { HostCall, HostFunction } from '../../host.ts'
import { host } from './define.ts'

const OPERATIONS: Readonly<Record<string, (left: bigint, right: bigint) => bigint>> = {
  add: (left, right) => left + right,
  sub: (left, right) => left - right,
  mul: (left, right) => left * right,
}

/**
 * What `__builtin_add_overflow` and its kin become: `__builtin_add_overflow_i32(left, right, is left signed, is right
 * signed, where)` stores the result as a 32-bit integer and says whether it lost anything.
 */
export const overflowFunctions: readonly HostFunction[] = Object.entries(OPERATIONS).flatMap(
  ([word, compute]) =>
    [8, 16, 32, 64].flatMap((bits) =>
      [true, false].map((isSigned) =>
        host(`__builtin_${word}_overflow_${isSigned ? 'i' : 'u'}${bits}`, (call) => {
          call.checks?.writes(`__builtin_${word}_overflow`, call.pointer(4), bits / 8)
          const exact = compute(operand(call, 0), operand(call, 1))
          const kept = isSigned ? BigInt.asIntN(bits, exact) : BigInt.asUintN(bits, exact)
          store(call, bits, kept)
          call.returnInt(kept === exact ? 0 : 1)
        }),
      ),
    ),
)

/** An operand of 64 bits; whether it is signed stands two arguments further on. */
function operand(call: HostCall, index: number): bigint {
  const high = BigInt(call.int(index + 2) === 0 ? call.high(index) >>> 0 : call.high(index) | 0)
  return (high << 32n) | BigInt(call.low(index) >>> 0)
}

function store(call: HostCall, bits: number, value: bigint): void {
  const address = call.pointer(4)
  const { words } = call.process
  for (let i = 0; i < bits / 8; i++) words.store8(address + i, Number((value >> BigInt(8 * i)) & 0xffn))
}
