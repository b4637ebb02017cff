import { useState } from 'react'
import { SHAPES, type ShapeSpec } from '../../engine/workload/generators/catalog.ts'
import { openSource } from '../../state/index.ts'
import { useLab } from '../context.ts'

/** A seeded workload: its shape, its seed and its parameters. */
export function GeneratorForm({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab()
  const [shape, setShape] = useState<ShapeSpec>(SHAPES[0]!)
  const [seed, setSeed] = useState('1')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const textOf = (key: string, preset: number) => typed[key] ?? String(preset)
  const params = shape.params.map((param) => ({ param, value: Number(textOf(param.key, param.default)) }))
  const good =
    /^\d{1,9}$/.test(seed) &&
    params.every(({ param, value }) => Number.isInteger(value) && value >= param.min && value <= param.max)
  const run = () => {
    onClose()
    const values = Object.fromEntries(params.map(({ param, value }) => [param.key, value]))
    openSource(
      lab,
      { kind: 'generator', shape: shape.id, seed: Number(seed), params: values },
      `${shape.name}, seed ${seed}`,
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (good) run()
      }}
    >
      <label>
        <span>Shape</span>
        <select
          value={shape.id}
          onChange={(event) => {
            setShape(SHAPES.find(({ id }) => id === event.target.value) ?? SHAPES[0]!)
            setTyped({})
          }}
        >
          {SHAPES.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p className="aside">{shape.summary}</p>
      <div className="fields-grid">
        <Field name="Seed" hint="0 to 999,999,999" value={seed} onChange={setSeed} />
        {shape.params.map((param) => (
          <Field
            key={param.key}
            name={param.label}
            hint={`${param.min.toLocaleString('en')} to ${param.max.toLocaleString('en')}`}
            value={textOf(param.key, param.default)}
            onChange={(value) => setTyped({ ...typed, [param.key]: value })}
          />
        ))}
      </div>
      <p className="modal-actions">
        <button type="submit" className="button primary" disabled={!good}>
          Run
        </button>
      </p>
    </form>
  )
}

interface FieldProps {
  readonly name: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Field({ name, hint, value, onChange }: FieldProps) {
  return (
    <label>
      <span>
        {name} <small>{hint}</small>
      </span>
      <input inputMode="numeric" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}
