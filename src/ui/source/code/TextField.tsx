import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { runFiles, setFileText, stopEditing } from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { insertion, offsetOf } from './typing.ts'

/** A file's text with line numbers. Tab indents; Shift and Tab leaves the field. */
export function TextField({ file }: { readonly file: string }) {
  const lab = useLab()
  const text = useLabState((state) => state.fileDraft?.find(({ name }) => name === file)?.text ?? '')
  const choice = useLabState((state) => state.fileChoice)
  const diagnostics = useLabState((state) => state.info?.program?.diagnostics)
  const field = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLOListElement>(null)
  const [caret, setCaret] = useState<number | null>(null)

  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    const element = field.current
    if (element === null || choice?.file !== file || choice.line === 0) return
    const at = offsetOf(element.value, choice.line)
    element.focus()
    element.setSelectionRange(at, at)
    const linePx = element.scrollHeight / Math.max(1, element.value.split('\n').length)
    element.scrollTop = Math.max(0, (choice.line - 1) * linePx - element.clientHeight / 2)
  }, [choice, file])
  // After text was put in by a key, the caret stands behind it: before the browser paints.
  useLayoutEffect(() => {
    if (caret === null) return
    field.current?.setSelectionRange(caret, caret)
    setCaret(null)
  }, [caret])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return void runFiles(lab)
    if (event.key === 'Escape') return stopEditing(lab)
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const put = insertion(event.key, event.shiftKey, value, selectionStart)
    if (put === null) return
    event.preventDefault()
    // Where the browser can, it puts the text in itself, so that it can be undone.
    if (document.execCommand?.('insertText', false, put)) return
    setFileText(lab, file, value.slice(0, selectionStart) + put + value.slice(selectionEnd))
    setCaret(selectionStart + put.length)
  }
  const wrong = new Set(
    diagnostics?.filter((each) => each.file === file && each.severity === 'error').map(({ line }) => line),
  )
  return (
    <div className="text-field">
      <ol className="numbers mono" aria-hidden="true" ref={numbers}>
        {text
          .split('\n')
          .map((_, i) => i + 1)
          .map((line) => (
            <li key={line} className={wrong.has(line) ? 'bad' : ''}>
              {line}
            </li>
          ))}
      </ol>
      <textarea
        ref={field}
        className="mono"
        aria-label={file}
        aria-invalid={wrong.size > 0}
        spellCheck={false}
        autoCapitalize="off"
        wrap="off"
        value={text}
        onChange={(event) => setFileText(lab, file, event.target.value)}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          if (numbers.current !== null) numbers.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}
