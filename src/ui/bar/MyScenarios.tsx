import { useEffect } from 'react'
import { loadKept, openKept, showDialog } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { plural } from '../format.ts'

/** Shown in the menu: the newest of them, beside the one that is open. */
const NEWEST = 3

/** In the menu: what the person has worked on last, and the way to all of it. */
export function MyScenarios({ close }: { readonly close: () => void }) {
  const lab = useLab()
  const kept = useLabState((state) => state.kept)
  const open = useLabState(({ work }) => work.kept?.id)
  useEffect(() => void loadKept(lab), [lab])
  const heads = kept === null || kept === 'unkept' ? [] : kept.heads
  const newest = heads.filter(({ id }) => id !== open).slice(0, NEWEST)
  return (
    <ul className="choices my-choices" aria-label="My scenarios">
      {newest.map(({ id, title, unrun }) => (
        <li key={id}>
          <button
            type="button"
            className="choice"
            onClick={() => {
              close()
              void openKept(lab, id)
            }}
          >
            <b>{title}</b>
            {unrun && <span>Not run yet</span>}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="choice"
          onClick={() => {
            close()
            showDialog(lab, { kind: 'kept' })
          }}
        >
          <b>
            My scenarios … <kbd>y</kbd>
          </b>
          <span>
            {heads.length === 0
              ? 'What you open or change is kept in this browser'
              : `${plural(heads.length, 'scenario')} kept in this browser`}
          </span>
        </button>
      </li>
    </ul>
  )
}
