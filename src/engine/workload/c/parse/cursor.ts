import type { Span } from '../ast.ts'
import type { Diagnostics, Place } from '../source.ts'
import type { Token, Tokens } from '../token.ts'
import { failAtOperatorWord } from './hints.ts'
import { ALIASES, RESERVED } from './words.ts'

/** Unwinds to the nearest rule that can go on after a syntax error, which has been reported already. */
export class SyntaxStop {}

/** Levels of parentheses, statements, unary operators and the like; 127 blocks, as C99 5.2.4.1 asks, are two levels each. */
const DEEPEST = 256

/** Walks over the tokens and reports what does not fit. */
export class Cursor {
  private index = 0
  private depth = 0
  /** The token at which the last error was reported: a second one there would be its echo. */
  private lastError = -1
  private readonly words: readonly string[]
  /** Lines on which the preprocessor found errors: what does not fit there is their echo. */
  private readonly brokenLines: ReadonlySet<string>
  /** The preprocessor found errors: a `}` may be missing because it lies in an open comment or behind a lost #if. */
  private readonly isCutShort: boolean

  constructor(
    private readonly tokens: Tokens,
    readonly diagnostics: Diagnostics,
  ) {
    this.words = tokens.map(wordOf)
    const errors = diagnostics.list.filter(({ severity }) => severity === 'error')
    this.brokenLines = new Set(errors.map(({ place }) => lineOf(place)))
    this.isCutShort = errors.length > 0
  }

  /** The token to be read next. */
  get token(): Token {
    return this.tokens[this.index]!
  }

  /** The token read last; the first one before any is read. */
  get previous(): Token {
    return this.tokens[Math.max(this.index - 1, 0)]!
  }

  get place(): Place {
    return this.token.place
  }

  /** Number of tokens read. */
  get position(): number {
    return this.index
  }

  /** The word or punctuator `ahead` tokens from here in gcc's main spelling; '' for constants and the end. */
  word(ahead = 0): string {
    return this.words[Math.min(this.index + ahead, this.words.length - 1)]!
  }

  peek(ahead = 1): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)]!
  }

  get isEnd(): boolean {
    return this.token.kind === 'end'
  }

  is(word: string): boolean {
    return this.words[this.index] === word
  }

  /** Whether a name stands `ahead` tokens from here, be it a type's or an object's. */
  isName(ahead = 0): boolean {
    const kind = this.peek(ahead).kind
    return (kind === 'identifier' || kind === 'keyword') && !RESERVED.has(this.word(ahead))
  }

  /** Column of the first token on the line of the token at `position`. */
  indentation(position: number): number {
    const { line } = this.tokens[position]!.place
    let first = position
    while (first > 0 && this.tokens[first - 1]!.place.line === line) first--
    return this.tokens[first]!.place.column
  }

  /** Whether the token to be read begins a new line. */
  get isOnNewLine(): boolean {
    const before = this.previous.place
    return this.place.line !== before.line || this.place.file !== before.file
  }

  /** Reads one token; at the end it stays there. */
  next(): Token {
    const token = this.token
    if (token.kind !== 'end') this.index++
    return token
  }

  /** Reads the next token if it is `word`. */
  accept(word: string): boolean {
    if (!this.is(word)) return false
    this.index++
    return true
  }

  /** Goes back to where `position` was asked for. */
  rewind(position: number): void {
    this.index = position
  }

  /** From `place` to the end of the token read last. */
  span(place: Place): Span {
    const last = this.previous
    return { place, endLine: last.place.line, endColumn: last.endColumn }
  }

  /** Just behind the token read last: where something is missing. */
  get gap(): Place {
    const { place, endColumn } = this.previous
    return { file: place.file, line: place.line, column: endColumn }
  }

  /** What stands here, for messages. */
  get found(): string {
    const { kind, text } = this.token
    if (kind === 'end') return 'the end of the file'
    const shown = text.length > 30 ? `${text.slice(0, 27)}…` : text
    const { macro } = this.place
    const origin = kind === 'punctuator' && macro !== undefined ? ` from the macro \`${macro}\`` : ''
    return `\`${shown}\`${origin}`
  }

  /** Reports an error, unless one was reported at this token, or by the preprocessor on its line. */
  error(message: string, place = this.place): void {
    if (this.lastError === this.index) return
    this.lastError = this.index
    const isEcho = this.brokenLines.has(lineOf(place)) || (this.isEnd && this.isCutShort)
    if (!isEcho) this.diagnostics.error(place, message)
  }

  /** Reports an error from which this rule cannot recover. */
  fail(message: string, place = this.place): never {
    this.error(message, place)
    throw new SyntaxStop()
  }

  /** Fails; silently, if there were errors before, since then this one is probably their echo. */
  failUnlessEcho(message: string): never {
    if (this.diagnostics.errors === 0) this.error(message)
    throw new SyntaxStop()
  }

  /** Fails with what was expected and what was found. */
  failExpected(what: string): never {
    return this.fail(`expected ${what}, found ${this.found}`)
  }

  /** Reads `word`; `where` ends the sentence if it is not there (`behind \`if\``). */
  expect(word: string, where: string): void {
    if (!this.accept(word)) this.fail(`expected \`${word}\` ${where}, found ${this.found}`, this.gap)
  }

  /** Reads what closes `opening`. When it was plainly forgotten, the error is reported and it counts as read. */
  expectClosing(word: ')' | ']' | '}', opening: Token): void {
    if (this.accept(word)) return
    failAtOperatorWord(this)
    const { text, place } = opening
    const line = place.line === this.previous.place.line ? '' : ` of line ${place.line}`
    this.error(`expected \`${word}\` to close the \`${text}\`${line}, found ${this.found}`, this.gap)
    const isStraySemicolon = this.is(';') && this.word(1) === word
    if (isStraySemicolon) this.index += 2
    else if (!this.is(';') && !this.is('{')) throw new SyntaxStop()
  }

  /** Runs a rule one level deeper. */
  nested<T>(rule: () => T): T {
    if (++this.depth > DEEPEST) this.diagnostics.fatal(this.place, `nested deeper than ${DEEPEST} levels`)
    const result = rule()
    this.depth--
    return result
  }

  /** Runs a rule; null if it met a syntax error, with the cursor where that was found. */
  attempt<T>(rule: () => T): T | null {
    const depth = this.depth
    try {
      return rule()
    } catch (stop) {
      if (!(stop instanceof SyntaxStop)) throw stop
      this.depth = depth
      return null
    }
  }
}

function lineOf({ file, line }: Place): string {
  return `${line} ${file}`
}

function wordOf({ kind, text }: Token): string {
  if (kind === 'punctuator') return text
  return kind === 'identifier' || kind === 'keyword' ? (ALIASES.get(text) ?? text) : ''
}
