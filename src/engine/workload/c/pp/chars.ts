const LETTER = 1
const DIGIT = 2
const BLANK = 4
const PUNCTUATION = 8

/** What each ASCII character may be. */
const CLASSES = makeClasses()

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(128)
  const mark = (characters: string, kind: number) => {
    for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)]! |= kind
  }
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$', LETTER)
  mark('0123456789', DIGIT)
  mark(' \t\v\f', BLANK)
  mark('!#%&()*+,-./:;<=>?[]^{|}~', PUNCTUATION)
  return classes
}

/** Space, tab, vertical tab, form feed: not the end of a line. */
export function isBlank(code: number): boolean {
  return code < 128 && (CLASSES[code]! & BLANK) !== 0
}

export function isDigit(code: number): boolean {
  return code < 128 && (CLASSES[code]! & DIGIT) !== 0
}

export function isPunctuation(code: number): boolean {
  return code < 128 && (CLASSES[code]! & PUNCTUATION) !== 0
}

/** Whether an identifier may begin with this code point: letters, `_`, gcc's `$`, and letters beyond ASCII. */
export function isLetter(code: number): boolean {
  return code < 128 ? (CLASSES[code]! & LETTER) !== 0 : /^\p{ID_Start}/u.test(String.fromCodePoint(code))
}

/** Whether an identifier may go on with this code point. */
export function isWordPart(code: number): boolean {
  if (code < 128) return (CLASSES[code]! & (LETTER | DIGIT)) !== 0
  return /^\p{ID_Continue}/u.test(String.fromCodePoint(code))
}

/** Value of a hexadecimal digit, or -1. */
export function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}
