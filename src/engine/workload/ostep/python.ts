/** What Python's str.strip takes off. */
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*'

/** The form of an integer literal as int(text, radix) reads it: sign, prefix of that radix, digits with single underscores. */
const LITERAL: Readonly<Record<Radix, RegExp>> = {
  2: literal('(?:0[bB]_?)?', '[01]'),
  8: literal('(?:0[oO]_?)?', '[0-7]'),
  10: literal('', '[0-9]'),
  16: literal('(?:0[xX]_?)?', '[0-9a-fA-F]'),
}

const PREFIX: Readonly<Record<Radix, string>> = { 2: '0b', 8: '0o', 10: '', 16: '0x' }

export type Radix = 2 | 8 | 10 | 16

function literal(prefix: string, digit: string): RegExp {
  return new RegExp(`^${SPACE}([+-]?)${prefix}(${digit}(?:_?${digit})*)${SPACE}$`)
}

/** Python's int(text, radix); null where Python raises ValueError. Reads ASCII digits only. */
export function parseInteger(text: string, radix: Radix): bigint | null {
  const match = LITERAL[radix].exec(text)
  if (match === null) return null
  const value = BigInt(PREFIX[radix] + match[2]!.replaceAll('_', ''))
  return match[1] === '-' ? -value : value
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Python's repr of a string: single quotes unless only those occur inside, escapes for what does not print. */
export function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let body = ''
  for (const char of text) {
    if (char === quote) body += `\\${char}`
    else body += ESCAPES[char] ?? (/[\p{C}\p{Z}]/u.test(char) && char !== ' ' ? escapeCode(char) : char)
  }
  return quote + body + quote
}

function escapeCode(char: string): string {
  const code = char.codePointAt(0)!
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\U${code.toString(16).padStart(8, '0')}`
}
