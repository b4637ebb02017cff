import '../styles/glass.css'
import { useEffect, useMemo, useState } from 'react'
import type { Moment } from '../../engine/session/index.ts'
import { loadLists, pointTo } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count, plural } from '../format.ts'
import { Entries } from './Entries.tsx'
import { type ListRows, listingOf, rowsOf } from './listing.ts'

/** The free lists in the order they are searched, with the search that walks along them. */
export default function FreeList() {
  const lab = useLab()
  const moment = useLabState((state) => state.moment)
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  useEffect(() => {
    if (moment !== null) loadLists(lab)
  }, [lab, moment])
  useEffect(() => () => pointTo(lab, null), [lab])
  if (moment === null) return <p className="aside">Nothing has been run yet.</p>
  if (ownMalloc) {
    return (
      <p className="aside">
        The program brings its own malloc. How it keeps free memory is its own affair: step through it.
      </p>
    )
  }
  return <Lists moment={moment} />
}

function Lists({ moment }: { readonly moment: Moment }) {
  const [atLeast, setAtLeast] = useState(0)
  const listing = useMemo(() => listingOf(moment), [moment])
  const listed = useMemo(() => (listing === null ? null : rowsOf(listing, atLeast)), [listing, atLeast])
  if (listed === null) return <p className="aside">One moment …</p>
  const keepsLists = moment.listNames.length > 0
  return (
    <div className="free-list">
      {!keepsLists && (
        <p className="aside">This allocator keeps no list: a search walks from chunk to chunk.</p>
      )}
      {listed.entries > 1 && <Filter value={atLeast} onChange={setAtLeast} listed={listed} />}
      {listed.rows.length > 0 ? (
        <Entries moment={moment} listed={listed} />
      ) : (
        <p className="aside">{nothing(keepsLists, listed.entries)}</p>
      )}
      {keepsLists && <Empty names={listed.empty} all={moment.listNames.length} />}
    </div>
  )
}

function nothing(keepsLists: boolean, entries: number): string {
  if (entries > 0) return 'No chunk is as large as that.'
  return keepsLists ? 'Nothing is in a list.' : 'Nothing has been looked at in this operation.'
}

interface FilterProps {
  readonly value: number
  readonly onChange: (bytes: number) => void
  readonly listed: ListRows
}

function Filter({ value, onChange, listed: { entries, shown } }: FilterProps) {
  return (
    <div className="list-filter">
      <label>
        At least{' '}
        <input
          type="number"
          min={0}
          step={1}
          placeholder="0"
          value={value === 0 ? '' : value}
          onChange={(event) => onChange(Math.max(0, Math.trunc(Number(event.target.value)) || 0))}
        />{' '}
        bytes
      </label>
      <span role="status">
        {shown < entries ? `${count(shown)} of ${count(entries)}` : plural(entries, 'chunk')}
      </span>
    </div>
  )
}

/** Lists without a chunk, folded into one line. */
function Empty({ names, all }: { readonly names: readonly string[]; readonly all: number }) {
  if (names.length === 0 || all === 1) return null
  const text = names.length === 1 ? '1 list is empty' : `${count(names.length)} lists are empty`
  return (
    <details className="empty-lists">
      <summary>{text}</summary>
      {names.join(', ')}
    </details>
  )
}
