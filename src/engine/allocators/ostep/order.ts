import type { Words } from '../../memory/index.ts'
import { ENTRY, ENTRY_SIZE, loadSigned, type Table } from './layout.ts'

/** Where a freed range enters the list: at an end, or sorted with all others. */
export interface Order {
  /** Puts the new last entry of `list` in its place; answers its position. */
  settle(list: Table, words: Words): number
}

/** The list orders by malloc.py's names. */
export const ORDERS = {
  ADDRSORT: { settle: (list: Table, words: Words) => sort(list, words, 0, 1) },
  'SIZESORT+': { settle: (list: Table, words: Words) => sort(list, words, ENTRY_SIZE, 1) },
  'SIZESORT-': { settle: (list: Table, words: Words) => sort(list, words, ENTRY_SIZE, -1) },
  'INSERT-FRONT': { settle: moveLastToFront },
  'INSERT-BACK': { settle: (list: Table) => list.count - 1 },
} as const satisfies Record<string, Order>

export type OrderName = keyof typeof ORDERS

function moveLastToFront(list: Table, words: Words): number {
  moveEntry(list, words, list.count - 1, 0)
  return 0
}

/**
 * Sorts by the word `key` bytes into each entry, up (`sign` 1) or down (-1). Entries that are equal keep
 * their order, as in Python's sort. By insertion: splits put few entries out of place between two frees.
 */
function sort(list: Table, words: Words, key: number, sign: number): number {
  const base = list.base
  const count = list.count
  let place = 0
  for (let i = 1; i < count; i++) {
    const own = sign * loadSigned(words, base + i * ENTRY + key)
    place = i
    while (place > 0 && sign * loadSigned(words, base + (place - 1) * ENTRY + key) > own) place--
    if (place < i) moveEntry(list, words, i, place)
  }
  return place
}

/** Moves the entry at `from` down to `to`; those between move up by one. */
function moveEntry(list: Table, words: Words, from: number, to: number): void {
  const source = list.at(from)
  const target = list.at(to)
  if (source === target) return
  const address = loadSigned(words, source)
  const size = loadSigned(words, source + ENTRY_SIZE)
  words.copy(target + ENTRY, target, source - target)
  words.store64(target, address)
  words.store64(target + ENTRY_SIZE, size)
}
