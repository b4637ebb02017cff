import { bytesText } from '../format.ts'
import type { Memory } from '../memory/index.ts'
import type { Address, Bytes } from '../units.ts'

/** Some bits of a word that mean something of their own. */
export interface BitRange {
  /** The lowest and the highest of them; bit 0 is worth 1. */
  readonly low: number
  readonly high: number
  /** What they are called: `size`, `in use`. */
  readonly name: string
  /** What they hold, in their place, as hexadecimal digits; a single bit is 0 or 1. */
  readonly digits: string
  /** What that says: `48 bytes`, `yes`. */
  readonly meaning: string
}

/** A word to the last bit: what `Field` has of it. */
export interface Word {
  /** All its bits as hexadecimal digits. */
  readonly word: string
  /** The parts that make it up, highest bits first, none left out; empty where it is one plain number. */
  readonly bits: readonly BitRange[]
}

/** Which bits of a word belong together. `tell` gets them in their place, the other bits being 0. */
export interface BitPlan {
  readonly low: number
  readonly high: number
  readonly name: string
  readonly tell: (value: bigint) => string
}

/** The word at an address as a debugger reads it, with no bit rounded away. */
export function wordAt(memory: Memory, address: Address, size: Bytes): bigint {
  let word = 0n
  for (let i = size - 1; i >= 0; i--) word = (word << 8n) | BigInt(memory.peek8(address + i))
  return word
}

/** The link at an address, exactly: `0x0` or the like. */
export function linkAt(memory: Memory, address: Address): string {
  return `0x${wordAt(memory, address, 8).toString(16)}`
}

/** The word at an address, taken apart. `plan` names all bits, highest first. */
export function decodedWord(
  memory: Memory,
  address: Address,
  size: Bytes,
  plan: readonly BitPlan[] = [],
): Word {
  const word = wordAt(memory, address, size)
  return {
    word: `0x${word.toString(16).padStart(2 * size, '0')}`,
    bits: plan.map(({ low, high, name, tell }) => {
      const value = word & mask(low, high)
      const digits = low === high ? String(value >> BigInt(low)) : `0x${value.toString(16)}`
      return { low, high, name, digits, meaning: tell(value) }
    }),
  }
}

function mask(low: number, high: number): bigint {
  return ((1n << BigInt(high - low + 1)) - 1n) << BigInt(low)
}

/** A size in bytes that fills the bits from `low` up: sizes are multiples of what the bits below it are worth. */
export function sizeBits(low: number, high: number, name = 'size'): BitPlan {
  return { low, high, name, tell: (value) => bytesText(Number(value)) }
}

/** A flag of one bit. */
export function flagBit(bit: number, name: string, set = 'yes', clear = 'no'): BitPlan {
  return { low: bit, high: bit, name, tell: (value) => (value === 0n ? clear : set) }
}

/** Bits that mean nothing and are written as 0; that they are not is said. */
export function unusedBits(low: number, high: number): BitPlan {
  return { low, high, name: 'unused', tell: (value) => (value === 0n ? '' : 'should be 0') }
}
