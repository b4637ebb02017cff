import { DICTIONARY_1 } from './version-1.ts'
import { DICTIONARY_2 } from './version-2.ts'

/**
 * What deflate may refer back to from the first byte on: words that links are made of, the likeliest last. By
 * version, because a dictionary is part of the format: a change makes all links of its version unreadable.
 */
const DICTIONARIES: Readonly<Record<number, string>> = { 1: DICTIONARY_1, 2: DICTIONARY_2 }

const encoded = new Map<number, Uint8Array>()

/** The dictionary of a version, from 1 to the newest, as the bytes that deflate takes. */
export function dictionaryOf(version: number): Uint8Array {
  const known = encoded.get(version)
  if (known !== undefined) return known
  const bytes = new TextEncoder().encode(DICTIONARIES[version] ?? '')
  encoded.set(version, bytes)
  return bytes
}
