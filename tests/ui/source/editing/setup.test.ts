// @vitest-environment happy-dom
import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../src/ui/source/editing/languages.ts'
import { diagnosticsAt, offsetAt } from '../../../../src/ui/source/editing/setup.ts'

const kinds = tagHighlighter([
  { tag: [tags.keyword, tags.typeName], class: 'keyword' },
  { tag: tags.number, class: 'number' },
  { tag: tags.comment, class: 'comment' },
  { tag: tags.labelName, class: 'id' },
  { tag: tags.string, class: 'bytes' },
])

/** The coloured pieces of a text, each as `kind:text`. */
function coloured(language: keyof typeof LANGUAGES, doc: string): string[] {
  const state = EditorState.create({ doc, extensions: LANGUAGES[language] })
  const pieces: string[] = []
  highlightTree(ensureSyntaxTree(state, doc.length, 5000)!, kinds, (from, to, kind) =>
    pieces.push(`${kind}:${doc.slice(from, to)}`),
  )
  return pieces
}

describe('colours', () => {
  it('of a trace tell operations, ids, numbers and bytes apart', () => {
    expect(coloured('trace', '4096\na 0 100\nw 0 8 41ff\n? x/y')).toEqual([
      'number:4096',
      'keyword:a',
      'id:0',
      'number:100',
      'keyword:w',
      'id:0',
      'number:8',
      'bytes:41ff',
    ])
  })

  it('of C are those of C, where new is a name like others', () => {
    expect(coloured('c', 'int new = 7; /* x */')).toEqual(['keyword:int', 'number:7', 'comment:/* x */'])
  })
})

describe('marks in the text', () => {
  const { doc } = EditorState.create({ doc: 'int main(void) {\n  int x = ;\n}' })

  it('stand under what they are about, and say it with its code as code', () => {
    const [mark] = diagnosticsAt(doc, [{ line: 2, column: 11, severity: 'error', message: 'found `;` here' }])
    expect(doc.sliceString(mark!.from, mark!.to)).toBe(';')
    const words = mark!.renderMessage!({} as never) as HTMLElement
    expect(words.textContent).toBe('found ; here')
    expect(words.querySelector('code')?.textContent).toBe(';')
  })

  it('stand at the nearest place where the text has become shorter', () => {
    const [mark] = diagnosticsAt(doc, [{ line: 40, column: 1, severity: 'warning', message: 'gone' }])
    expect(doc.sliceString(mark!.from, mark!.to)).toBe('}')
    expect(offsetAt(doc, 1, 999)).toBe(16)
  })
})
