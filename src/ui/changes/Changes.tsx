import type { ReactNode } from 'react'
import type { Difference } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import {
  inspect,
  isAsked,
  pin,
  samePosition,
  setInspectorTab,
  shownDifference,
  toPin,
  unpin,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { plural } from '../format.ts'
import {
  betweenWords,
  breakRow,
  type ChangeRow,
  chunkRow,
  chunkSummary,
  figureRows,
  headWords,
  isEmpty,
  listRow,
  listSummary,
  regionRow,
} from './words.ts'
import '../styles/changes.css'

/** What has changed since the pinned moment, as a list. */
export default function Changes() {
  const pinned = useLabState((state) => state.pinned)
  const difference = useLabState(shownDifference)
  const asked = useLabState(isAsked)
  if (pinned === null) return <NothingPinned />
  if (asked) return <p className="aside">The changes could give the answer away. They are back behind it.</p>
  if (difference === null) return <p className="aside">The two moments are being compared.</p>
  return (
    <div className="changes">
      <Head difference={difference} />
      <Body difference={difference} />
    </div>
  )
}

function NothingPinned() {
  const lab = useLab()
  const isThere = useLabState((state) => state.moment !== null)
  return (
    <div className="changes">
      <p>
        Nothing is pinned. Press <kbd>x</kbd> at a moment, then step on: here stands what has changed since.
      </p>
      <p>
        <button type="button" className="button small" disabled={!isThere} onClick={() => pin(lab)}>
          Pin this moment
        </button>
      </p>
    </div>
  )
}

function Head({ difference }: { readonly difference: Difference }) {
  const lab = useLab()
  const isHere = samePosition(difference.from, difference.to)
  return (
    <div className="changes-head">
      <h3>{isHere ? 'This is the pinned moment.' : headWords(difference)}</h3>
      <p className="changes-buttons">
        {!isHere && (
          <>
            <button type="button" className="button small" onClick={() => toPin(lab)}>
              Go to the pin
            </button>
            <button type="button" className="button small" onClick={() => pin(lab)}>
              Pin this moment instead
            </button>
          </>
        )}
        <button type="button" className="button small" onClick={() => unpin(lab)}>
          Take the pin off
        </button>
      </p>
    </div>
  )
}

function Body({ difference }: { readonly difference: Difference }) {
  const lab = useLab()
  const { chunks, lists, regions, problem } = difference
  if (samePosition(difference.from, difference.to)) {
    return <p className="aside">Step on, or back: here stands what is different then.</p>
  }
  const moved = breakRow(regions)
  const mapped = [...(moved === null ? [] : [moved]), ...regions.told.map(regionRow)]
  const toRegion = (at: Address) => {
    inspect(lab, at)
    setInspectorTab(lab, 'regions')
  }
  return (
    <>
      <p>{betweenWords(difference.between)}</p>
      {problem !== null && <p className="trouble">Not all could be read: {problem}</p>}
      {isEmpty(difference) && <p>Nothing is different.</p>}
      {chunks.total > 0 && (
        <Group name="Chunks" note={chunkSummary(chunks)}>
          <Rows rows={chunks.told.map(chunkRow)} total={chunks.total} />
        </Group>
      )}
      {lists.total > 0 && (
        <Group name={lists.names.length > 1 ? 'Free lists' : 'Free list'} note={listSummary(lists)}>
          <Rows rows={lists.told.map((change) => listRow(change, lists.names))} total={lists.total} />
        </Group>
      )}
      {mapped.length > 0 && (
        <Group name="Regions" note="">
          <Rows
            rows={mapped}
            total={mapped.length - regions.told.length + regions.total}
            onChoose={toRegion}
          />
        </Group>
      )}
      <Figures difference={difference} />
    </>
  )
}

interface GroupProps {
  readonly name: string
  readonly note: string
  readonly children: ReactNode
}

function Group({ name, note, children }: GroupProps) {
  return (
    <section aria-label={name}>
      <h4>
        {name} {note !== '' && <small>{note}</small>}
      </h4>
      {children}
    </section>
  )
}

interface RowsProps {
  readonly rows: readonly ChangeRow[]
  /** How many there are, those that are not told among them. */
  readonly total: number
  /** What choosing a row does; usually the chunk there is inspected. */
  readonly onChoose?: (at: Address) => void
}

const SIGNS: Readonly<Record<ChangeRow['sign'], string>> = { '+': 'came', '−': 'went', '~': 'changed' }

function Rows({ rows, total, onChoose }: RowsProps) {
  const lab = useLab()
  const inspected = useLabState((state) => state.view.inspect)
  const choose = onChoose ?? ((at: Address) => inspect(lab, at))
  return (
    <ol className="change-rows">
      {rows.map(({ at, sign, place, words }) => (
        <li key={`${sign}${place}`}>
          <button type="button" aria-pressed={inspected === at} onClick={() => choose(at)}>
            <span className={`sign ${SIGNS[sign]}`} aria-hidden="true">
              {sign}
            </span>
            <span className="mono">{place}</span>
            <span>{words}</span>
          </button>
        </li>
      ))}
      {total > rows.length && <li className="more">and {plural(total - rows.length, 'more change')}</li>}
    </ol>
  )
}

function Figures({ difference }: { readonly difference: Difference }) {
  const rows = figureRows(difference)
  if (rows.length === 0) return null
  return (
    <Group name="Figures" note="">
      <table className="change-figures">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">Figure</span>
            </th>
            <th scope="col">pinned</th>
            <th scope="col">here</th>
            <th scope="col">change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before, after, change }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{after}</td>
              <td>{change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Group>
  )
}
