import type { Deed, Inspected } from '../../engine/session/index.ts'
import { showMomentOf } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { lifetimeOf, operationText, placeText, tenantText } from './model.ts'

/** Who allocated the block of a chunk and who freed it, how long it lived, and which blocks were there before. */
export function Past({ inspected, now }: { readonly inspected: Inspected; readonly now: number }) {
  const { allocated, freed, earlier } = inspected
  const lifetime = lifetimeOf(inspected, now)
  if (allocated === null && earlier.length === 0) return null
  return (
    <dl className="facts past">
      {allocated !== null && <Did name="Allocated" deed={allocated} />}
      {freed !== null && <Did name="Freed" deed={freed} />}
      {lifetime !== null && (
        <div>
          <dt>{lifetime.name}</dt>
          <dd>{lifetime.value}</dd>
        </div>
      )}
      {earlier.length > 0 && (
        <div>
          <dt>Before it</dt>
          <dd>
            {earlier.map((tenant) => (
              <div key={tenant.allocated?.operation}>
                <Jump to={tenant.allocated} text={tenantText(tenant)} />
              </div>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Did({ name, deed }: { readonly name: string; readonly deed: Deed }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Jump to={deed} text={operationText(deed)} /> <span className="deed-place">{placeText(deed)}</span>
        {deed.text !== '' && <code className="deed">{deed.text}</code>}
      </dd>
    </div>
  )
}

/** A way to an operation as it ended. */
function Jump({ to, text }: { readonly to: Deed | null; readonly text: string }) {
  const lab = useLab()
  if (to === null) return <span>{text}</span>
  return (
    <button
      type="button"
      className="jump"
      title="Go to that operation"
      onClick={() => showMomentOf(lab, to.operation)}
    >
      {text}
    </button>
  )
}
