import { hex } from './units.ts'

/** A whole number with commas between thousands, 1,024; the same on every host. Rounded, and said so, above 2^53. */
export function thousands(value: number): string {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return rounded(value)
  const digits = String(Math.abs(value))
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ',')
  return value < 0 ? `-${grouped}` : grouped
}

/** What a number cannot hold exactly is not printed as if it did: "about 4.70 × 10^18". */
function rounded(value: number): string {
  const [mantissa, exponent] = value.toExponential(2).split('e+')
  return `about ${mantissa} × 10^${exponent}`
}

/** A count with its noun: "1 chunk", "1,024 chunks". */
export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A count of bytes in words: "1 byte", "1,024 bytes". */
export function bytesText(count: number): string {
  return counted(count, 'byte')
}

/** Addresses below this are no program's (vm.mmap_min_addr): only OSTEP's homework has any, and it counts in decimals. */
const LOWEST_USUAL = 0x10000

/** An address for people: hexadecimal, but decimal where the homework's small addresses are. */
export function addressText(address: number): string {
  return address > 0 && address < LOWEST_USUAL ? String(address) : hex(address)
}
