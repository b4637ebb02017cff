import type { Bytes } from '../../units.ts'

/** Which of the free ranges that fit is taken. */
export interface Placement {
  /** As in a sentence. */
  readonly by: string
  /** The size to beat before any range was seen. */
  start(heapSize: Bytes): Bytes
  /** Whether a range of `size` is taken over one of `best`. */
  beats(size: Bytes, best: Bytes): boolean
  /** Whether the first range that fits ends the search. */
  readonly stops: boolean
}

/** The policies by malloc.py's names. */
export const PLACEMENTS = {
  BEST: {
    by: 'Best fit',
    start: (heapSize: Bytes) => heapSize + 1,
    beats: (size: Bytes, best: Bytes) => size < best,
    stops: false,
  },
  WORST: {
    by: 'Worst fit',
    start: () => -1,
    beats: (size: Bytes, best: Bytes) => size > best,
    stops: false,
  },
  FIRST: { by: 'First fit', start: () => -1, beats: () => true, stops: true },
} as const satisfies Record<string, Placement>

export type Policy = keyof typeof PLACEMENTS
