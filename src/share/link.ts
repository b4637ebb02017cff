import { decode, type Encoded, encode } from './codec.ts'
import type { Read, Saved } from './saved.ts'

/** What chat programs and mail readers leave sticking to the end of a link, besides white space. */
const STUCK = '.,;:!?)]>\'"'

/**
 * What stands before the version in links for frames. It is not part of what is packed: a page that turns out to be
 * unable to read a damaged link must know all the same that it stands in somebody's frame.
 */
const EMBED = 'embed.'

/** The hash of a link to what is saved, `#` included; `embed`: for a frame in somebody's page. */
export function linkHash(saved: Saved, embed = false): Encoded {
  const { text, tooLong } = encode(saved)
  const hash = `#${embed ? EMBED : ''}${text}`
  return { text: hash, length: hash.length, tooLong }
}

/** Whether a URL's hash is meant to be a scenario: if not, there is nothing to read and nothing to complain of. */
export function hasLink(hash: string): boolean {
  return isEmbedded(hash) || /^#\d+\./.test(hash)
}

/** Whether a URL's hash asks for the page that stands in a frame, readable or not. */
export function isEmbedded(hash: string): boolean {
  return hash.startsWith(`#${EMBED}`)
}

/** The same hash without the wish for a frame. */
export function unframed(hash: string): string {
  return isEmbedded(hash) ? `#${hash.slice(1 + EMBED.length)}` : hash
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
