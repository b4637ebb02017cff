import type { Place } from '../source.ts'
import type { TokenKind } from '../token.ts'
import { isBlank, isDigit, isLetter, isPunctuation, isWordPart } from './chars.ts'
import { Lexeme, type Problem, wordKind } from './lexeme.ts'
import { joinLines, type Lines } from './lines.ts'
import { decodeLiteral } from './literals.ts'
import { plainQuote, strayMessage } from './stray.ts'

/** A file as preprocessing tokens, an `end` that starts a line behind them. */
export interface LexedFile {
  readonly name: string
  readonly lexemes: readonly Lexeme[]
  /** Where a comment begins that has no end. */
  readonly openComment: Place | null
}

/** Splits a file into preprocessing tokens (C99 5.1.1.2, phases 1 to 3). */
export function lexFile(name: string, text: string): LexedFile {
  return new Lexer(name, joinLines(text)).run()
}

/** The lab's headers that have been read: nearly every program includes some. */
const headers = new Map<string, { readonly text: string; readonly lexed: LexedFile }>()

/** Splits one of the lab's headers, once for all compiles. */
export function lexHeader(name: string, text: string): LexedFile {
  const known = headers.get(name)
  if (known?.text === text) return known.lexed
  const lexed = lexFile(name, text)
  headers.set(name, { text, lexed })
  return lexed
}

/**
 * Reads a text as a single token, as pasting needs it.
 * @returns null if it is none, or more than one
 */
export function lexOne(text: string, at: Lexeme): Lexeme | null {
  const { lexemes, openComment } = new Lexer(at.place.file, joinLines(text)).run()
  const [first, second] = lexemes
  if (openComment !== null || first === undefined || second?.kind !== 'end' || lexemes.length !== 2)
    return null
  if (first.text !== text || first.problem?.severity === 'error') return null
  return first.movedTo(at.place, at.endColumn, at.hasSpace)
}

const LONGEST_FIRST = [
  new Set(['%:%:']),
  new Set(['...', '<<=', '>>=']),
  new Set('-> ++ -- << >> <= >= == != && || += -= *= /= %= &= ^= |= ## <: :> <% %> %:'.split(' ')),
]

const CONFLICT = /(?:<{7}|\|{7}|={7}|>{7})(?=[ \n]|$)/y

