import { hexValue } from './chars.ts'
import type { Problem } from './lexeme.ts'

/** The value of a string or character constant, and what is wrong with its spelling. */
export interface LiteralValue {
  readonly bytes: Uint8Array
  readonly isWide: boolean
  readonly problem: Problem | null
}

const SIMPLE_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['e', 27],
  ['E', 27],
  ['"', 34],
  ["'", 39],
  ['?', 63],
  ['\\', 92],
])

/**
 * Decodes what stands between the quotes (C99 6.4.4.4; gcc's choices): UTF-8 for plain and u8 literals, 4 bytes a
 * character for the wide ones (L, and u and U likewise).
 */
export function decodeLiteral(content: string, quote: '"' | "'", prefix: string): LiteralValue {
  const isWide = prefix !== '' && prefix !== 'u8'
  const reader = new EscapeReader(content, isWide)
  const bytes = reader.read()
  const problem = reader.problem ?? (quote === "'" ? characterProblem(bytes, isWide) : null)
  return { bytes, isWide, problem }
}

function characterProblem(bytes: Uint8Array, isWide: boolean): Problem | null {
  const units = isWide ? bytes.length / 4 : bytes.length
  if (units === 0)
    return { severity: 'error', message: "empty character constant: a character belongs between ' and '" }
  if (units === 1) return null
  const message =
    units > 4 || isWide
      ? 'character constant too long for its type: a string is written with "'
      : 'multi-character character constant: a string is written with "'
  return { severity: 'warning', message }
}

/** Reads a literal's characters one by one into bytes. */
class EscapeReader {
  problem: Problem | null = null
  private at = 0
  private readonly out: number[] = []

  constructor(
    private readonly content: string,
    private readonly isWide: boolean,
  ) {}

  read(): Uint8Array {
    const { content } = this
    while (this.at < content.length) {
      const code = content.codePointAt(this.at)!
      this.at += code > 0xffff ? 2 : 1
      if (code === 92) this.readEscape()
      else this.putCharacter(code)
    }
    return Uint8Array.from(this.out)
  }

  private readEscape(): void {
    const letter = this.content[this.at] ?? ''
    const simple = SIMPLE_ESCAPES.get(letter)
    if (simple !== undefined) {
      this.at++
      this.putUnit(simple)
    } else if (letter === 'x') this.readHex()
    else if (letter >= '0' && letter <= '7') this.readOctal()
    else if (letter === 'u' || letter === 'U') this.readUniversal(letter === 'u' ? 4 : 8)
    else this.readUnknown()
  }

  /** gcc takes the character itself. */
  private readUnknown(): void {
    const code = this.content.codePointAt(this.at)
    if (code === undefined) return
    this.warn(`unknown escape sequence \\${String.fromCodePoint(code)}: a backslash itself is written \\\\`)
  }

  private readHex(): void {
    let value = 0
    let digits = 0
    let isTooLarge = false
    for (this.at++; ; this.at++, digits++) {
      const digit = hexValue(this.content.charCodeAt(this.at))
      if (digit < 0) break
      value = ((value << 4) | digit) >>> 0
      if (value > 0xff && !this.isWide) isTooLarge = true
    }
    if (digits === 0) this.problem = { severity: 'error', message: '\\x without hexadecimal digits' }
    if (isTooLarge)
      this.warn('hexadecimal escape sequence larger than a byte: it takes all digits that follow')
    if (digits > 0) this.putUnit(value)
  }

  private readOctal(): void {
    let value = 0
    for (let digits = 0; digits < 3; digits++, this.at++) {
      const digit = this.content.charCodeAt(this.at) - 48
      if (!(digit >= 0 && digit <= 7)) break
      value = value * 8 + digit
    }
    if (value > 0xff && !this.isWide) this.warn('octal escape sequence larger than a byte')
    this.putUnit(value)
  }

  private readUniversal(digits: number): void {
    const text = this.content.slice(this.at + 1, this.at + 1 + digits)
    const code = /^[0-9a-fA-F]*$/.test(text) && text.length === digits ? Number.parseInt(text, 16) : -1
    if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      const message = `\\${digits === 4 ? 'u' : 'U'} needs ${digits} hexadecimal digits that name a character`
      this.problem = { severity: 'error', message }
      this.at++
      return
    }
    this.at += 1 + digits
    this.putCharacter(code)
  }

  private warn(message: string): void {
    this.problem ??= { severity: 'warning', message }
  }

  /** A unit by its number, as escapes give it. */
  private putUnit(value: number): void {
    this.out.push(value & 0xff)
    if (this.isWide) this.out.push((value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff)
  }

  /** A character of the text: in UTF-8, or as one wide unit. Half a surrogate pair is read as U+FFFD. */
  private putCharacter(code: number): void {
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd
    if (this.isWide || code < 0x80) this.putUnit(code)
    else if (code < 0x800) this.out.push(0xc0 | (code >> 6), continuation(code))
    else if (code < 0x10000) this.out.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code))
    else {
      this.out.push(
        0xf0 | (code >> 18),
        continuation(code >> 12),
        continuation(code >> 6),
        continuation(code),
      )
    }
  }
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f)
}
