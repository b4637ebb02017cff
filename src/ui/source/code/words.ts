/** A piece of a line of C and how it is coloured. */
export interface CodeWord {
  /** Where it begins in the line, from 0. */
  readonly at: number
  readonly text: string
  readonly kind: 'keyword' | 'number' | 'string' | 'comment' | 'directive' | 'plain'
  /** Whether it belongs to the stretch that is marked. */
  readonly marked: boolean
}

const KEYWORDS = new Set(
  (
    'auto break case char const continue default do double else enum extern float for goto if inline int long ' +
    'register restrict return short signed sizeof static struct switch typedef union unsigned void volatile ' +
    'while _Bool bool NULL true false size_t ssize_t intptr_t uintptr_t ptrdiff_t FILE ' +
    'int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t'
  ).split(' '),
)

const TOKEN =
  /(\/\/.*|\/\*.*?(?:\*\/|$))|("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|([A-Za-z_]\w*)|(\.?\d(?:[eEpP][+-]|[\w.])*)|([^\w"'/.]+|[/.])/g

/**
 * Takes the lines of a C text apart for colouring; together the pieces of a line are the line. It only looks: what
 * is no C is coloured somehow, and nothing is lost.
 */
export function codeWords(text: string): CodeWord[][] {
  let inComment = false
  return text.split(/\r?\n/).map((line) => {
    const words: CodeWord[] = []
    let at = 0
    if (inComment) {
      const end = line.indexOf('*/')
      at = end < 0 ? line.length : end + 2
      inComment = end < 0
      if (at > 0) words.push(word(0, line.slice(0, at), 'comment'))
    }
    const directive = at === 0 ? (/^\s*#\s*\w*/.exec(line)?.[0] ?? '') : ''
    if (directive !== '') words.push(word(0, directive, 'directive'))
    at += directive.length
    for (const token of line.slice(at).matchAll(TOKEN)) {
      const [piece, comment, quoted, name, number] = token
      words.push(word(at + token.index, piece, kindOf({ comment, quoted, name, number })))
      if (comment?.startsWith('/*') && !/^\/\*.*\*\/$/.test(comment)) inComment = true
    }
    return words
  })
}

function kindOf(found: Record<'comment' | 'quoted' | 'name' | 'number', string | undefined>) {
  if (found.comment !== undefined) return 'comment'
  if (found.quoted !== undefined) return 'string'
  if (found.name !== undefined) return KEYWORDS.has(found.name) ? 'keyword' : 'plain'
  return found.number === undefined ? 'plain' : 'number'
}

function word(at: number, text: string, kind: CodeWord['kind']): CodeWord {
  return { at, text, kind, marked: false }
}

/** The words with those between columns `from` and `to` (from 0, `to` excluded) marked; words are cut where they must be. */
export function markedWords(words: readonly CodeWord[], from: number, to: number): readonly CodeWord[] {
  if (to <= from) return words
  return words.flatMap((each) => {
    const end = each.at + each.text.length
    const begin = Math.min(end, Math.max(each.at, from))
    const stop = Math.max(begin, Math.min(end, to))
    const cut = (a: number, b: number, marked: boolean): CodeWord[] =>
      b <= a ? [] : [{ ...each, at: a, text: each.text.slice(a - each.at, b - each.at), marked }]
    return [...cut(each.at, begin, false), ...cut(begin, stop, true), ...cut(stop, end, false)]
  })
}
