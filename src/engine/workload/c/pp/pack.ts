import type { Diagnostics, Place } from '../source.ts'
import type { Token } from '../token.ts'
import { Lexeme, wordKind } from './lexeme.ts'

/**
 * `#pragma pack`. Records that are defined while it says 1 get gcc's `packed` attribute, which means the same; no
 * other packing is narrower than what the lab's types have, but for 2, 4 and 8, which are not supported.
 */
export class Packing {
  private current: number | null = null
  private readonly saved: (number | null)[] = []

  constructor(private readonly diagnostics: Diagnostics) {}

  /** Reads what stands behind `pack`: `(1)`, `()`, `(push, 1)`, `(push)`, `(pop)`. */
  run(tokens: readonly Lexeme[], place: Place): void {
    const words = tokens.filter((token) => !/^[(),]$/.test(token.text)).map((token) => token.text)
    if (words[0] === 'pop') this.current = this.saved.pop() ?? null
    else if (words[0] === 'push') this.saved.push(this.current)
    const width = words[words.length - 1]
    if (words.length === 0) this.current = null
    else if (/^(?:1|2|4|8|16)$/.test(width!)) this.set(Number(width), place)
    else if (words.length > 1 || (width !== 'push' && width !== 'pop'))
      this.diagnostics.warn(place, '#pragma pack is ignored: expected (n), (push, n) or (pop)')
  }

  private set(width: number, place: Place): void {
    this.current = width
    if (width > 1 && width < 16)
      this.diagnostics.warn(place, `#pragma pack(${width}) is ignored: the lab knows only pack(1)`)
  }

  /** Called before `{` is added: marks the record whose members it opens. */
  beforeBrace(tokens: Token[]): void {
    if (this.current !== 1) return
    const last = tokens.length - 1
    const at = isRecordWord(tokens[last]) ? last : isRecordWord(tokens[last - 1]) ? last - 1 : -1
    if (at >= 0) tokens.splice(at + 1, 0, ...packedAttribute(tokens[at]!))
  }
}

function isRecordWord(token: Token | undefined): boolean {
  return token?.kind === 'keyword' && (token.text === 'struct' || token.text === 'union')
}

/** `__attribute__((packed))`, standing at a token. */
function packedAttribute(at: Token): Token[] {
  const spellings = ['__attribute__', '(', '(', 'packed', ')', ')']
  return spellings.map((text) => {
    const kind = /^[()]$/.test(text) ? 'punctuator' : wordKind(text)
    return new Lexeme(kind, text, at.place, at.endColumn, true, false, false, null, null)
  })
}
