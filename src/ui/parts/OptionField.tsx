import { useId, useState } from 'react'
import { type OptionSpec, optionError } from '../../engine/allocators/catalog.ts'
import { count } from '../format.ts'

type Value = string | number | boolean

interface Props {
  readonly option: OptionSpec
  readonly value: Value
  readonly onSet: (value: Value) => void
}

/** One option with its help. What is typed takes effect when it is complete and allowed; else it says why not. */
export function OptionField({ option, value, onSet }: Props) {
  const id = useId()
  return (
    <div className="option">
      <label htmlFor={id}>{option.label}</label>
      <Control id={id} option={option} value={value} onSet={onSet} />
      <p id={`${id}-help`}>{option.help}</p>
    </div>
  )
}

function Control({ id, option, value, onSet: set }: Props & { readonly id: string }) {
  const described = { 'aria-describedby': `${id}-help` }
  switch (option.type) {
    case 'choice':
      return (
        <select id={id} value={String(value)} {...described} onChange={(event) => set(event.target.value)}>
          {option.values.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )
    case 'flag':
      return (
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          {...described}
          onChange={(event) => set(event.target.checked)}
        />
      )
    case 'number':
      return <NumberField id={id} option={option} value={Number(value)} onSet={set} />
  }
}

interface NumberProps {
  readonly id: string
  readonly option: Extract<OptionSpec, { type: 'number' }>
  readonly value: number
  readonly onSet: (value: number) => void
}

function NumberField({ id, option, value, onSet }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const number = typed === null || typed.trim() === '' ? Number.NaN : Number(typed)
  const error = typed === null ? null : optionError(option, number)
  const take = () => {
    if (typed === null || error !== null) return
    if (number !== value) onSet(number)
    setTyped(null)
  }
  const limits = `${count(option.min)} to ${count(option.max)}${option.unit === 'bytes' ? ' bytes' : ''}`
  return (
    <div className="number">
      <input
        id={id}
        inputMode="numeric"
        value={typed ?? String(value)}
        aria-describedby={`${id}-help ${id}-limits`}
        aria-invalid={error !== null}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      <span id={`${id}-limits`} className={error === null ? 'limits' : 'limits bad'}>
        {error ?? `${limits}${option.zeroMeans === undefined ? '' : `; 0: ${option.zeroMeans}`}`}
      </span>
    </div>
  )
}
