import type { PartName } from '../../engine/parts.ts'
import { count } from '../format.ts'
import { partMeans, partName } from '../part-words.ts'

interface Props {
  readonly parts: readonly PartName[]
  readonly bytes: readonly number[]
  readonly lit: PartName | null
  readonly factory: string
  readonly ownMalloc: boolean
  readonly onChoose: (part: PartName) => void
}

/** The parts of the heap with their bytes; each lights up its chunks on the map. */
export function PartsKey({ parts, bytes, lit, factory, ownMalloc, onChoose }: Props) {
  const total = bytes.reduce((sum, value) => sum + value, 0)
  return (
    <ul className="parts-key" aria-label="Parts of the heap">
      {parts.map((part, i) => (
        <li key={part}>
          <button
            type="button"
            aria-pressed={part === lit}
            title={`${partMeans(part, factory, ownMalloc)} Click: light up on the map.`}
            onClick={() => onChoose(part)}
          >
            <span className={`part-swatch ${part}`} aria-hidden="true" />
            <span>{partName(part, factory, ownMalloc)}</span> <b>{count(bytes[i] ?? 0)}</b>{' '}
            <small>{total === 0 ? '' : `${percent((bytes[i] ?? 0) / total)} %`}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}

function percent(share: number): string {
  const value = share * 100
  if (value > 0 && value < 0.05) return '< 0.1'
  return value > 0 && value < 0.95 ? value.toFixed(1) : String(Math.round(value))
}
