import { addressText, thousands } from '../engine/format.ts'
import type { Address } from '../engine/units.ts'

export { addressText as address, counted as plural, thousands as count } from '../engine/format.ts'

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
  const text = addressText(value)
  return text.length <= 7 ? text : `…${text.slice(-4)}`
}

/** A message with a full stop at its end, unless it ends already. */
export function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}
