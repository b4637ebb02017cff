import type { VariableView } from '../../engine/session/index.ts'
import { inspect } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { address, plural } from '../format.ts'
import { targetOf } from '../targets.ts'

interface Props {
  readonly variable: VariableView
  readonly path: string
  readonly depth: number
  /** Paths whose parts are shown. */
  readonly open: ReadonlySet<string>
  readonly onToggle: (path: string) => void
}

/** A variable on a line: name, type, value; its members, elements, or what it points to, below it when opened. */
export function Variable({ variable, path, depth, open, onToggle }: Props) {
  const { name, type, value, parts, changed, size } = variable
  const shown = open.has(path)
  return (
    <li>
      <div
        className={`variable${changed ? ' changed' : ''}`}
        style={{ '--depth': depth } as React.CSSProperties}
        title={`${type}, ${plural(size, 'byte')} at ${address(variable.address)}`}
      >
        {parts.length > 0 ? (
          <button
            type="button"
            className="variable-name"
            aria-expanded={shown}
            onClick={() => onToggle(path)}
          >
            <span className="twist" aria-hidden="true" />
            <b className="mono">{name}</b>
          </button>
        ) : (
          <span className="variable-name">
            <b className="mono">{name}</b>
          </span>
        )}
        <span className="variable-type mono">{type}</span>
        <Value variable={variable} value={value} />
      </div>
      {shown && (
        <ul>
          {parts
            .map((part, place) => ({ part, place }))
            .map(({ part, place }) => (
              <Variable
                key={place}
                variable={part}
                path={`${path}/${place}`}
                depth={depth + 1}
                open={open}
                onToggle={onToggle}
              />
            ))}
        </ul>
      )}
    </li>
  )
}

/** A value; that of a pointer into the heap is a way to the chunk, and says what lies there. */
function Value({ variable, value }: { readonly variable: VariableView; readonly value: string }) {
  const lab = useLab()
  const moment = useLabState((state) => state.moment)
  const target = moment === null ? null : targetOf(moment, variable.target)
  const changed = variable.changed ? <span className="sr"> (changed)</span> : null
  if (target === null)
    return (
      <span className="variable-value mono" title={value}>
        {value}
        {changed}
      </span>
    )
  return (
    <button
      type="button"
      className={`variable-value pointer mono${target.dangling ? ' dangling' : ''}`}
      title={`${value}: look at the chunk it points at`}
      onClick={() => inspect(lab, variable.target)}
    >
      <span className="target-value">{value}</span>
      {target.name !== '' && <span className="target-name"> → {target.name}</span>}
      {changed}
    </button>
  )
}
