/** Characters that word processors and web pages put in place of those that C knows. */
const PASTED: ReadonlyMap<number, readonly [name: string, instead: string]> = new Map([
  [0xa0, ['a non-breaking space', 'a plain space']],
  [0x2007, ['a figure space', 'a plain space']],
  [0x2009, ['a thin space', 'a plain space']],
  [0x202f, ['a narrow non-breaking space', 'a plain space']],
  [0x3000, ['an ideographic space', 'a plain space']],
  [0x200b, ['an invisible zero-width space', 'nothing']],
  [0x200c, ['an invisible zero-width character', 'nothing']],
  [0x200d, ['an invisible zero-width character', 'nothing']],
  [0x2060, ['an invisible word joiner', 'nothing']],
  [0xfeff, ['an invisible byte order mark', 'nothing']],
  [0xad, ['an invisible soft hyphen', 'nothing']],
  [0x2028, ['a line separator', 'a plain line end']],
  [0x2029, ['a paragraph separator', 'a plain line end']],
  [0x201c, ['a typographic quote', 'a plain "']],
  [0x201d, ['a typographic quote', 'a plain "']],
  [0x201e, ['a typographic quote', 'a plain "']],
  [0xab, ['a typographic quote', 'a plain "']],
  [0xbb, ['a typographic quote', 'a plain "']],
  [0x2018, ['a typographic quote', "a plain '"]],
  [0x2019, ['a typographic quote', "a plain '"]],
  [0x201a, ['a typographic quote', "a plain '"]],
  [0xb4, ['an accent', "a plain '"]],
  [0x60, ['a backquote', "a plain '"]],
  [0x2010, ['a typographic hyphen', 'a plain -']],
  [0x2011, ['a typographic hyphen', 'a plain -']],
  [0x2013, ['a typographic dash', 'a plain -']],
  [0x2014, ['a typographic dash', '-- or a plain -']],
  [0x2212, ['a typographic minus', 'a plain -']],
  [0xd7, ['a multiplication sign', 'a plain *']],
  [0xf7, ['a division sign', 'a plain /']],
  [0x2026, ['an ellipsis character', 'three plain dots']],
  [0x2190, ['an arrow', 'a plain <-']],
  [0x2192, ['an arrow', 'a plain ->']],
  [0x2260, ['a not-equal sign', 'a plain !=']],
  [0x2264, ['a less-or-equal sign', 'a plain <=']],
  [0x2265, ['a greater-or-equal sign', 'a plain >=']],
])

/** The plain quote for which a typeset text has this one; null if it is none. */
export function plainQuote(code: number): '"' | "'" | null {
  if (code >= 0x201c && code <= 0x201e) return '"'
  return code >= 0x2018 && code <= 0x201a ? "'" : null
}

/** What to say of a character that begins no token: which it is, and what to type in its place. */
export function strayMessage(code: number): string {
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const pasted = PASTED.get(code) ?? fullWidth(code)
  if (pasted !== undefined) {
    const shown = pasted[0].includes('invisible') || pasted[0].includes('space') ? '' : ` ${show(code)}`
    const advice = pasted[1] === 'nothing' ? 'delete it' : `type ${pasted[1]} instead`
    return `${pasted[0]}${shown} (${point}), as pasted from a web page or a PDF: ${advice}`
  }
  if (code === 92) return `stray \\ (${point}): a line goes on only if \\ is its last character`
  if (code < 32 || (code >= 127 && code < 160)) return `stray control character ${point}`
  return `stray character ${show(code)} (${point})`
}

/** The full-width forms of ASCII's characters, as East Asian input methods give them. */
function fullWidth(code: number): readonly [name: string, instead: string] | undefined {
  if (code < 0xff01 || code > 0xff5e) return undefined
  return ['a full-width character', `a plain ${String.fromCharCode(code - 0xfee0)}`]
}

function show(code: number): string {
  return code >= 0xd800 && code <= 0xdfff ? 'half of a surrogate pair' : String.fromCodePoint(code)
}
