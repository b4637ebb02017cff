const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Int8Array(128).fill(-1)
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i

/** Bytes as text that may stand in a URL (RFC 4648 section 5), without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const digits = Math.min(4, bytes.length - i + 1)
    for (let digit = 0; digit < digits; digit++) text += ALPHABET[(word >> (18 - 6 * digit)) & 63]
  }
  return text
}

/** The bytes again, or null if a character is none of the alphabet's. A lone last character is left out. */
export function fromBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let word = 0
  let filled = 0
  for (let i = 0; i < text.length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1
    if (value < 0) return null
    word = ((word << 6) | value) & 0xffffff
    if (i % 4 > 0) bytes[filled++] = (word >> (6 - 2 * (i % 4))) & 255
  }
  return bytes
}
