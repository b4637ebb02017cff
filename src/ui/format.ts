import { addressText, thousands } from '../engine/format.ts'
import type { Address } from '../engine/units.ts'

export { addressText as address, counted as plural, thousands as count } from '../engine/format.ts'

/** A number of bytes short enough for a heading: 48 B, 12.3 KiB, 4.0 MiB. */
export function bytesShort(value: number): string {
  if (value >= BEYOND_MEMORY) return bytesInLine(value)
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let unit = 0
  while (value >= (unit === 0 ? 10_000 : 1000) && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return unit === 0 ? `${thousands(value)} B` : `${value.toFixed(value < 100 ? 1 : 0)} ${units[unit]}`
}

/** More than an address space: no size, but what damaged bytes say. */
const BEYOND_MEMORY = 2 ** 48

/** A number of bytes where space is short: 1,024 B; of what no memory could hold, its magnitude, 4.7e18 B. */
export function bytesInLine(value: number): string {
  if (value < BEYOND_MEMORY) return `${thousands(value)} B`
  return `${value.toExponential(1).replace('+', '')} B`
}

/** The last four digits of an address, for where space is short; all of a small one. */
export function shortAddress(value: Address): string {
  const text = addressText(value)
  return text.length <= 7 ? text : `…${text.slice(-4)}`
}

/** A message with a full stop at its end, unless it ends already. */
export function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}
