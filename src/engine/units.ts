/** A byte position in a simulated address space. 47 bits fit a number exactly. */
export type Address = number
/** A count of bytes. */
export type Bytes = number
/** A number of pages of PAGE_SIZE bytes. */
export type Pages = number

/** Bytes in a page, as on x86-64. */
export const PAGE_SIZE = 4096

/** 2^32: the weight of the upper half of a 64-bit word. */
export const TWO_32 = 4294967296

/** Rounds up to a multiple of `unit` (a power of two is not required). Exact below 2^53. */
export function alignUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit
}

/** Rounds down to a multiple of `unit`. Exact below 2^53. */
export function alignDown(value: number, unit: number): number {
  return Math.floor(value / unit) * unit
}

/** Whether `value` is a power of two (1, 2, 4 …). Exact below 2^53. */
export function isPowerOfTwo(value: number): boolean {
  if (!(value >= 1) || !Number.isInteger(value)) return false
  while (value > 0x40000000) {
    if (value % 2 !== 0) return false
    value /= 2
  }
  return (value & (value - 1)) === 0
}

/**
 * An address or word as C's `%p` prints it. Negative numbers are the upper half
 * of the 64-bit range (-8 is 0xfffffffffffffff8).
 */
export function hex(value: number): string {
  if (value >= 0) return `0x${value.toString(16)}`
  return `0x${(BigInt.asUintN(64, BigInt(Math.trunc(value)))).toString(16)}`
}
