import type { Token, TokenKind, Tokens } from '../../../../../src/engine/workload/c/token.ts'

const KINDS: readonly [TokenKind | null, RegExp][] = [
  [null, /\s+|\/\/[^\n]*|\/\*[^]*?\*\//y],
  ['string', /L?"(?:[^"\\\n]|\\.)*"/y],
  ['char', /L?'(?:[^'\\\n]|\\.)*'/y],
  ['identifier', /[A-Za-z_]\w*/y],
  ['number', /\.?\d(?:[eEpP][+-]|[\w.])*/y],
  ['punctuator', /\.\.\.|<<=|>>=|->|\+\+|--|<<|>>|&&|\|\||[-+*/%&|^<>=!]=|[^\s\w]/y],
]

/** Cuts C text without a preprocessor into tokens: enough for tests of the parser alone. Escapes are left as spelt. */
export function lex(source: string, file = 'main.c'): Tokens {
  const tokens: Token[] = []
  let line = 1
  let lineStart = 0
  for (let at = 0; at < source.length; ) {
    const [kind, text] = match(source, at)
    if (kind !== null) {
      const column = at - lineStart + 1
      const place = { file, line, column }
      const token = { kind, text, place, endColumn: column + text.length }
      tokens.push(kind === 'string' || kind === 'char' ? { ...token, ...value(text) } : token)
    }
    for (let i = at; i < at + text.length; i++) {
      if (source[i] !== '\n') continue
      line++
      lineStart = i + 1
    }
    at += text.length
  }
  const column = source.length - lineStart + 1
  return [...tokens, { kind: 'end', text: '', place: { file, line, column }, endColumn: column }]
}

function match(source: string, at: number): [TokenKind | null, string] {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = at
    const text = pattern.exec(source)?.[0]
    if (text !== undefined) return [kind, text]
  }
  return ['punctuator', source[at]!]
}

function value(text: string): Pick<Token, 'bytes' | 'wide'> {
  const wide = text.startsWith('L')
  const inside = new TextEncoder().encode(text.slice(wide ? 2 : 1, -1))
  return wide
    ? { bytes: Uint8Array.from([...inside].flatMap((byte) => [byte, 0, 0, 0])), wide }
    : { bytes: inside }
}
