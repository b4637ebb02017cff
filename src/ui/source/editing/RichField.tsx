import { setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { focusIsFree, type HandedProps } from './props.ts'
import { diagnosticsAt, extensionsFor, fromOutside, KEYS_ID, offsetAt } from './setup.ts'
import { setStops } from './stops.ts'
import { TAB_KEY_WORDS } from './typing.ts'

/** The field with an editor for code in it. Each text keeps its undo history while another one is shown. */
export function RichField(props: HandedProps) {
  const { name, text, marks, stops, place, caret } = props
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const kept = useRef(new Map<string, EditorState>())
  const latest = useRef(props)
  latest.current = props
  /** Whose text the editor holds, and what it was when editor and page last agreed. */
  const held = useRef({ name, text })
  const wants = useRef(() => ({
    ...latest.current,
    onText: (typed: string) => {
      held.current = { ...held.current, text: typed }
      latest.current.onText(typed)
    },
  }))

  useLayoutEffect(() => {
    const root = rootIn(host.current!)
    const state = EditorState.create({ doc: held.current.text, extensions: extensionsFor(wants.current) })
    const made = new EditorView({ root, parent: root, state })
    const within = (at: number) => Math.min(at, state.doc.length)
    made.dispatch({
      selection: { anchor: within(caret.from), head: within(caret.to) },
      scrollIntoView: true,
    })
    if (caret.focused) made.focus()
    view.current = made
    return () => made.destroy()
  }, [caret])

  // A layout effect, so that the editor is never given a text older than what has just been typed into it.
  useLayoutEffect(() => {
    if (view.current === null) return
    if (held.current.name !== name) {
      kept.current.set(held.current.name, view.current.state)
      view.current.setState(
        kept.current.get(name) ?? EditorState.create({ doc: text, extensions: extensionsFor(wants.current) }),
      )
      if (focusIsFree()) view.current.focus()
    } else if (held.current.text === text) return
    held.current = { name, text }
    replaceText(view.current, text)
  }, [name, text])

  useLayoutEffect(() => {
    const { current: editor } = view
    // The marks are this text's: with another one, they are others.
    if (editor !== null && held.current.name === name)
      editor.dispatch(setDiagnostics(editor.state, diagnosticsAt(editor.state.doc, marks)))
  }, [name, marks])

  // Another list after each change, though it may name the same lines: a text that is put in whole has lost them.
  useLayoutEffect(() => {
    if (held.current.name !== name) return
    view.current?.dispatch({ effects: setStops.of(stops) })
  }, [name, stops])

  useEffect(() => {
    const { current: editor } = view
    if (editor === null || place === null) return
    const anchor = offsetAt(editor.state.doc, place.line, place.column ?? 1)
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    editor.focus()
  }, [place])
  return <div className="rich-field" ref={host} />
}

/** Makes a text that was changed elsewhere the editor's, as a change that can be undone. */
function replaceText(editor: EditorView, text: string): void {
  const { doc } = editor.state
  // The editor knows one kind of line end.
  if (doc.toString() === text.replace(/\r\n?/g, '\n')) return
  editor.dispatch({
    changes: { from: 0, to: doc.length, insert: text },
    annotations: fromOutside.of(true),
  })
}

/**
 * A shadow tree for the editor. It makes its style sheets itself, which the page's policy refuses in the page, where
 * they would be style elements; in a shadow tree they are constructed ones.
 */
function rootIn(host: HTMLElement): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const keys = document.createElement('p')
  keys.id = KEYS_ID
  keys.hidden = true
  keys.textContent = TAB_KEY_WORDS
  root.replaceChildren(keys)
  // Out there it could not be told from a key pressed where nothing is typed.
  root.addEventListener('keydown', (event) => event.stopPropagation())
  return root
}
