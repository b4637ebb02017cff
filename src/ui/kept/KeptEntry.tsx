import { useEffect, useRef, useState } from 'react'
import { duplicateKept, type KeptHead, openKept, renameKept } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { dateWords, headWords } from './words.ts'

interface Props {
  readonly head: KeptHead
  readonly onRemove: () => void
}

/** A scenario that is kept: its name opens it. */
export function KeptEntry({ head, onRemove }: Props) {
  const lab = useLab()
  const isOpen = useLabState(({ work }) => work.kept?.id === head.id)
  const [naming, setNaming] = useState(false)
  const { id, title } = head
  return (
    <li className={isOpen ? 'kept-entry open' : 'kept-entry'}>
      {naming ? (
        <Name head={head} onDone={() => setNaming(false)} />
      ) : (
        <button
          type="button"
          className="kept-open"
          aria-current={isOpen || undefined}
          onClick={() => void openKept(lab, id)}
        >
          <b>{title}</b>
          <span>
            {headWords(head, dateWords(head.saved, Date.now()))}
            {isOpen && ' · open now'}
          </span>
        </button>
      )}
      <span className="kept-actions">
        <button
          type="button"
          className="button small"
          aria-label={`Rename ${title}`}
          aria-expanded={naming}
          onClick={() => setNaming(!naming)}
        >
          Rename
        </button>
        <button
          type="button"
          className="button small"
          aria-label={`Duplicate ${title}`}
          onClick={() => void duplicateKept(lab, id)}
        >
          Duplicate
        </button>
        <button type="button" className="button small" aria-label={`Delete ${title}`} onClick={onRemove}>
          Delete
        </button>
      </span>
    </li>
  )
}

function Name({ head: { id, title }, onDone }: { readonly head: KeptHead; readonly onDone: () => void }) {
  const lab = useLab()
  const [name, setName] = useState(title)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <form
      className="kept-name"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') void renameKept(lab, id, name.trim())
        onDone()
      }}
    >
      <input
        ref={field}
        aria-label="Name of the scenario"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button small primary">
        OK
      </button>
    </form>
  )
}
