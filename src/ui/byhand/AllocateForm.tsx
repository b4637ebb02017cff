import { type FormEvent, useState } from 'react'
import type { HandAction } from '../../state/by-hand/action.ts'
import { readSize } from './fields.ts'
import { NumberField } from './NumberField.tsx'

interface Props {
  readonly onAct: (action: HandAction) => void
}

/** malloc of a size, and calloc of so many of that size. */
export function AllocateForm({ onAct }: Props) {
  const [size, setSize] = useState('100')
  const [times, setTimes] = useState('4')
  const bytes = readSize(size)
  const count = readSize(times)
  const malloc = (event: FormEvent) => {
    event.preventDefault()
    if (bytes.ok) onAct({ kind: 'malloc', size: bytes.value })
  }
  const calloc = (event: FormEvent) => {
    event.preventDefault()
    if (bytes.ok && count.ok) onAct({ kind: 'calloc', count: count.value, size: bytes.value })
  }
  return (
    <>
      <form className="hand-form" onSubmit={malloc}>
        <NumberField label="Size in bytes" face="size" value={size} isBad={!bytes.ok} onChange={setSize} />
        <button type="submit" className="button small primary mono" disabled={!bytes.ok}>
          malloc
        </button>
      </form>
      <form className="hand-form" onSubmit={calloc}>
        <NumberField
          label="Elements of that size"
          face="times"
          value={times}
          isBad={!count.ok}
          onChange={setTimes}
        />
        <button type="submit" className="button small mono" disabled={!bytes.ok || !count.ok}>
          calloc
        </button>
      </form>
      {!bytes.ok && <span className="hand-hint">{bytes.reason}</span>}
    </>
  )
}
