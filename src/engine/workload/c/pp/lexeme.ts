import type { Place, Severity } from '../source.ts'
import type { Token, TokenKind } from '../token.ts'

/** What is wrong with a lexeme. It is said only if the lexeme reaches the parser: skipped text may hold anything. */
export interface Problem {
  readonly severity: Severity
  readonly message: string
}

/** C11's keywords and GNU's spellings. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'auto break case char const continue default do double else enum extern float for goto if inline int long ' +
    'register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while ' +
    '_Alignas _Alignof _Atomic _Bool _Complex _Generic _Imaginary _Noreturn _Static_assert _Thread_local ' +
    'asm typeof __alignof __alignof__ __asm __asm__ __attribute __attribute__ __auto_type __complex__ __const ' +
    '__const__ __extension__ __inline __inline__ __label__ __restrict __restrict__ __signed __signed__ __thread ' +
    '__typeof __typeof__ __volatile __volatile__ __int128 __builtin_va_list __builtin_va_arg __builtin_offsetof ' +
    '__builtin_types_compatible_p __builtin_choose_expr'
  ).split(' '),
)

/** C99 6.4.6: other spellings of six punctuators. They differ only where a macro makes a string of them. */
export const DIGRAPHS: ReadonlyMap<string, string> = new Map([
  ['<:', '['],
  [':>', ']'],
  ['<%', '{'],
  ['%>', '}'],
  ['%:', '#'],
  ['%:%:', '##'],
])

/**
 * A preprocessing token. Keywords are marked as such from the beginning, but a macro may have a keyword's name.
 * A stray character is a punctuator with a problem. Lexemes are immutable and shared between compiles.
 */
export class Lexeme implements Token {
  declare readonly bytes?: Uint8Array
  declare readonly wide?: boolean

  constructor(
    readonly kind: TokenKind,
    readonly text: string,
    readonly place: Place,
    readonly endColumn: number,
    /** Blanks or a comment stand before it. */
    readonly hasSpace: boolean,
    /** The first of its (logical) line. */
    readonly startsLine: boolean,
    /** Named a macro while that macro was being expanded: never expanded again (C99 6.10.3.4). */
    readonly isPainted: boolean,
    readonly problem: Problem | null,
    /** The value of a string or character constant. */
    value: { readonly bytes: Uint8Array; readonly isWide: boolean } | null,
  ) {
    if (value !== null) {
      this.bytes = value.bytes
      if (value.isWide) this.wide = true
    }
  }

  /** Whether it can name a macro. */
  get isName(): boolean {
    return this.kind === 'identifier' || this.kind === 'keyword'
  }

  /** Whether it is this punctuator, in its own spelling or as a digraph, and no stray character. */
  is(punctuator: string): boolean {
    if (this.kind !== 'punctuator' || this.problem !== null) return false
    return this.text === punctuator || DIGRAPHS.get(this.text) === punctuator
  }

  private get value() {
    return this.bytes === undefined ? null : { bytes: this.bytes, isWide: this.wide === true }
  }

  /** The same, moved to where a macro was called. */
  movedTo(place: Place, endColumn: number, hasSpace: boolean): Lexeme {
    return new Lexeme(
      this.kind,
      this.text,
      place,
      endColumn,
      hasSpace,
      false,
      this.isPainted,
      this.problem,
      this.value,
    )
  }

  /** The same with or without a space before it. */
  spaced(hasSpace: boolean): Lexeme {
    return hasSpace === this.hasSpace ? this : this.movedTo(this.place, this.endColumn, hasSpace)
  }

  /** The same, never to be expanded. */
  painted(): Lexeme {
    return new Lexeme(
      this.kind,
      this.text,
      this.place,
      this.endColumn,
      this.hasSpace,
      this.startsLine,
      true,
      this.problem,
      this.value,
    )
  }
}

/** Kind of a word: keyword or identifier. */
export function wordKind(word: string): TokenKind {
  return KEYWORDS.has(word) ? 'keyword' : 'identifier'
}

/** The text of lexemes with one space wherever there was any. */
export function spell(lexemes: readonly Lexeme[]): string {
  return lexemes.map((each, i) => (i > 0 && each.hasSpace ? ` ${each.text}` : each.text)).join('')
}
