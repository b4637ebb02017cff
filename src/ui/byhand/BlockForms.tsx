import { useState } from 'react'
import type { HandAction, HandBlock } from '../../state/by-hand/action.ts'
import { chosenBlock } from '../../state/by-hand/state.ts'
import { useLabState } from '../context.ts'
import { readSize } from './fields.ts'
import { NumberField } from './NumberField.tsx'
import { WriteForm } from './WriteForm.tsx'

interface Props {
  readonly onAct: (action: HandAction) => void
}

/** What can be done to the block that is chosen. Nothing is shown while there is none. */
export function BlockForms({ onAct }: Props) {
  const block = useLabState((state) => chosenBlock(state.hand))
  const [writing, setWriting] = useState(false)
  if (block === null) return null
  return (
    <>
      <button type="button" className="button small mono" onClick={() => onAct({ kind: 'free', block })}>
        free
      </button>
      <ReallocForm key={`${block.name} ${block.requested}`} block={block} onAct={onAct} />
      <button
        type="button"
        className="button small"
        aria-expanded={writing}
        onClick={() => setWriting(!writing)}
      >
        Write …
      </button>
      {writing && <WriteForm block={block} onAct={onAct} />}
    </>
  )
}

function ReallocForm({ block, onAct }: Props & { readonly block: HandBlock }) {
  const [text, setText] = useState(String(Math.max(16, 2 * block.requested)))
  const size = readSize(text)
  return (
    <form
      className="hand-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (size.ok) onAct({ kind: 'realloc', block, size: size.value })
      }}
    >
      <button type="submit" className="button small mono" disabled={!size.ok}>
        realloc
      </button>
      <NumberField label="New size in bytes" face="to" value={text} isBad={!size.ok} onChange={setText} />
    </form>
  )
}
