import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
// C alone: to a grammar of C++, a variable called `new` or `class` is no variable.
import { c } from '@codemirror/legacy-modes/mode/clike'
import { tags } from '@lezer/highlight'
import { wordsOf } from '../words.ts'

const TOKENS = { verb: 'keyword', id: 'labelName', number: 'number', bytes: 'string', plain: null } as const

/** Traces: a letter for what is done, the id of a pointer, numbers, bytes. */
const trace = StreamLanguage.define({
  name: 'trace',
  token(stream) {
    const { pos, string } = stream
    const word = wordsOf(string).find(({ at }) => at === pos)
    if (word === undefined) {
      stream.skipToEnd()
      return null
    }
    stream.pos = pos + word.text.length
    return TOKENS[word.kind]
  },
})

export const LANGUAGES = { c: StreamLanguage.define(c), trace }

/** The colours that the text has while it is not changed. */
export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.keyword, tags.typeName, tags.atom, tags.meta], color: 'var(--verb)' },
    { tag: tags.labelName, color: 'var(--used-ink)' },
    { tag: tags.number, color: 'var(--number)' },
    { tag: tags.string, color: 'var(--string)' },
    { tag: tags.comment, color: 'var(--ink-3)' },
  ]),
)
