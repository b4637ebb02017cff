import type { Diagnostics } from '../source.ts'
import type { Lexeme } from './lexeme.ts'

/** How much text one compile may have: macros and headers can double it with every line. */
const MOST_TOKENS = 2_000_000
/** Tokens handled on the way: each is handled twice for every macro that it passes through. */
const MOST_STEPS = 10_000_000
/** A string or name that macros make, in UTF-16 units. */
const MOST_TEXT = 1_000_000
/** Arguments of macros inside arguments of macros. */
const MOST_NESTED = 300

/** Counts what the preprocessor makes, and ends the compile when a text grows without end. */
export class Budget {
  private tokens = 0
  private steps = 0
  private nested = 0

  constructor(private readonly diagnostics: Diagnostics) {}

  /** Counts tokens that reach the parser. */
  spendTokens(tokens: number, at: Lexeme): void {
    this.tokens += tokens
    if (this.tokens > MOST_TOKENS) this.end('2 million tokens', at)
  }

  /** Counts tokens that macros and headers bring. */
  spend(steps: number, at: Lexeme): void {
    this.steps += steps
    if (this.steps > MOST_STEPS) this.end('10 million steps of macro expansion', at)
  }

  private end(limit: string, at: Lexeme): never {
    const message = `the program grows beyond ${limit}: macros or headers repeat endlessly`
    this.diagnostics.fatal(at.place, message)
  }

  /** Ends the compile if `#` or `##` made a token of this many UTF-16 units. */
  limitText(length: number, at: Lexeme): void {
    if (length > MOST_TEXT)
      this.diagnostics.fatal(at.place, `${at.text} makes a token longer than a million characters`)
  }

  enter(at: Lexeme): void {
    if (++this.nested > MOST_NESTED)
      this.diagnostics.fatal(at.place, `macros are nested more than ${MOST_NESTED} deep here`)
  }

  leave(): void {
    this.nested--
  }
}
