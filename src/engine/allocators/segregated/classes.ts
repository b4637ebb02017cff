import type { Bytes } from '../../units.ts'
import { MIN_CHUNK, UNIT } from './layout.ts'

/** How chunk sizes are divided into bins. Larger sizes never lie in lower bins. */
export interface Classes {
  readonly count: number
  /** The bin of a chunk size. */
  binOf(size: Bytes): number
  /** Smallest chunk size of a bin. */
  lowest(bin: number): Bytes
}

/** Chunk sizes are below 2^48: requests up to 2^47, and their tags. */
const EXPONENTS = 48
const MIN_EXPONENT = 5
const FINE_LIMIT = 1024
const FINE_EXPONENT = 10
const FINE_BINS = (FINE_LIMIT - MIN_CHUNK) / UNIT
const SUB_STEPS = 4

/** Bin k has the sizes from 32·2^k up to the next power of two. */
const powerOfTwo: Classes = {
  count: EXPONENTS - MIN_EXPONENT,
  binOf: (size) => log2(size) - MIN_EXPONENT,
  lowest: (bin) => 2 ** (bin + MIN_EXPONENT),
}

/** One size a bin below 1,024 bytes, then four bins for each power of two. */
const fine: Classes = {
  count: FINE_BINS + (EXPONENTS - FINE_EXPONENT) * SUB_STEPS,
  binOf(size) {
    if (size < FINE_LIMIT) return (size - MIN_CHUNK) / UNIT
    const exponent = log2(size)
    const step = Math.floor((size / 2 ** exponent - 1) * SUB_STEPS)
    return FINE_BINS + (exponent - FINE_EXPONENT) * SUB_STEPS + step
  },
  lowest(bin) {
    if (bin < FINE_BINS) return MIN_CHUNK + bin * UNIT
    const step = (bin - FINE_BINS) % SUB_STEPS
    return 2 ** (FINE_EXPONENT + (bin - FINE_BINS - step) / SUB_STEPS) * (1 + step / SUB_STEPS)
  },
}

/** The classes by the name of the option's value. */
export const CLASSES: Readonly<Record<string, Classes>> = { 'power-of-two': powerOfTwo, fine }

/** What a bin is called: its sizes. */
export function binName(classes: Classes, bin: number): string {
  const lowest = classes.lowest(bin)
  if (bin + 1 === classes.count) return `${lowest} bytes and more`
  const highest = classes.lowest(bin + 1) - UNIT
  return lowest === highest ? `${lowest} bytes` : `${lowest} to ${highest} bytes`
}

/** The exponent of the largest power of two in a size of at least 1. */
function log2(size: Bytes): number {
  return size < 2 ** 32 ? 31 - Math.clz32(size) : 63 - Math.clz32(Math.floor(size / 2 ** 32))
}
