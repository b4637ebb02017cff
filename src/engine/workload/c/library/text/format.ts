import type { Address, Bytes } from '../../../../units.ts'
import type { ByteSink } from './byte-sink.ts'
import { exponentDigits, fixedDigits, generalDigits, isNegative } from './decimal.ts'
import { type Directive, emptyDirective, lengthSize, readDirective } from './directive.ts'
import { hexFloatDigits } from './hex-float.ts'
import { magnitudeDigits, unsignedDigits } from './integers.ts'
import { positionalPieces } from './positional.ts'

/** Where printf takes its arguments from, and the memory that they point into. */
export interface FormatSource {
  /** Bytes of `long` and of pointers. */
  readonly word: 4 | 8
  /** The next argument, of 4 or 8 bytes: afterwards its halves are in `low` and `high`. */
  integer(size: 4 | 8): void
  low: number
  high: number
  double(): number
  pointer(): Address
  /** The string at an address, at most `most` bytes of it, without its end. */
  string(address: Address, most: Bytes): Uint8Array
  /** The wide string at an address; null when a character has no place in the C locale. */
  wideString(address: Address, most: Bytes): Uint8Array | null
  /** `%n`. */
  storeCount(address: Address, size: 1 | 2 | 4 | 8, count: number): void
  /** `%m`. */
  errorText(): string
}

const DOLLAR = 36
const PERCENT = 37
const SPACE = 32
const ZERO = 48

const directive = emptyDirective()

/**
 * What printf prints for `format` (without its end), as glibc 2.36 prints it in the C locale, appended to `sink`. Returns
 * false where printf fails: an unfinished directive, a character without a place in the locale, a text beyond all bounds.
 */
export function formatText(format: Uint8Array, source: FormatSource, sink: ByteSink): boolean {
  const numbered = format.includes(DOLLAR) ? positionalPieces(latinText(format), source) : null
  if (numbered === null) return formatInOrder(format, source, sink)
  return numbered.pieces.every(({ text, argument }) => {
    numbered.arguments.chosen = argument
    return formatInOrder(asciiBytes(text), numbered.arguments, sink)
  })
}

/** The same for a format whose arguments come one after the other. */
function formatInOrder(format: Uint8Array, source: FormatSource, sink: ByteSink): boolean {
  const star = () => {
    source.integer(4)
    return source.low | 0
  }
  for (let at = 0; at < format.length; ) {
    const percent = format.indexOf(PERCENT, at)
    if (percent !== at) sink.bytes(format.subarray(at, percent < 0 ? format.length : percent))
    if (percent < 0) break
    readDirective(format, percent + 1, star, directive)
    if (!convert(directive, format, percent, source, sink)) return false
    at = directive.end
  }
  return !sink.isOverfull
}

function convert(
  d: Directive,
  format: Uint8Array,
  from: number,
  source: FormatSource,
  sink: ByteSink,
): boolean {
  switch (String.fromCharCode(d.letter)) {
    case '\0':
      return false
    case '%':
      sink.byte(PERCENT)
      return true
    case 'd':
    case 'i':
      signedInteger(d, source, sink)
      return true
    case 'u':
      unsignedInteger(d, source, sink, 10)
      return true
    case 'o':
      unsignedInteger(d, source, sink, 8)
      return true
    case 'x':
    case 'X':
      unsignedInteger(d, source, sink, 16)
      return true
    case 'p':
      pointer(d, source, sink)
      return true
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
      floatingPoint(d, source.double(), sink)
      return true
    case 'c':
      return character(d, source, sink, d.length === 'l')
    case 'C':
      return character(d, source, sink, true)
    case 's':
      return string(d, source, sink, d.length === 'l')
    case 'S':
      return string(d, source, sink, true)
    case 'm':
      padded(d, asciiBytes(source.errorText()), sink)
      return true
    case 'n':
      source.storeCount(source.pointer(), lengthSize(d.length, source.word), sink.length)
      return true
    default:
      // glibc prints what it does not know as it stands.
      sink.bytes(format.subarray(from, d.end))
      return true
  }
}

/** Takes the next integer argument, cut and extended to 64 bits as its length modifier says. */
function takeInteger(d: Directive, source: FormatSource, isSigned: boolean): void {
  const size = lengthSize(d.length, source.word)
  source.integer(size === 8 ? 8 : 4)
  if (size === 8) return
  const unused = 32 - 8 * size
  source.low = isSigned ? (source.low << unused) >> unused : (source.low << unused) >>> unused
  source.high = isSigned ? source.low >> 31 : 0
}

function signedInteger(d: Directive, source: FormatSource, sink: ByteSink): void {
  takeInteger(d, source, true)
  const { low, high } = source
  const sign = high < 0 ? '-' : positiveSign(d)
  number(d, sign, low === 0 && high === 0 && d.precision === 0 ? '' : magnitudeDigits(low, high, 10), sink)
}

