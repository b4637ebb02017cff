/** How wide an argument is: the length modifiers of C99 7.19.6.1, '' without one. */
export type LengthModifier = '' | 'hh' | 'h' | 'l' | 'll' | 'j' | 'z' | 't' | 'L'

/** A conversion specification of printf: everything between `%` and its letter. Used again for each one. */
export interface Directive {
  isLeft: boolean
  hasPlus: boolean
  hasSpace: boolean
  isAlternative: boolean
  hasZeros: boolean
  width: number
  /** -1 without one. */
  precision: number
  length: LengthModifier
  /** The conversion's letter; 0 at the end of the format. */
  letter: number
  /** Index in the format behind it. */
  end: number
}

const STAR = 42
const POINT = 46
const ZERO = 48

/** Widths and precisions above this are cut: they are refused before they are printed. */
const MOST_WIDTH = 0x7fffffff

/** A directive without anything. */
export function emptyDirective(): Directive {
  return {
    isLeft: false,
    hasPlus: false,
    hasSpace: false,
    isAlternative: false,
    hasZeros: false,
    width: 0,
    precision: -1,
    length: '',
    letter: 0,
    end: 0,
  }
}

/** Reads the directive whose `%` stands before `at` into `into`; `star` takes an int argument for `*`. */
export function readDirective(format: Uint8Array, at: number, star: () => number, into: Directive): void {
  Object.assign(into, EMPTY)
  at = readFlags(format, at, into)
  at = readWidth(format, at, star, into)
  if (format[at] === POINT) at = readPrecision(format, at + 1, star, into)
  at = readLength(format, at, into)
  into.letter = format[at] ?? 0
  into.end = into.letter === 0 ? at : at + 1
}

const EMPTY = emptyDirective()

function readFlags(format: Uint8Array, at: number, into: Directive): number {
  for (; ; at++) {
    switch (format[at]) {
      case 0x2d:
        into.isLeft = true
        break
      case 0x2b:
        into.hasPlus = true
        break
      case 0x20:
        into.hasSpace = true
        break
      case 0x23:
        into.isAlternative = true
        break
      case ZERO:
        into.hasZeros = true
        break
      // ' groups thousands, I picks other digits: neither does anything in the C locale.
      case 0x27:
      case 0x49:
        break
      default:
        return at
    }
  }
}

function readWidth(format: Uint8Array, at: number, star: () => number, into: Directive): number {
  if (format[at] === STAR) {
    const width = star()
    if (width < 0) into.isLeft = true
    into.width = Math.abs(width)
    return at + 1
  }
  return readNumber(format, at, (width) => {
    into.width = width
  })
}

function readPrecision(format: Uint8Array, at: number, star: () => number, into: Directive): number {
  if (format[at] === STAR) {
    into.precision = Math.max(-1, star())
    return at + 1
  }
  into.precision = 0
  // A negative precision is as good as none (glibc, vfprintf-internal.c).
  const isNegative = format[at] === 0x2d
  return readNumber(format, isNegative ? at + 1 : at, (precision) => {
    into.precision = isNegative ? -1 : precision
  })
}

function readNumber(format: Uint8Array, at: number, take: (value: number) => void): number {
  let value = 0
  const start = at
  while (isDigit(format[at])) value = Math.min(MOST_WIDTH, value * 10 + format[at++]! - ZERO)
  if (at > start) take(value)
  return at
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= 57
}

/** Reads length modifiers; of several the last one counts, and `q` is `ll`. */
export function readLength(format: Uint8Array, at: number, into: { length: LengthModifier }): number {
  for (; ; at++) {
    switch (format[at]) {
      case 0x68:
        into.length = into.length === 'h' ? 'hh' : 'h'
        break
      case 0x6c:
        into.length = into.length === 'l' ? 'll' : 'l'
        break
      case 0x71:
        into.length = 'll'
        break
      case 0x6a:
        into.length = 'j'
        break
      case 0x7a:
      case 0x5a:
        into.length = 'z'
        break
      case 0x74:
        into.length = 't'
        break
      case 0x4c:
        into.length = 'L'
        break
      default:
        return at
    }
  }
}

/** Bytes of the integer that a length modifier names; `word` is the size of `long`. */
export function lengthSize(length: LengthModifier, word: 4 | 8): 1 | 2 | 4 | 8 {
  switch (length) {
    case 'hh':
      return 1
    case 'h':
      return 2
    case 'll':
    case 'j':
    case 'L':
      return 8
    case 'l':
    case 'z':
    case 't':
      return word
    default:
      return 4
  }
}
