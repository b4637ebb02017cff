import { useLabState } from '../../context.ts'
import { factsOn, shortValue, type TextPlace } from './facts.ts'

/** Values behind a line: more would hide them from each other. */
const MOST_SHOWN = 3

/** Behind the line that runs: what its variables hold, as debuggers show it. */
export function LineValues(place: TextPlace) {
  const view = useLabState((state) => state.moment?.program ?? null)
  const shown = useLabState((state) => state.lineValues)
  if (view === null || !shown) return null
  const facts = factsOn(view, place).slice(0, MOST_SHOWN)
  return (
    <span className="line-values">
      {facts.map(({ name, variable: { value, changed } }) => (
        <span key={name} className={changed ? 'changed' : ''}>
          {name} = {shortValue(value)}
        </span>
      ))}
    </span>
  )
}
