import { decode, type Encoded, encode } from './codec.ts'
import { EMBED, unframed } from './hash.ts'
import type { Read, Saved } from './saved.ts'

/** What chat programs and mail readers leave sticking to the end of a link, besides white space. */
const STUCK = '.,;:!?)]>\'"'

/** The hash of a link to what is saved, `#` included; `embed`: for a frame in somebody's page. */
export function linkHash(saved: Saved, embed = false): Encoded {
  const { text, tooLong } = encode(saved)
  const hash = `#${embed ? EMBED : ''}${text}`
  return { text: hash, length: hash.length, tooLong }
}

/** Reads the hash of a URL, for a frame or not. Never throws. */
export function readLink(hash: string): Read {
  const text = unframed(hash)
  return decode(text.slice(text.startsWith('#') ? 1 : 0, endOf(text)))
}

/** Where a link ends and what sticks to it begins. By hand: an expression for it takes quadratic time on some texts. */
function endOf(hash: string): number {
  let end = hash.length
  while (end > 0 && isStuck(hash[end - 1]!)) end--
  return end
}

function isStuck(character: string): boolean {
  return STUCK.includes(character) || character.trim() === ''
}
