/** A level of indentation. */
export const INDENT = '    '

/** What the Tab key does in a field for C, and how to go on to the next field all the same. */
export const TAB_KEY_WORDS = 'Tab indents. Esc, then Tab, leaves the text.'

/**
 * What a key puts into a text at `at`, beyond what the browser would do: Tab spaces up to the next stop, Enter the
 * indentation of the line (one level more behind a brace). Null for everything else.
 */
export function insertion(key: string, shift: boolean, text: string, at: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  if (key === 'Tab' && !shift) return ' '.repeat(INDENT.length - (line.length % INDENT.length))
  if (key !== 'Enter') return null
  const indent = /^[ \t]*/.exec(line)![0]
  return `\n${indent}${/[{(]\s*$/.test(line) ? INDENT : ''}`
}

/** Where a line (from 1) begins in a text. */
export function offsetOf(text: string, line: number): number {
  let at = 0
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return at
}
