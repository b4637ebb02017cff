import type { Address } from '../engine/units.ts'

const NUMBER = new Intl.NumberFormat('en')

/** 134096 as 134,096. */
export function count(value: number): string {
  return NUMBER.format(value)
}

/** A number of bytes short enough for a heading: 48 B, 12.3 KiB, 4.0 MiB. */
export function bytesShort(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let unit = 0
  while (value >= (unit === 0 ? 10_000 : 1000) && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return unit === 0 ? `${count(value)} B` : `${value.toFixed(value < 100 ? 1 : 0)} ${units[unit]}`
}

/** An address in full, as C's %p prints it. */
export function address(value: Address): string {
  return `0x${value.toString(16)}`
}

/** The last four digits of an address, for where space is short; all of a small one. */
export function shortAddress(value: Address): string {
  const digits = value.toString(16)
  return digits.length <= 5 ? `0x${digits}` : `…${digits.slice(-4)}`
}

/** 0.8734 as 87.3 %. */
export function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

/** "1 byte", "48 bytes". */
export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`
}
