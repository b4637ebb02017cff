import type { ComponentType, ReactNode } from 'react'
import type { Moment } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import { addRival, compareRefusal, isAsked, MOST_RIVALS } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { Popover } from '../parts/Popover.tsx'
import { AllocatorChoices } from './AllocatorChoices.tsx'
import { FigureTable } from './FigureTable.tsx'
import { OwnPanel, RivalPanel } from './Panels.tsx'
import { Partings } from './Partings.tsx'
import '../styles/compare.css'

/** A small heap map. */
export type MapView = ComponentType<{
  readonly moment: Moment
  readonly name: string
  readonly from: Address
  readonly bytesPerRow: Bytes
  readonly onFrom: (address: Address) => void
  readonly onRows: (rows: number) => void
  readonly picked: Address | null
  readonly onPick: (address: Address | null) => void
  readonly children?: ReactNode
}>

interface Props {
  readonly Map: MapView
  /** What the patterns of the maps mean, and their zoom. */
  readonly Legend: ComponentType
  readonly onClose: () => void
}

/** The same workload under several allocators, side by side. */
export default function Comparison({ Map: MapView, Legend, onClose }: Props) {
  const refusal = useLabState(compareRefusal)
  const rivals = useLabState((state) => state.comparison?.rivals) ?? []
  const asked = useLabState(isAsked)
  return (
    <section className="panel heap comparison" aria-label="Comparison">
      <Head onClose={onClose} />
      {refusal !== null ? (
        <p className="aside">{refusal}</p>
      ) : (
        <div className="comparison-body">
          {rivals.length > 0 && <Legend />}
          {asked ? rivals.length > 0 && <Covered /> : <Partings />}
          <div className="contenders" data-count={rivals.length + 1}>
            <OwnPanel Map={MapView} />
            {rivals.map((rival) => (
              <RivalPanel key={rival.key} rival={rival} Map={MapView} />
            ))}
            {rivals.length === 0 && <Invitation />}
          </div>
          {rivals.length > 0 && !asked && <FigureTable />}
        </div>
      )}
    </section>
  )
}

/** While a question is open: what the allocators do from here on, and come to in the end, would answer it. */
function Covered() {
  return (
    <p className="aside">
      Where they part company, and the figures of the whole run, are back behind the answer.
    </p>
  )
}

function Head({ onClose }: Pick<Props, 'onClose'>) {
  const lab = useLab()
  const count = useLabState((state) => state.comparison?.rivals.length ?? 0)
  const refused = useLabState((state) => compareRefusal(state) !== null)
  return (
    <div className="head">
      <h2>Compare</h2>
      <span className="spring" />
      {count > 0 && !refused && (
        <Popover
          label="Add an allocator"
          className="button small"
          panelClass="add-allocator"
          face="Add an allocator ▾"
          disabled={count >= MOST_RIVALS}
        >
          {(close) => (
            <AllocatorChoices
              onChoose={(id) => {
                close()
                addRival(lab, id)
              }}
            />
          )}
        </Popover>
      )}
      <button type="button" className="button small" onClick={onClose}>
        Leave <kbd>v</kbd>
      </button>
    </div>
  )
}

/** Before anything has been chosen. */
function Invitation() {
  const lab = useLab()
  return (
    <article className="contender invitation" aria-label="Choose an allocator">
      <h3>Run the same workload beside it, under …</h3>
      <AllocatorChoices onChoose={(id) => addRival(lab, id)} />
    </article>
  )
}
