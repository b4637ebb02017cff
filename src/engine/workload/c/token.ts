import type { Place } from './source.ts'

/**
 * - `identifier`, `keyword`, `punctuator`: `text` is the spelling.
 * - `number`: `text` is the spelling with its suffix, not yet read (`0x1fUL`, `1e3f`).
 * - `char`, `string`: `bytes` is the decoded value (UTF-8; a string without its final NUL); `text` the spelling.
 *   `wide` for L'…' and L"…", whose `bytes` are 4-byte little-endian units.
 * - `end`: the end of the translation unit.
 */
export type TokenKind = 'identifier' | 'keyword' | 'number' | 'char' | 'string' | 'punctuator' | 'end'

/** A token after preprocessing. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** Where it stands; for what a macro made, where the outermost macro was called. */
  readonly place: Place
  /** Column just past the token on its line. */
  readonly endColumn: number
  readonly bytes?: Uint8Array
  readonly wide?: boolean
}

/** What the preprocessor hands to the parser: the tokens of one translation unit, an `end` last. */
export type Tokens = readonly Token[]
