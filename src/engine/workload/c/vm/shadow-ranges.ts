import type { Bytes } from '../../../units.ts'

/*
 * What is done to ranges of a shadow: bytes where they are few or lie unevenly, four at a time elsewhere. `from` and
 * `to` are offsets, `to` one past the last.
 */

/** A shadow's bytes, and the same as words. */
export interface ShadowBytes {
  readonly bytes: Uint8Array
  readonly words: Int32Array
}

/** Below so many bytes words are not worth it. */
const FEW: Bytes = 16
/** A bit in each byte of a word. */
const IN_EACH = 0x01010101

/** Whether every byte has all of `bits`. */
export function haveAll({ bytes, words }: ShadowBytes, from: number, to: number, bits: number): boolean {
  let at = from
  if (to - from >= FEW) {
    for (; (at & 3) !== 0; at++) if ((bytes[at]! & bits) !== bits) return false
    const mask = bits * IN_EACH
    for (; at + 4 <= to; at += 4) if ((words[at >> 2]! & mask) !== mask) return false
  }
  for (; at < to; at++) if ((bytes[at]! & bits) !== bits) return false
  return true
}

/** Gives every byte `bits` beside those it has, of which it loses `lost`. */
export function changeAll(
  { bytes, words }: ShadowBytes,
  from: number,
  to: number,
  bits: number,
  lost: number,
): void {
  let at = from
  if (to - from >= FEW) {
    for (; (at & 3) !== 0; at++) bytes[at] = (bytes[at]! & ~lost) | bits
    const [mask, lostMask] = [bits * IN_EACH, lost * IN_EACH]
    for (; at + 4 <= to; at += 4) words[at >> 2] = (words[at >> 2]! & ~lostMask) | mask
  }
  for (; at < to; at++) bytes[at] = (bytes[at]! & ~lost) | bits
}

/** The first byte that has one of `others`, but not `bit`; -1 if there is none. */
export function firstWithout(
  { bytes, words }: ShadowBytes,
  from: number,
  to: number,
  bit: number,
  others: number,
): number {
  const mask = bit * IN_EACH
  for (let at = from; at < to; at++) {
    while ((at & 3) === 0 && at + 4 <= to && (words[at >> 2]! & mask) === mask) at += 4
    if (at < to && (bytes[at]! & bit) === 0 && (bytes[at]! & others) !== 0) return at
  }
  return -1
}

/** Copies one bit of `length` bytes, as memmove copies; the others of the target stay as they are. */
export function copyBit(
  target: ShadowBytes,
  to: number,
  source: ShadowBytes,
  from: number,
  length: Bytes,
  bit: number,
): void {
  const isEven = length >= FEW && ((to ^ from) & 3) === 0
  const head = isEven ? -to & 3 : length
  const words = (length - head) >> 2
  const tail = head + 4 * words
  const copy = from < to ? copyDown : copyUp
  const ends = from < to ? [tail, length, 0, head] : [0, head, tail, length]
  copy(target.bytes, to, source.bytes, from, ends[0]!, ends[1]!, bit)
  copy(target.words, (to + head) >> 2, source.words, (from + head) >> 2, 0, words, bit * IN_EACH)
  copy(target.bytes, to, source.bytes, from, ends[2]!, ends[3]!, bit)
}

type Elements = Uint8Array | Int32Array

function copyUp(
  target: Elements,
  to: number,
  source: Elements,
  from: number,
  first: number,
  end: number,
  bits: number,
): void {
  for (let i = first; i < end; i++) target[to + i] = (target[to + i]! & ~bits) | (source[from + i]! & bits)
}

function copyDown(
  target: Elements,
  to: number,
  source: Elements,
  from: number,
  first: number,
  end: number,
  bits: number,
): void {
  for (let i = end - 1; i >= first; i--)
    target[to + i] = (target[to + i]! & ~bits) | (source[from + i]! & bits)
}
