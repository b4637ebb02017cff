import type { LineBytes } from '../../../engine/session/index.ts'
import { inspect } from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { targetOf } from '../../targets.ts'
import { bytesWords } from '../bytes.ts'
import { type Fact, factsOn, type TextPlace } from './facts.ts'

interface Props extends TextPlace {
  /** Where the name stands that is pointed at, from 0; null: the whole line, with what it has allocated and freed. */
  readonly column: number | null
  readonly bytes: LineBytes | undefined
}

/** What is known of a line, or of a name in it, at the moment: values of variables, and bytes allocated and freed. */
export function LineFacts({ column, bytes, ...place }: Props) {
  const view = useLabState((state) => state.moment?.program ?? null)
  const facts = view === null ? [] : factsOn(view, place, column)
  if (column === null && bytes === undefined && facts.length === 0)
    return <p className="line-facts">Line {place.line}: no variables at hand here.</p>
  return (
    <div className="line-facts">
      {column === null && bytes !== undefined && (
        <p>
          Line {place.line}. {bytesWords(bytes)}
        </p>
      )}
      {facts.map((fact) => (
        <FactLine key={fact.name} fact={fact} />
      ))}
    </div>
  )
}

/** Whether there is anything to say of a name. */
export function isKnown(view: Parameters<typeof factsOn>[0], place: TextPlace, column: number): boolean {
  return factsOn(view, place, column).length > 0
}

function FactLine({ fact: { name, variable } }: { readonly fact: Fact }) {
  const lab = useLab()
  const moment = useLabState((state) => state.moment)
  const target = moment === null ? null : targetOf(moment, variable.target)
  return (
    <p className={variable.changed ? 'fact changed' : 'fact'}>
      <span>
        <b className="mono">{name}</b> <span className="fact-type mono">{variable.type}</span>
      </span>
      <span>
        <span className="fact-value mono">{variable.value}</span>
        {variable.changed && <small>changed by this statement</small>}
        {target !== null && (
          <button type="button" className="fact-way" onClick={() => inspect(lab, variable.target)}>
            {target.dangling ? 'free memory: look at it' : `look at ${target.name || 'the heap there'}`}
          </button>
        )}
      </span>
    </p>
  )
}
