import type { Address, Bytes } from './units.ts'

/*
 * How near the map of a heap is looked at: bytes in one of its rows.
 *
 *   near    8, 16                every byte with its value
 *   middle  32 … 16,384          chunk by chunk; what is long is folded
 *   far     32,768 and more      shares of each state in cells of many bytes
 *   0       the whole heap       in the middle if it fits there, else as far as it takes
 */

/** The level that always shows all of the heap. */
export const WHOLE_HEAP = 0
export const NEAR_LEVELS: readonly Bytes[] = [8, 16]
export const MIDDLE_LEVELS: readonly Bytes[] = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384]

const NEAREST = NEAR_LEVELS[0]!
const LAST_NEAR = NEAR_LEVELS.at(-1)!
const LAST_MIDDLE = MIDDLE_LEVELS.at(-1)!
/** Rows of more bytes than this are of no use for anything that an address space can hold. */
const FARTHEST = 2 ** 40

/** More chunks than this on one screen cannot be told apart. */
export const MOST_CHUNKS_SHOWN = 6000

/** A part of the heap without large gaps: the brk heap, or mappings that lie side by side. */
export interface Stretch {
  readonly from: Address
  readonly to: Address
  readonly chunks: number
  /** Bytes of its largest chunk. */
  readonly largest: Bytes
}

/** Whether a number can be a level: of a link, or of what was kept, anything may come. */
export function isLevel(bytes: unknown): bytes is Bytes {
  return (
    typeof bytes === 'number' &&
    Number.isInteger(bytes) &&
    (bytes === WHOLE_HEAP || (bytes >= NEAREST && bytes <= FARTHEST))
  )
}

/** How a level is drawn; the whole heap is drawn far, unless it fits into a middle level. */
export function levelKind(bytes: Bytes): 'near' | 'middle' | 'far' {
  if (bytes === WHOLE_HEAP || bytes > LAST_MIDDLE) return 'far'
  return bytes <= LAST_NEAR ? 'near' : 'middle'
}

/** The nearest of the middle levels at which a heap fits into so many rows; null if it fits at none. */
export function fittingLevel(stretches: readonly Stretch[], rows: number): Bytes | null {
  const chunks = stretches.reduce((sum, stretch) => sum + stretch.chunks, 0)
  if (chunks > MOST_CHUNKS_SHOWN) return null
  return MIDDLE_LEVELS.find((bytes) => rowsAt(stretches, bytes) <= rows) ?? null
}

/** Rows that a heap takes in the middle, at most: a long chunk keeps three, and each stretch has a row that names it. */
function rowsAt(stretches: readonly Stretch[], bytesPerRow: Bytes): number {
  return stretches.reduce((sum, { from, to, chunks, largest }) => {
    const rows = Math.min(Math.ceil((to - from - largest) / bytesPerRow) + 3, 3 * chunks)
    return sum + Math.min(rows, Math.ceil((to - from) / bytesPerRow) + 1) + 1
  }, -1)
}

/**
 * All levels that make sense for a heap, nearest first; the last is the whole heap. `rows`, `farRows`: rows that there
 * is room for in the middle and far away.
 */
export function levelsFor(stretches: readonly Stretch[], rows: number, farRows: number): Bytes[] {
  const fits = fittingLevel(stretches, rows)
  if (fits !== null) return [...NEAR_LEVELS, ...MIDDLE_LEVELS.filter((bytes) => bytes < fits), WHOLE_HEAP]
  const total = stretches.reduce((sum, { from, to }) => sum + to - from, 0)
  const whole = total / Math.max(1, farRows - 2 * stretches.length)
  const far: Bytes[] = []
  for (let bytes = LAST_MIDDLE * 2; bytes < whole && bytes <= FARTHEST; bytes *= 2) far.push(bytes)
  return [...NEAR_LEVELS, ...MIDDLE_LEVELS, ...far, WHOLE_HEAP]
}

/** So many bytes of the heap in front of an address, gaps left out; where there are fewer, the heap's first address. */
export function addressBack(stretches: readonly Stretch[], address: Address, bytes: Bytes): Address {
  let left = bytes
  for (const { from, to } of stretches.toReversed()) {
    if (from >= address) continue
    const end = Math.min(address, to)
    if (end - from >= left) return end - left
    left -= end - from
  }
  return stretches[0]?.from ?? Math.max(0, address - bytes)
}

/** Bytes of the heap in front of an address, gaps left out. */
export function bytesBefore(stretches: readonly Stretch[], address: Address): Bytes {
  return stretches.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, address) - from), 0)
}

/** The address that has so many bytes of the heap in front of it. */
export function addressBehind(stretches: readonly Stretch[], bytes: Bytes): Address {
  let left = bytes
  for (const { from, to } of stretches) {
    if (left < to - from) return from + left
    left -= to - from
  }
  return stretches.at(-1)?.to ?? 0
}
