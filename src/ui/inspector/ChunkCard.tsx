import { inspect } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { address, count, plural } from '../format.ts'
import { Hex } from './Hex.tsx'
import { rowsOf } from './model.ts'

/** A chunk in words, its decoded fields, and its bytes. */
export function ChunkCard() {
  const lab = useLab()
  const moment = useLabState((state) => state.moment)
  const pinned = useLabState((state) => state.view.inspect !== null)
  if (moment === null) return <p className="aside">Nothing has been run yet.</p>
  const { inspected } = moment
  if (inspected === null) {
    return (
      <div className="aside">
        <p>
          {pinned ? 'No chunk is at the address you chose at this moment.' : 'This step is about no chunk.'}{' '}
          Click one on the map to look at it.
        </p>
        {pinned && <Follow onClick={() => inspect(lab, null)} />}
      </div>
    )
  }
  return (
    <div className="card">
      <dl className="facts">
        {rowsOf(inspected, moment).map(({ name, value, mono }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={mono ? 'mono' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
      {inspected.fields.length > 0 && (
        <dl className="fields mono">
          {inspected.fields.map((field) => (
            <div
              key={`${field.label}.${field.address}`}
              title={`${plural(field.size, 'byte')} at ${address(field.address)}`}
            >
              <dt>{field.label}</dt>
              <dd>{field.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Hex inspected={inspected} />
      {inspected.bytes.length < inspected.size && (
        <p className="aside">
          The first {count(inspected.bytes.length)} of {count(inspected.size)} bytes.
        </p>
      )}
      {pinned && <Follow onClick={() => inspect(lab, null)} />}
    </div>
  )
}

function Follow({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" className="button small" onClick={onClick}>
      Follow the steps again
    </button>
  )
}
