import { useState } from 'react'
import type { HandAction, HandBlock } from '../../state/by-hand/action.ts'
import { useLabState } from '../context.ts'
import { plural } from '../format.ts'
import { readWrite, type WriteFields } from './fields.ts'
import { NumberField } from './NumberField.tsx'
import { writtenText } from './words.ts'

interface Props {
  readonly block: HandBlock
  readonly onAct: (action: HandAction) => void
}

const FIRST: WriteFields = { isText: false, what: 'A', length: '8', offset: '0', isPastEnd: false }

/** Writes bytes into a block, before it, or past its end; what will be written is shown before. */
export function WriteForm({ block, onAct }: Props) {
  const isProgram = useLabState((state) => state.hand?.end?.kind === 'program')
  const [fields, setFields] = useState(FIRST)
  const change = (part: Partial<WriteFields>) => setFields({ ...fields, ...part })
  const write = readWrite(fields, block)
  const action: HandAction | null = write.ok ? { ...write.value, block } : null
  return (
    <form
      className="hand-form hand-write"
      onSubmit={(event) => {
        event.preventDefault()
        if (action !== null) onAct(action)
      }}
    >
      <label className="hand-field">
        <span>write</span>
        <select
          aria-label="What is written"
          value={fields.isText ? 'text' : 'byte'}
          onChange={(event) => change({ isText: event.target.value === 'text' })}
        >
          <option value="byte">the byte</option>
          <option value="text">the text</option>
        </select>
      </label>
      <NumberField
        label={fields.isText ? 'Text' : 'Byte, a number or a character'}
        face=""
        value={fields.what}
        isBad={!write.ok}
        onChange={(what) => change({ what })}
      />
      {!fields.isText && (
        <NumberField
          label="Times"
          face="×"
          value={fields.length}
          isBad={!write.ok}
          onChange={(length) => change({ length })}
        />
      )}
      <label className="hand-field">
        <span>at</span>
        <select
          aria-label="Where it is written"
          value={fields.isPastEnd ? 'end' : 'start'}
          onChange={(event) => change({ isPastEnd: event.target.value === 'end' })}
        >
          <option value="start">its start</option>
          <option value="end" disabled={block.requested < 0}>
            past its end
          </option>
        </select>
      </label>
      <NumberField
        label="Bytes from there"
        face="+"
        value={fields.offset}
        isBad={!write.ok}
        onChange={(offset) => change({ offset })}
      />
      <button type="submit" className="button small primary" disabled={!write.ok}>
        Write
      </button>
      <p className="hand-preview" role="status">
        {action !== null ? (
          <>
            <code>{writtenText(action, isProgram)}</code>
            {reach(action, block)}
          </>
        ) : (
          !write.ok && write.reason
        )}
      </p>
    </form>
  )
}

/** How a write lies to the bytes that were asked for, where it leaves them. */
function reach(action: HandAction, { requested, state }: HandBlock): string {
  if (action.kind !== 'fill' && action.kind !== 'text') return ''
  if (state === 'freed') return ' writes to memory that was freed.'
  if (state === 'inside') return ''
  const length = action.kind === 'fill' ? action.length : new TextEncoder().encode(action.text).length
  if (action.offset < 0) return ` begins ${plural(-action.offset, 'byte')} before the block.`
  const past = Math.min(length, action.offset + length - requested)
  return past > 0 ? ` writes ${plural(past, 'byte')} past its end.` : ''
}
