import { parseFloatingPoint } from '../../../../../src/engine/workload/c/library/text/parse-float.ts'
import { type ScanTarget, scanText } from '../../../../../src/engine/workload/c/library/text/scan.ts'
import type { ScanInput } from '../../../../../src/engine/workload/c/library/text/scan-input.ts'

/** Bytes of each variable that is scanned into. They hold 0xee before. */
export const SLOT = 48

/** sscanf with pointers to one variable after the other: its result, and the variables' bytes in hexadecimal. */
export function scan(text: string, format: string, variables: number): { items: number; slots: string[] } {
  const bytes = new Uint8Array(variables * SLOT).fill(0xee)
  const view = new DataView(bytes.buffer)
  let next = 0
  const target: ScanTarget = {
    word: 8,
    pointer: () => SLOT * next++,
    integer(address, size, value) {
      for (let i = 0; i < size; i++) bytes[address + i] = Number(BigInt.asUintN(8, value >> BigInt(8 * i)))
    },
    float(address, kind, digits) {
      const parsed = parseFloatingPoint(digits, kind === 'float')
      if (parsed.length === 0 || address === null) return parsed.length > 0
      if (kind === 'float') view.setFloat32(address, parsed.value, true)
      else view.setFloat64(address, parsed.value, true)
      return true
    },
    bytes: (address, row) => bytes.set(row, address),
  }
  const { length } = format
  const items = scanText(
    Uint8Array.from({ length }, (_, i) => format.charCodeAt(i)),
    new Text(text),
    target,
  )
  const slots = Array.from({ length: variables }, (_, i) => hex(bytes.subarray(i * SLOT, (i + 1) * SLOT)))
  return { items, slots }
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

class Text implements ScanInput {
  count = 0
  private isAtEnd = false

  constructor(private readonly text: string) {}

  next(): number {
    this.isAtEnd = this.count >= this.text.length
    return this.isAtEnd ? -1 : this.text.charCodeAt(this.count++)
  }

  back(): void {
    if (!this.isAtEnd) this.count--
  }
}
