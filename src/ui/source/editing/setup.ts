import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { Annotation, EditorState, type Extension, Prec, type Text } from '@codemirror/state'
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  type KeyBinding,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { colours, LANGUAGES } from './languages.ts'
import { look } from './look.ts'
import { type Mark, stretchAt } from './marks.ts'
import type { FieldProps } from './props.ts'
import { stopsBesideLines } from './stops.ts'
import { INDENT, insertion } from './typing.ts'

/** Marks a change that the person did not make here. */
export const fromOutside = Annotation.define<boolean>()

/** The id of the words about the Tab key, which stand beside the text. */
export const KEYS_ID = 'keys'

/** Tab: spaces up to the next stop, or a level more for all lines of a selection. */
const indent: KeyBinding = {
  key: 'Tab',
  run(view) {
    const { main } = view.state.selection
    if (!main.empty) return indentMore(view)
    const line = view.state.doc.lineAt(main.head)
    const put = insertion('Tab', false, line.text, main.head - line.from)
    if (put === null) return false
    view.dispatch(view.state.replaceSelection(put), { userEvent: 'input.indent', scrollIntoView: true })
    return true
  },
  shift: indentLess,
}

/**
 * Typing over a selection. Left to itself, Chromium keeps the colour of what was there in a style attribute, which the
 * page's policy refuses.
 */
const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.isComposing || event.data === null) return false
    const range = selectedIn(view)
    if (range === null || range.collapsed || !view.contentDOM.contains(range.startContainer)) return false
    const insert = view.state.toText(event.data)
    const from = view.posAtDOM(range.startContainer, range.startOffset)
    const to = view.posAtDOM(range.endContainer, range.endOffset)
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    })
    return true
  },
})

/** What the browser has selected, of which the editor hears a moment later. Only Chromium tells it of a shadow tree. */
function selectedIn({ root }: EditorView): Range | null {
  const selection = (root as { getSelection?: () => Selection | null }).getSelection?.() ?? null
  return selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0)
}

type Wants = Pick<FieldProps, 'name' | 'language' | 'marks' | 'onText' | 'onRun' | 'onStop'>

/** What the editor is made of. `wants` is asked anew each time, since what it answers changes as the page does. */
export function extensionsFor(wants: () => Wants): Extension {
  const { name, language, onStop } = wants()
  const run = () => {
    wants().onRun()
    return true
  }
  const isC = language === 'c'
  return [
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run },
        { key: 'Ctrl-Enter', run },
      ]),
    ),
    lintGutter(),
    onStop === undefined ? lineNumbers() : stopsBesideLines((line) => wants().onStop?.(line)),
    history(),
    typingOver,
    search({ top: true }),
    bracketMatching(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    EditorState.tabSize.of(INDENT.length),
    indentUnit.of(INDENT),
    LANGUAGES[language],
    colours,
    isC ? indentOnInput() : EditorView.lineWrapping,
    keymap.of([...searchKeymap, ...historyKeymap, ...lintKeymap, ...(isC ? [indent] : []), ...defaultKeymap]),
    look,
    EditorView.contentAttributes.of(() => ({
      'aria-label': name,
      'aria-invalid': String(wants().marks.some(({ severity }) => severity === 'error')),
      ...(isC ? { 'aria-describedby': KEYS_ID } : {}),
      spellcheck: 'false',
      // What can be typed into has the focus anyway; this says so to who looks for it.
      tabindex: '0',
      autocapitalize: 'off',
    })),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged || update.transactions.some((each) => each.annotation(fromOutside))) return
      wants().onText(update.state.doc.toString())
    }),
  ]
}

/** The marks as the editor has them; one behind the end of the text stands at its end. */
export function diagnosticsAt(text: Text, marks: readonly Mark[]): Diagnostic[] {
  return marks.map(({ line: number, column, severity, message }) => {
    const line = text.line(Math.max(1, Math.min(text.lines, number)))
    const [from, to] = stretchAt(line.text, column)
    const renderMessage = () => withCode(message)
    return { from: line.from + from, to: line.from + to, severity, message, renderMessage }
  })
}

/** A message in which what stands in backticks is code. */
function withCode(message: string): HTMLElement {
  const words = document.createElement('span')
  for (const [i, part] of message.split('`').entries()) {
    const piece = document.createElement(i % 2 === 1 ? 'code' : 'span')
    piece.textContent = part
    words.append(piece)
  }
  return words
}

/** Where a line and a column (both from 1) are in a text; the nearest place there is. */
export function offsetAt(text: Text, line: number, column: number): number {
  const { from, to } = text.line(Math.max(1, Math.min(text.lines, line)))
  return Math.min(to, from + column - 1)
}
