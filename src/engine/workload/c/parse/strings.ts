import type { Token } from '../token.ts'
import type { Parser } from './parser.ts'

/** Reads adjacent string literals as one: wide if one of them is, as in gcc. */
export function readStrings(p: Parser): { bytes: Uint8Array; isWide: boolean } {
  const tokens: Token[] = []
  while (p.token.kind === 'string') tokens.push(p.next())
  const isWide = tokens.some((token) => token.wide === true)
  const parts = tokens.map((token) =>
    isWide && token.wide !== true ? widen(bytesOf(token)) : bytesOf(token),
  )
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { bytes, isWide }
}

/** The characters of a string literal, for messages. */
export function textOf(bytes: Uint8Array): string {
  return codePoints(bytes)
    .map((point) => String.fromCodePoint(point))
    .join('')
}

function bytesOf(token: Token): Uint8Array {
  return token.bytes ?? new Uint8Array(0)
}

function widen(bytes: Uint8Array): Uint8Array {
  const points = codePoints(bytes)
  const wide = new DataView(new ArrayBuffer(points.length * 4))
  points.forEach((point, i) => {
    wide.setUint32(i * 4, point, true)
  })
  return new Uint8Array(wide.buffer)
}

/** Reads UTF-8; a byte that is none stands for itself (it came from an escape). */
function codePoints(bytes: Uint8Array): number[] {
  const points: number[] = []
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i]!
    const more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0
    const tail = bytes.subarray(i + 1, i + 1 + more)
    const isValid = first < 0xf8 && tail.length === more && tail.every((byte) => (byte & 0xc0) === 0x80)
    const length = isValid ? more : 0
    points.push(
      length === 0 ? first : tail.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), first & (0x3f >> more)),
    )
    i += 1 + length
  }
  return points.map((point) => (point > 0x10ffff ? 0xfffd : point))
}
