/** A whole number with commas between thousands, 1,024; the same on every host. */
export function thousands(value: number): string {
  const digits = String(Math.abs(value))
  const grouped = digits.includes('e') ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ',')
  return value < 0 ? `-${grouped}` : grouped
}

/** A count with its noun: "1 chunk", "1,024 chunks". */
export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A count of bytes in words: "1 byte", "1,024 bytes". */
export function bytesText(count: number): string {
  return counted(count, 'byte')
}
