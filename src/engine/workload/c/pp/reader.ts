import type { Place } from '../source.ts'
import type { Found } from './include.ts'
import type { Lexeme } from './lexeme.ts'
import type { LexedFile } from './lexer.ts'

/** An #if that has not met its #endif. */
export interface Conditional {
  readonly directive: Lexeme
  /** One of its groups has been read: the others are skipped. */
  isTaken: boolean
  hasElse: boolean
}

/** A file being read. */
export class FileReader {
  readonly conditionals: Conditional[] = []
  /** What #line adds to the lines that __LINE__ gives, and the name it gives to __FILE__. */
  lineShift = 0
  shownName: string
  private at = 0

  constructor(
    readonly found: Found,
    private readonly lexed: LexedFile,
  ) {
    this.shownName = found.isLab ? found.name.slice(1, -1) : found.name
  }

  get size(): number {
    return this.lexed.lexemes.length
  }

  get openComment(): Place | null {
    return this.lexed.openComment
  }

  /** The next lexeme, not yet taken; the `end` at the end. */
  get peeked(): Lexeme {
    return this.lexed.lexemes[this.at]!
  }

  take(): Lexeme {
    return this.lexed.lexemes[this.at++]!
  }

  /** Takes what is left of a line. */
  takeLine(): Lexeme[] {
    const from = this.at
    while (!this.peeked.startsLine) this.at++
    return this.lexed.lexemes.slice(from, this.at)
  }

  /** Goes on to the next line that begins with `#`. */
  skipToDirective(): void {
    while (this.peeked.kind !== 'end' && !(this.peeked.startsLine && this.peeked.is('#'))) this.at++
  }
}
