import { thousands } from '../engine/format.ts'
import type { Address } from '../engine/units.ts'

export { counted as plural, thousands as count } from '../engine/format.ts'
export { hex as address } from '../engine/units.ts'

/** A number of bytes short enough for a heading: 48 B, 12.3 KiB, 4.0 MiB. */
export function bytesShort(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let unit = 0
  while (value >= (unit === 0 ? 10_000 : 1000) && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return unit === 0 ? `${thousands(value)} B` : `${value.toFixed(value < 100 ? 1 : 0)} ${units[unit]}`
}

/** The last four digits of an address, for where space is short; all of a small one. */
export function shortAddress(value: Address): string {
  const digits = value.toString(16)
  return digits.length <= 5 ? `0x${digits}` : `…${digits.slice(-4)}`
}

/** A message with a full stop at its end, unless it ends already. */
export function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}
