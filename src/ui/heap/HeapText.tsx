import type { FarMap, Moment } from '../../engine/session/index.ts'
import { useLabState } from '../context.ts'
import { address, plural } from '../format.ts'
import { sharesOf } from './far.ts'
import { laneOf } from './model.ts'
import { pointersOf } from './pointers.ts'
import { chunkSpoken, farRestSpoken, restSpoken, rowSpoken } from './spoken.ts'

/** More than this in a row is not listened to; the inspector and the map's scrolling reach the rest. */
const MOST_TOLD = 60

/** The map in words, for those who do not see it: the chunks of the stretch shown, then the free list. */
export function HeapText() {
  const moment = useLabState((state) => state.moment)
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  if (moment === null) return null
  const lane = laneOf(moment, ownMalloc)
  return (
    <div className="sr">
      {moment.far === null ? <Chunks moment={moment} /> : <FarRows moment={moment} far={moment.far} />}
      <h3>{lane.heading}</h3>
      <ol>
        {lane.nodes.slice(0, MOST_TOLD).map((node) => (
          <li key={node.place}>
            {address(node.chunk)}: {plural(node.size, 'byte')} {node.note}
          </li>
        ))}
      </ol>
      {lane.nodes.length === 0 && <p>{lane.empty}</p>}
      {(lane.more || lane.nodes.length > MOST_TOLD) && <p>The list goes on.</p>}
    </div>
  )
}

function Chunks({ moment }: { readonly moment: Moment }) {
  const { chunks } = moment
  const told = Math.min(chunks.address.length, MOST_TOLD)
  const tags = pointersOf(moment)
  return (
    <>
      <h3>Chunks on the map, {plural(moment.chunkCount, 'chunk')} in all</h3>
      <ol>
        {Array.from({ length: told }, (_, i) => (
          <li key={chunks.address[i]}>{chunkSpoken(moment, i, tags)}</li>
        ))}
      </ol>
      {restSpoken(moment, told).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}

/** From far away, a row of the map at a time. */
function FarRows({ moment, far }: { readonly moment: Moment; readonly far: FarMap }) {
  return (
    <>
      <h3>
        Rows of the map, seen from far away: {plural(far.cells * far.cellBytes, 'byte')} each,{' '}
        {plural(moment.chunkCount, 'chunk')} in all
      </h3>
      <ol>
        {Array.from(far.rowFrom.subarray(0, MOST_TOLD), (from, row) => (
          <li key={from}>{rowSpoken(sharesOf(far, row))}</li>
        ))}
      </ol>
      {farRestSpoken(moment, far).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}
