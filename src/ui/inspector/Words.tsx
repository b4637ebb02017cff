import { useState } from 'react'
import type { BitRange, Field } from '../../engine/allocators/index.ts'
import type { Inspected } from '../../engine/session/index.ts'
import { inspect } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { address, plural } from '../format.ts'

interface Props {
  readonly inspected: Inspected
  readonly lit: number
  readonly onLight: (field: number) => void
}

/** The words of a chunk: tags bit by bit, and links, which lead on to the chunk that they point at. */
export function Words({ inspected, lit, onLight }: Props) {
  const { chunk } = inspected
  const [pressed, setPressed] = useState({ chunk, field: -1 })
  const kept = pressed.chunk === chunk ? pressed.field : -1
  const light = (field: number) => onLight(field < 0 ? kept : field)
  return (
    <ul className="words" aria-label="Words of the chunk">
      {inspected.fields
        .map((field, i) => ({ field, i }))
        .map(({ field, i }) => (
          <li
            key={`${field.label}.${field.address - chunk}`}
            className={lit === i ? 'word is-lit' : 'word'}
            onPointerEnter={() => light(i)}
            onPointerLeave={() => light(-1)}
          >
            <div className="word-head">
              <button
                type="button"
                className="word-name"
                aria-pressed={kept === i}
                title={`${plural(field.size, 'byte')} at ${address(field.address)}. Press to keep them marked below.`}
                onFocus={() => light(i)}
                onBlur={() => light(-1)}
                onClick={() => setPressed({ chunk, field: kept === i ? -1 : i })}
              >
                {field.label}
              </button>
              <Value field={field} />
            </div>
            {field.bits !== undefined && field.bits.length > 0 && <Bits bits={field.bits} />}
          </li>
        ))}
    </ul>
  )
}

/** All digits of a number, or where a link leads: a way to the chunk there, if one is. */
function Value({ field: { word, bits, value } }: { readonly field: Field }) {
  const lab = useLab()
  const extent = useLabState((state) => state.moment?.extent)
  if (word !== undefined) {
    // A plain number is told as one.
    const shown = bits === undefined || bits.length === 0 ? value : word
    return (
      <span className="word-digits mono" title={word}>
        {shown}
      </span>
    )
  }
  const target = Number(value)
  const leads = extent !== undefined && target > 0 && target >= extent.from && target < extent.to
  if (!leads) return <span className="word-digits mono">{value}</span>
  return (
    <button
      type="button"
      className="word-digits pointer mono"
      title="Look at the chunk there"
      onClick={() => inspect(lab, target)}
    >
      {value}
    </button>
  )
}

/** The parts of a word side by side, highest bits first. */
function Bits({ bits }: { readonly bits: readonly BitRange[] }) {
  return (
    <ul className="bits">
      {bits.map(({ low, high, name, digits, meaning }) => (
        <li key={low} className={low === high ? 'flag' : 'run'}>
          <span className="bit-name">{name}</span>
          <b className="mono">{digits}</b>
          <span>{meaning}</span>
          <span className="bit-place">
            {low === high ? (
              <>
                <span className="sr">bit </span>
                {low}
              </>
            ) : (
              `bits ${low}–${high}`
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
