import { inspect } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { address, plural } from '../format.ts'

/** The free chunks in search order, as a list to click through. */
export function FreeList() {
  const lab = useLab()
  const moment = useLabState((state) => state.moment)
  if (moment === null) return <p className="aside">Nothing has been run yet.</p>
  if (moment.listNames.length === 0) {
    return <p className="aside">This allocator keeps no list: a search walks from chunk to chunk.</p>
  }
  if (moment.list.length === 0) return <p className="aside">Nothing is in a list.</p>
  const several = moment.listNames.length > 1
  return (
    <ol className="entries">
      {moment.list
        .map((entry, i) => ({ ...entry, place: i }))
        .map((entry) => (
          <li key={entry.place}>
            <button type="button" className="entry" onClick={() => inspect(lab, entry.chunk)}>
              <b>{plural(entry.size, 'byte')}</b>
              <span className="mono">{address(entry.chunk)}</span>
              {several && <span>{moment.listNames[entry.list]}</span>}
            </button>
          </li>
        ))}
      {moment.listTruncated && <li className="aside">and more</li>}
    </ol>
  )
}
