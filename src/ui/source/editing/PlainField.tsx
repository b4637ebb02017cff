import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { focusIsFree, type HandedProps } from './props.ts'
import { insertion, offsetOf } from './typing.ts'

/** The browser's own field for text, with line numbers. In C, Tab indents; Shift and Tab, or Escape and then Tab, leave it. */
export function PlainField({
  name,
  language,
  text,
  marks,
  stops,
  place,
  onText,
  onRun,
  onStop,
  caret,
}: HandedProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLOListElement>(null)
  const leaves = useRef(false)
  const shown = useRef('')
  const [put, setPut] = useState<number | null>(null)

  useEffect(() => {
    if (shown.current === '' || focusIsFree()) field.current?.focus()
    if (shown.current !== name) field.current?.setSelectionRange(0, 0)
    shown.current = name
  }, [name])
  useEffect(() => {
    if (field.current !== null && place !== null) bringTo(field.current, place.line, place.column)
  }, [place])
  // After text was put in by a key, the caret stands behind it: before the browser paints.
  useLayoutEffect(() => {
    if (put === null) return
    field.current?.setSelectionRange(put, put)
    setPut(null)
  }, [put])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onRun()
    const leaving = leaves.current
    leaves.current = event.key === 'Escape'
    if (language !== 'c' || (event.key === 'Tab' && leaving)) return
    const { value, selectionStart, selectionEnd } = event.currentTarget
    if (event.key === 'F9') {
      event.preventDefault()
      return onStop?.(value.slice(0, selectionStart).split('\n').length)
    }
    const insert = insertion(event.key, event.shiftKey, value, selectionStart)
    if (insert === null) return
    event.preventDefault()
    // Where the browser can, it puts the text in itself, so that it can be undone.
    if (document.execCommand?.('insertText', false, insert)) return
    onText(value.slice(0, selectionStart) + insert + value.slice(selectionEnd))
    setPut(selectionStart + insert.length)
  }
  const wrong = new Set(marks.filter(({ severity }) => severity === 'error').map(({ line }) => line))
  return (
    <div className="text-field">
      <ol className="numbers mono" aria-hidden="true" ref={numbers}>
        {text
          .split('\n')
          .map((_, i) => i + 1)
          .map((line) => (
            <li
              key={line}
              className={`${wrong.has(line) ? 'bad' : ''}${stops.includes(line) ? ' stop' : ''}`}
            >
              {line}
            </li>
          ))}
      </ol>
      <textarea
        ref={field}
        className="mono"
        aria-label={name}
        aria-invalid={wrong.size > 0}
        spellCheck={false}
        autoCapitalize="off"
        wrap="off"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        onSelect={({ currentTarget }) => {
          caret.from = currentTarget.selectionStart
          caret.to = currentTarget.selectionEnd
        }}
        onFocus={() => {
          caret.focused = true
        }}
        onBlur={() => {
          caret.focused = false
        }}
        onScroll={(event) => {
          if (numbers.current !== null) numbers.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}

function bringTo(field: HTMLTextAreaElement, line: number, column = 1): void {
  const at = offsetOf(field.value, line) + column - 1
  field.focus()
  field.setSelectionRange(at, at)
  const linePx = field.scrollHeight / Math.max(1, field.value.split('\n').length)
  field.scrollTop = Math.max(0, (line - 1) * linePx - field.clientHeight / 2)
}
