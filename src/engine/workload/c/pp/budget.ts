import type { Diagnostics } from '../source.ts'
import type { Lexeme } from './lexeme.ts'

/** How much text one compile may make: macros and headers can double it with every line. */
const MOST_TOKENS = 2_000_000
/** A string or name that macros make, in UTF-16 units. */
const MOST_TEXT = 1_000_000
/** Arguments of macros inside arguments of macros. */
const MOST_NESTED = 300

/** Counts what the preprocessor makes, and ends the compile when a text grows without end. */
export class Budget {
  private spent = 0
  private nested = 0

  constructor(private readonly diagnostics: Diagnostics) {}

  spend(tokens: number, at: Lexeme): void {
    this.spent += tokens
    if (this.spent <= MOST_TOKENS) return
    this.diagnostics.fatal(
      at.place,
      'the program grows beyond 2 million tokens: macros or headers repeat endlessly',
    )
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
