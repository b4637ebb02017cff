import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
// C alone: to a grammar of C++, a variable called `new` or `class` is no variable.
import { c } from '@codemirror/legacy-modes/mode/clike'
import { tags } from '@lezer/highlight'
import { wordKind } from '../words.ts'

const TOKENS = { verb: 'keyword', number: 'number', comment: 'comment', plain: null } as const

/** The notations of traces: a letter for what is done, numbers, and what stands behind # or //. */
const trace = StreamLanguage.define({
  name: 'trace',
  token(stream) {
    if (stream.eatSpace()) return null
    if (stream.match(/^(?:#|\/\/).*/)) return 'comment'
    stream.match(/^(?:[^\s#/]|\/(?!\/))+/)
    return TOKENS[wordKind(stream.current())]
  },
  languageData: { commentTokens: { line: '#' } },
})

export const LANGUAGES = { c: StreamLanguage.define(c), trace }

/** The colours that the text has while it is not changed. */
export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.keyword, tags.typeName, tags.atom, tags.meta], color: 'var(--verb)' },
    { tag: tags.number, color: 'var(--number)' },
    { tag: tags.string, color: 'var(--string)' },
    { tag: tags.comment, color: 'var(--ink-3)' },
  ]),
)