function positiveSign(d: Directive): string {
  return d.hasPlus ? '+' : d.hasSpace ? ' ' : ''
}

function unsignedInteger(d: Directive, source: FormatSource, sink: ByteSink, base: number): void {
  takeInteger(d, source, false)
  const isZero = source.low === 0 && source.high === 0
  let digits = isZero && d.precision === 0 ? '' : unsignedDigits(source.low, source.high, base)
  let prefix = ''
  if (d.isAlternative && base === 16 && !isZero) prefix = '0x'
  if (d.isAlternative && base === 8 && digits[0] !== '0' && d.precision <= digits.length)
    digits = `0${digits}`
  const isUpper = d.letter === 0x58
  number(d, isUpper ? prefix.toUpperCase() : prefix, isUpper ? digits.toUpperCase() : digits, sink)
}

function pointer(d: Directive, source: FormatSource, sink: ByteSink): void {
  source.integer(source.word)
  if (source.word === 4) source.high = 0
  if (source.low === 0 && source.high === 0) padded({ ...d, precision: -1 }, asciiBytes('(nil)'), sink)
  else number(d, `${positiveSign(d)}0x`, unsignedDigits(source.low, source.high, 16), sink)
}

/** Prints an integer: padding, prefix (sign, 0x), zeros, digits. */
function number(d: Directive, prefix: string, digits: string, sink: ByteSink): void {
  // The flag 0 is ignored beside a precision.
  const isFilled = d.hasZeros && !d.isLeft && d.precision < 0
  const zeros = Math.max(0, (isFilled ? d.width - prefix.length : d.precision) - digits.length)
  const padding = d.width - prefix.length - zeros - digits.length
  if (!d.isLeft) sink.repeat(SPACE, padding)
  sink.text(prefix)
  sink.repeat(ZERO, zeros)
  sink.text(digits)
  if (d.isLeft) sink.repeat(SPACE, padding)
}

/** Prints a floating-point value: the zeros of the flag 0 stand between sign (and 0x) and digits. */
function floatingPoint(d: Directive, value: number, sink: ByteSink): void {
  const sign = isNegative(value) ? '-' : positiveSign(d)
  const isUpper = d.letter < 97
  const isNumber = Number.isFinite(value)
  // Digits beyond all bounds would never be printed.
  if (isNumber && d.precision > 1 << 26) {
    sink.repeat(ZERO, d.precision)
    return
  }
  let digits = isNumber ? floatDigits(d, Math.abs(value)) : Number.isNaN(value) ? 'nan' : 'inf'
  if (isUpper) digits = digits.toUpperCase()
  const prefix = isNumber && (d.letter | 32) === 0x61 ? sign + digits.slice(0, 2) : sign
  number(
    { ...d, precision: -1, hasZeros: d.hasZeros && isNumber },
    prefix,
    digits.slice(prefix.length - sign.length),
    sink,
  )
}

function floatDigits(d: Directive, value: number): string {
  const precision = d.precision < 0 ? 6 : d.precision
  switch (String.fromCharCode(d.letter | 32)) {
    case 'f':
      return fixedDigits(value, precision, d.isAlternative)
    case 'e':
      return exponentDigits(value, precision, d.isAlternative)
    case 'g':
      return generalDigits(value, precision, d.isAlternative)
    default:
      return hexFloatDigits(value, d.precision, d.isAlternative, d.length === 'L')
  }
}

function character(d: Directive, source: FormatSource, sink: ByteSink, isWide: boolean): boolean {
  source.integer(4)
  const code = source.low | 0
  if (isWide && (code < 0 || code > 127)) return false
  padded({ ...d, precision: -1 }, Uint8Array.of(code), sink)
  return true
}

/** Shortest precision with which glibc prints a null pointer as a word. */
const NULL_WORD = '(null)'

function string(d: Directive, source: FormatSource, sink: ByteSink, isWide: boolean): boolean {
  const address = source.pointer()
  const most = d.precision < 0 ? Number.MAX_SAFE_INTEGER : d.precision
  if (address === 0) {
    padded(d, most >= NULL_WORD.length ? asciiBytes(NULL_WORD) : new Uint8Array(0), sink)
    return true
  }
  const bytes = isWide ? source.wideString(address, most) : source.string(address, most)
  if (bytes === null) return false
  padded(d, bytes, sink)
  return true
}

function padded(d: Directive, bytes: Uint8Array, sink: ByteSink): void {
  const padding = d.width - bytes.length
  if (!d.isLeft) sink.repeat(SPACE, padding)
  sink.bytes(bytes)
  if (d.isLeft) sink.repeat(SPACE, padding)
}

/** A character for each byte. */
export function latinText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** A byte for each character of a text, ASCII or Latin-1. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
