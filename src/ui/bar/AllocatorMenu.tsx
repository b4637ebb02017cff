import { CATALOG } from '../../engine/allocators/catalog.ts'
import {
  allocatorOf,
  allocatorTitle,
  changedOptions,
  optionsOf,
  resetOptions,
  setAllocator,
  setOption,
  setSetting,
  settingsFor,
  settingValues,
  wishedScenario,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { OptionField } from '../parts/OptionField.tsx'
import { Popover } from '../parts/Popover.tsx'

/** Chooses the allocator, and its options as the catalog describes them. */
export function AllocatorMenu() {
  const scenario = useLabState(wishedScenario)
  const spec = allocatorOf({ scenario })
  const { id = '', options: given } = scenario?.allocator ?? {}
  const name = spec === undefined ? (id === '' ? '…' : `unknown: ${id}`) : allocatorTitle(spec, given ?? {})
  return (
    <Popover
      label={`Allocator: ${name}`}
      className="pill"
      panelClass="wide"
      face={
        <>
          <small>{'Allocator: '}</small>
          <span className="pill-text">{name}</span>
          <span aria-hidden="true">▾</span>
        </>
      }
    >
      {() => (
        <div className="chooser">
          <Names chosen={name} />
          <Options />
        </div>
      )}
    </Popover>
  )
}

/** `chosen`: the title of the allocator in use, which may be a preset by its options only. */
function Names({ chosen }: { readonly chosen: string }) {
  const lab = useLab()
  return (
    <ul className="choices" aria-label="Allocators">
      {CATALOG.map((spec) => (
        <li key={spec.id}>
          <button
            type="button"
            className="choice"
            aria-pressed={spec.name === chosen}
            onClick={() => setAllocator(lab, spec.id)}
          >
            <b>{spec.name}</b>
            <span>{spec.summary}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Options() {
  const lab = useLab()
  const scenario = useLabState(wishedScenario)
  const spec = allocatorOf({ scenario })
  const given = scenario?.allocator.options
  if (spec === undefined || given === undefined) return <p className="aside">Choose an allocator.</p>
  const values = optionsOf(spec, given)
  const changed = changedOptions(spec, given).length > 0
  return (
    <div className="options">
      <div className="options-head">
        <h2>Options</h2>
        <button type="button" className="quiet" disabled={!changed} onClick={() => resetOptions(lab)}>
          Reset to {spec.name}
        </button>
      </div>
      {spec.options.length === 0 && <p className="aside">This allocator has none.</p>}
      {spec.options.map((option) => (
        <OptionField
          key={`${spec.id}.${option.key}`}
          option={option}
          value={values[option.key]!}
          onSet={(value) => setOption(lab, option.key, value)}
        />
      ))}
      <Settings />
    </div>
  )
}

/** How the process is set up, and what wrong use leads to: the same for every allocator. */
function Settings() {
  const lab = useLab()
  const scenario = useLabState(wishedScenario)
  if (scenario === null) return null
  const values = settingValues(scenario)
  return (
    <>
      <div className="options-head">
        <h2>Process</h2>
      </div>
      {settingsFor(scenario).map((option) => (
        <OptionField
          key={option.key}
          option={option}
          value={values[option.key]!}
          onSet={(value) => setSetting(lab, option.key, value)}
        />
      ))}
    </>
  )
}
