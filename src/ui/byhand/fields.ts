import { type HandBlock, textBytes } from '../../state/by-hand/action.ts'
import { count } from '../format.ts'

/** What was typed, read; or why it cannot be. */
export type Typed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

/** Bytes that one write may have: a line of a trace holds them all. */
const MOST_WRITTEN = 4096
/** An offset beyond this leads out of any heap that can be played with. */
const FARTHEST = 2 ** 40

/** A size in bytes, or a number of elements: `100`, `0x40`. */
export function readSize(text: string): Typed<number> {
  const value = numberIn(text)
  if (value === null || value < 0) return no('A size is a number of bytes, such as 100 or 0x40.')
  return value <= Number.MAX_SAFE_INTEGER ? yes(value) : no('That is more than 2^53 bytes.')
}

/** What is to be written, as the fields have it. */
export interface WriteFields {
  /** Whether a text is written; otherwise one byte, many times. */
  readonly isText: boolean
  readonly what: string
  readonly length: string
  readonly offset: string
  /** Whether `offset` counts from the end of the bytes that were asked for. */
  readonly isPastEnd: boolean
}

/** Where and what to write. */
export type Write =
  | { readonly kind: 'text'; readonly offset: number; readonly text: string }
  | { readonly kind: 'fill'; readonly offset: number; readonly value: number; readonly length: number }

/** Reads the fields of a write into a block. */
export function readWrite(fields: WriteFields, block: HandBlock): Typed<Write> {
  const distance = numberIn(fields.offset)
  if (distance === null || Math.abs(distance) > FARTHEST)
    return no('An offset is a number of bytes; before the start it is negative, such as -8.')
  if (fields.isPastEnd && block.requested < 0) return no('Where the block ended is not known any more.')
  const offset = distance + (fields.isPastEnd ? block.requested : 0)
  return fields.isText ? readText(fields.what, offset) : readFill(fields, offset)
}

function readText(text: string, offset: number): Typed<Write> {
  const { length } = textBytes(text)
  if (length === 0) return no('There is no text to write.')
  return length > MOST_WRITTEN ? tooMuch() : yes({ kind: 'text', offset, text })
}

function readFill({ what, length: typed }: WriteFields, offset: number): Typed<Write> {
  const value = byteIn(what)
  if (value === null)
    return no('A byte is a number from 0 to 255, such as 7 or 0xff, or one character, such as A.')
  const length = numberIn(typed)
  if (length === null || length < 1) return no('The length is a number of bytes, 1 or more.')
  return length > MOST_WRITTEN ? tooMuch() : yes({ kind: 'fill', offset, value, length })
}

function tooMuch() {
  return no(`One write has at most ${count(MOST_WRITTEN)} bytes.`)
}

/** A byte as C has it: 65, 0x41, 'A'; or a character that is no digit. */
function byteIn(text: string): number | null {
  const character = /^'([ -~])'$/.exec(text.trim())?.[1] ?? (/^[ -~]$/.test(text) ? text : null)
  if (character !== null && !/^\d$/.test(text)) return character.charCodeAt(0)
  const value = numberIn(text)
  return value !== null && value >= 0 && value <= 255 ? value : null
}

function numberIn(text: string): number | null {
  const plain = text.trim().replaceAll(',', '')
  return /^(-?\d{1,17}|0x[\da-f]{1,13})$/i.test(plain) ? Number(plain) : null
}

function yes<T>(value: T): Typed<T> {
  return { ok: true, value }
}

function no(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}
