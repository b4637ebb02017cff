import '../styles/glass.css'
import { memo, useState } from 'react'
import type { Inspected, Moment } from '../../engine/session/index.ts'
import { inspect, inspectListed, inspectNeighbour, neighbourOf, setInspectorTab } from '../../state/index.ts'
import { useLab, useLabState, useUnhurriedMoment } from '../context.ts'
import { count } from '../format.ts'
import { Hex } from './Hex.tsx'
import { factsOf } from './model.ts'
import { Past } from './Past.tsx'
import { Words } from './Words.tsx'

/** A chunk under the glass: what it is, its past, its tags bit by bit, its bytes, and the ways to its neighbours. */
export default function ChunkCard() {
  const moment = useUnhurriedMoment()
  if (moment === null) return <p className="aside">Nothing has been run yet.</p>
  return <Card moment={moment} />
}

const Card = memo(({ moment }: { readonly moment: Moment }) => {
  const lab = useLab()
  const chosen = useLabState((state) => state.view.inspect !== null)
  const { inspected } = moment
  if (inspected === null) {
    return (
      <div className="aside">
        <p>
          {chosen ? 'No chunk is at the address you chose at this moment.' : 'This step is about no chunk.'}{' '}
          Click one on the map to look at it.
        </p>
        {chosen && <Follow onClick={() => inspect(lab, null)} />}
      </div>
    )
  }
  return (
    <div className="card">
      <Ways inspected={inspected} moment={moment} />
      <dl className="facts">
        {factsOf(inspected).map(({ name, value, mono }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={mono ? 'mono' : ''}>{value}</dd>
          </div>
        ))}
        <InList inspected={inspected} moment={moment} />
      </dl>
      <Past inspected={inspected} now={moment.position.operation} />
      <Bytes inspected={inspected} />
      {inspected.bytes.length < inspected.size && (
        <p className="aside">
          The first {count(inspected.bytes.length)} of {count(inspected.size)} bytes.
        </p>
      )}
      {chosen && <Follow onClick={() => inspect(lab, null)} />}
    </div>
  )
})

/** Words and bytes, each of which lights up the other. */
function Bytes({ inspected }: { readonly inspected: Inspected }) {
  const { chunk, fields } = inspected
  // Another chunk is shown in the same rows, which is quicker than making them anew; what was lit is not taken along.
  const [lit, setLit] = useState({ chunk, field: -1 })
  const field = lit.chunk === chunk ? lit.field : -1
  const light = (next: number) => setLit({ chunk, field: next })
  return (
    <>
      {fields.length > 0 && <Words inspected={inspected} lit={field} onLight={light} />}
      <Hex inspected={inspected} lit={field} onLight={light} />
    </>
  )
}

/** Buttons to the chunks before and behind, by address and in the free list. */
function Ways({ inspected, moment }: { readonly inspected: Inspected; readonly moment: Moment }) {
  const lab = useLab()
  const { listed } = inspected
  return (
    <div className="ways">
      <Way
        name="Chunk"
        before={{ says: 'Chunk in front (k)', go: () => inspectNeighbour(lab, -1) }}
        behind={{ says: 'Chunk behind (j)', go: () => inspectNeighbour(lab, 1) }}
        hasBefore={neighbourOf(moment, inspected, -1) !== 0}
        hasBehind={neighbourOf(moment, inspected, 1) !== 0}
      />
      {listed !== null && (
        <Way
          name="In its list"
          before={{ says: 'Entry before in the list (Shift+k)', go: () => inspectListed(lab, -1) }}
          behind={{ says: 'Next entry of the list (Shift+j)', go: () => inspectListed(lab, 1) }}
          hasBefore={listed.previous !== 0}
          hasBehind={listed.next !== 0}
        />
      )}
    </div>
  )
}

interface Direction {
  readonly says: string
  readonly go: () => void
}

interface WayProps {
  readonly name: string
  readonly before: Direction
  readonly behind: Direction
  readonly hasBefore: boolean
  readonly hasBehind: boolean
}

function Way({ name, before, behind, hasBefore, hasBehind }: WayProps) {
  return (
    <fieldset className="way">
      <legend className="sr">{name}</legend>
      <button
        type="button"
        aria-label={before.says}
        title={before.says}
        disabled={!hasBefore}
        onClick={before.go}
      >
        ‹
      </button>
      <span aria-hidden="true">{name}</span>
      <button
        type="button"
        aria-label={behind.says}
        title={behind.says}
        disabled={!hasBehind}
        onClick={behind.go}
      >
        ›
      </button>
    </fieldset>
  )
}

/** Its place in its free list, which leads there. */
function InList({ inspected, moment }: { readonly inspected: Inspected; readonly moment: Moment }) {
  const lab = useLab()
  const { listed } = inspected
  if (listed === null) return null
  const name = moment.listNames.length > 1 ? ` of the list “${moment.listNames[listed.list] ?? ''}”` : ''
  return (
    <div>
      <dt>Free list</dt>
      <dd>
        <button
          type="button"
          className="jump"
          title="Show it in the list"
          onClick={() => setInspectorTab(lab, 'list')}
        >
          place {count(listed.place + 1)}
          {name}
        </button>
      </dd>
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
