import { useLabState } from '../../context.ts'
import { factsOn, shortValue, type TextPlace } from './facts.ts'

/** Below the text, on one line: what the variables hold that the line names which runs. */
export function LineValues(place: TextPlace) {
  const view = useLabState((state) => state.moment?.program ?? null)
  const shown = useLabState((state) => state.lineValues)
  if (view === null || !shown) return null
  const facts = factsOn(view, place)
  return (
    <p className="line-values mono">
      {facts.map(({ name, variable: { value, changed } }) => (
        <span key={name} title={`${name} = ${value}`}>
          {name} = <b className={changed ? 'changed' : ''}>{shortValue(value)}</b>
        </span>
      ))}
      {facts.length === 0 && <span className="line-values-none">no values on this line</span>}
    </p>
  )
}
