import { useEffect, useRef, useState } from 'react'
import {
  programOf,
  sendInput,
  setInput,
  setInputEnds,
  waitsForInput,
  wishedScenario,
} from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { count, plural } from '../../format.ts'
import { splitAtByte } from './model.ts'

/** What the program reads: what it has been given, how much of that it has read, and a line to send it more. */
export function InputBox() {
  const lab = useLab()
  const waits = useLabState(waitsForInput)
  const scenario = useLabState(wishedScenario)
  const { input = '', inputEnds: ends = false } = programOf({ scenario }) ?? {}
  const [line, setLine] = useState('')
  const [editing, setEditing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (waits) field.current?.focus()
  }, [waits])

  if (editing) return <WholeInput input={input} onDone={() => setEditing(false)} />
  return (
    <form
      className={`input-box${waits ? ' waits' : ''}`}
      onSubmit={(event) => {
        event.preventDefault()
        setLine('')
        void sendInput(lab, line)
      }}
    >
      <Given input={input} onEdit={() => setEditing(true)} />
      <div className="input-line">
        <label className="mono">
          <span aria-hidden="true">›</span>
          <input
            ref={field}
            aria-label="Input for the program"
            className="mono"
            placeholder={waits ? 'It waits for a line' : 'More input'}
            autoComplete="off"
            value={line}
            onChange={(event) => setLine(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur()
            }}
          />
        </label>
        <button type="submit" className="button small">
          Send <kbd>↵</kbd>
        </button>
      </div>
      <label className="input-ends">
        <input
          type="checkbox"
          checked={ends}
          onChange={(event) => void setInputEnds(lab, event.target.checked)}
        />
        Input ends here
      </label>
    </form>
  )
}

/** The input so far: what has been read is quiet, what has not is plain. */
function Given({ input, onEdit }: { readonly input: string; readonly onEdit: () => void }) {
  const bytesRead = useLabState((state) => state.moment?.program?.inputRead ?? 0)
  const [read, rest] = splitAtByte(input, bytesRead)
  return (
    <div className="input-given">
      <p>
        <b>Input</b>{' '}
        {input === ''
          ? 'none so far'
          : `${count(bytesRead)} of ${plural(new Blob([input]).size, 'byte')} read`}
        <button type="button" className="quiet" onClick={onEdit}>
          {input === '' ? 'Write …' : 'Change …'}
        </button>
      </p>
      {input !== '' && (
        <pre className="mono">
          <span className="read">{read}</span>
          {rest}
        </pre>
      )}
    </div>
  )
}

/** All of the input, to be changed. The program is run again with it. */
function WholeInput({ input, onDone }: { readonly input: string; readonly onDone: () => void }) {
  const lab = useLab()
  const [text, setText] = useState(input)
  const run = () => {
    onDone()
    void setInput(lab, text)
  }
  return (
    <div className="input-box">
      <textarea
        className="mono"
        rows={6}
        aria-label="All of the input"
        spellCheck={false}
        value={text}
        ref={(field) => field?.focus()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run()
          if (event.key === 'Escape') onDone()
        }}
      />
      <div className="input-line">
        <button type="button" className="button primary small" onClick={run}>
          Run with it
        </button>
        <kbd>Ctrl Enter</kbd>
        <span className="spring" />
        <button type="button" className="button small" onClick={onDone}>
          Close
        </button>
      </div>
    </div>
  )
}