const TYPESET_STRING = /[\u201c-\u201e]([^\n"\u201c-\u201e]*)["\u201c-\u201e]/y
const TYPESET_CHARACTER = /[\u2018-\u201a](\\?[^\n'\u2018-\u201a])['\u2018-\u201a]/y

class Lexer {
  private readonly text: string
  private readonly starts: readonly number[]
  private readonly lexemes: Lexeme[] = []
  private at = 0
  private line = 0
  private hasSpace = false
  private startsLine = true
  private openComment: Place | null = null
  private isInConflict = false

  constructor(
    private readonly file: string,
    lines: Lines,
  ) {
    this.text = lines.text
    this.starts = lines.starts
  }

  run(): LexedFile {
    const { text } = this
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at)
      if (code === 10) {
        this.at++
        this.startsLine = true
        this.hasSpace = true
      } else if (isBlank(code)) {
        this.at++
        this.hasSpace = true
      } else this.readLexeme(code)
    }
    this.startsLine = true
    this.put('end', this.at, '')
    return { name: this.file, lexemes: this.lexemes, openComment: this.openComment }
  }

  private readLexeme(code: number): void {
    const next = this.text.charCodeAt(this.at + 1)
    if (code === 47 && (next === 47 || next === 42)) this.skipComment(next)
    else if (isDigit(code) || (code === 46 && isDigit(next))) this.readNumber()
    else if (code === 34 || code === 39) this.readLiteral(this.at)
    else if (this.startsLine && this.isConflict()) this.skipConflict()
    else if (isPunctuation(code)) this.readPunctuator()
    else if (isLetter(this.text.codePointAt(this.at)!)) this.readWord()
    else this.readStray()
  }

  private placeAt(at: number): Place {
    while (this.line + 1 < this.starts.length && this.starts[this.line + 1]! <= at) this.line++
    return { file: this.file, line: this.line + 1, column: at - this.starts[this.line]! + 1 }
  }

  /** Adds the lexeme that ends at `end`, and goes on behind it. */
  private put(
    kind: TokenKind,
    end: number,
    text: string,
    problem: Problem | null = null,
    value: { readonly bytes: Uint8Array; readonly isWide: boolean } | null = null,
  ): void {
    const place = this.placeAt(this.at)
    // A token that a backslash cuts in two ends, on its first line, at the backslash.
    const lineEnd = Math.min(end, this.starts[this.line + 1] ?? end)
    const endColumn = lineEnd - this.starts[this.line]! + 1
    this.lexemes.push(
      new Lexeme(kind, text, place, endColumn, this.hasSpace, this.startsLine, false, problem, value),
    )
    this.at = end
    this.hasSpace = false
    this.startsLine = false
  }

  private skipComment(second: number): void {
    this.hasSpace = true
    if (second === 47) {
      const end = this.text.indexOf('\n', this.at)
      this.at = end < 0 ? this.text.length : end
      return
    }
    const end = this.text.indexOf('*/', this.at + 2)
    if (end < 0) this.openComment = this.placeAt(this.at)
    this.at = end < 0 ? this.text.length : end + 2
  }

  private readWord(): void {
    const { text } = this
    let end = this.at + 1
    if (text.codePointAt(this.at)! > 0xffff) end++
    for (;;) {
      const code = text.charCodeAt(end)
      if (code < 128 ? !isWordPart(code) : !(end < text.length && isWordPart(text.codePointAt(end)!))) break
      end += code >= 0xd800 && code <= 0xdbff ? 2 : 1
    }
    const word = text.slice(this.at, end)
    const quote = text.charCodeAt(end)
    const isPrefix = word === 'L' || word === 'u' || word === 'U' || (word === 'u8' && quote === 34)
    if (isPrefix && (quote === 34 || quote === 39)) this.readLiteral(end)
    else {
      this.put(wordKind(word), end, word)
      this.readHeaderName(word)
    }
  }

  /** `<sys/mman.h>` behind #include is one token, whatever it holds. */
  private readHeaderName(word: string): void {
    if (word !== 'include' && word !== 'include_next' && word !== 'import') return
    const before = this.lexemes[this.lexemes.length - 2]
    if (!before?.startsLine || (before.text !== '#' && before.text !== '%:')) return
    while (isBlank(this.text.charCodeAt(this.at))) this.at++
    if (this.text[this.at] !== '<') return
    const name = /^<[^>\n]*>/.exec(this.text.slice(this.at, this.at + 1000))
    if (name !== null) this.put('string', this.at + name[0].length, name[0])
  }

  private readNumber(): void {
    const { text } = this
    let end = this.at + 1
    for (; ; end++) {
      const code = text.charCodeAt(end)
      if (code === 43 || code === 45) {
        const exponent = text.charCodeAt(end - 1) | 32
        if (exponent !== 101 && exponent !== 112) break
      } else if (code !== 46 && !(code < 128 && isWordPart(code))) break
    }
    this.put('number', end, text.slice(this.at, end))
  }

  /** A string or character constant whose quote stands at `open`, a prefix before it. */
  private readLiteral(open: number): void {
    const { text } = this
    const quote = text[open] as '"' | "'"
    let end = open + 1
    while (end < text.length && text[end] !== quote && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1
    // A backslash before the line's end (gcc: joined lines are none any more) does not take the line end with it.
    if (end > text.length || text[end - 1] === '\n') end--
    const isClosed = text[end] === quote
    const { bytes, isWide, problem } = decodeLiteral(
      text.slice(open + 1, end),
      quote,
      text.slice(this.at, open),
    )
    if (isClosed) end++
    const kind = quote === '"' ? 'string' : 'char'
    const found = isClosed ? problem : openLiteral(quote)
    this.put(kind, end, text.slice(this.at, end), found, { bytes, isWide })
  }

  private readPunctuator(): void {
    const { text, at } = this
    let length = 4
    while (length > 1 && !LONGEST_FIRST[4 - length]!.has(text.slice(at, at + length))) length--
    this.put('punctuator', at + length, text.slice(at, at + length))
  }

  private isConflict(): boolean {
    CONFLICT.lastIndex = this.at
    return CONFLICT.test(this.text) && this.starts.includes(this.at)
  }

  /** Of two versions that git left for its user to choose from, the first one is read. */
  private skipConflict(): void {
    const marker = this.text[this.at]!
    const { text } = this
    const from = marker === '=' || marker === '|' ? text.indexOf('\n>>>>>>>', this.at) : this.at
    const lineEnd = text.indexOf('\n', from < 0 ? this.at : from + 1)
    const end = lineEnd < 0 ? text.length : lineEnd
    const isKnown = marker !== '<' && this.isInConflict
    this.isInConflict = marker === '<'
    if (isKnown) {
      this.at = end
      return
    }
    const message = 'an unresolved merge conflict: keep one of the two versions and delete the marker lines'
    this.put('punctuator', end, text.slice(this.at, end), { severity: 'error', message })
  }

  private readStray(): void {
    const code = this.text.codePointAt(this.at)!
    const problem: Problem = { severity: 'error', message: strayMessage(code) }
    const quote = plainQuote(code)
    if (quote !== null && this.readTypeset(quote, problem)) return
    const end = this.at + (code > 0xffff ? 2 : 1)
    this.put('punctuator', end, this.text.slice(this.at, end), problem)
  }

  /** What stands between typographic quotes was meant as a string or character: one message is enough. */
  private readTypeset(quote: '"' | "'", problem: Problem): boolean {
    const match = quote === '"' ? TYPESET_STRING : TYPESET_CHARACTER
    match.lastIndex = this.at
    const content = match.exec(this.text)?.[1]
    if (content === undefined) return false
    const { bytes, isWide } = decodeLiteral(content, quote, '')
    const end = this.at + content.length + 2
    const kind = quote === '"' ? 'string' : 'char'
    this.put(kind, end, this.text.slice(this.at, end), problem, { bytes, isWide })
    return true
  }
}

function openLiteral(quote: string): Problem {
  const what = quote === '"' ? 'string' : 'character constant'
  return { severity: 'error', message: `this ${what} has no closing ${quote} on its line` }
}
