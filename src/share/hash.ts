/*
 * What a URL's hash is, before anybody reads it. Apart from `link.ts`, because the page asks this at once, and most
 * visits come without a link.
 */

/**
 * What stands before the version in links for frames. It is not part of what is packed: a page that turns out to be
 * unable to read a damaged link must know all the same that it stands in somebody's frame.
 */
export const EMBED = 'embed.'

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
