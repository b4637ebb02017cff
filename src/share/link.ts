import { decode, type Encoded, encode } from './codec.ts'
import type { Read, Saved } from './saved.ts'

/** What chat programs and mail readers leave sticking to the end of a link. */
const STUCK = /[\s.,;:!?)\]>'"]+$/

/** The hash of a link to what is saved, `#` included. */
export function linkHash(saved: Saved): Encoded {
  const { text, length, tooLong } = encode(saved)
  return { text: `#${text}`, length: length + 1, tooLong }
}

/** Whether a URL's hash is meant to be a scenario: if not, there is nothing to read and nothing to complain of. */
export function hasLink(hash: string): boolean {
  return /^#\d+\./.test(hash)
}

/** Reads the hash of a URL. Never throws. */
export function readLink(hash: string): Read {
  return decode(hash.replace(/^#/, '').replace(STUCK, ''))
}
