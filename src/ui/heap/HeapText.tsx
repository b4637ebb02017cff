import { memo } from 'react'
import { WHOLE_HEAP } from '../../engine/map-levels.ts'
import type { Moment } from '../../engine/session/index.ts'
import { levelHere, rowBytesOf } from '../../state/index.ts'
import { useLabState, useUnhurriedMoment } from '../context.ts'
import { address, plural } from '../format.ts'
import { firstByte } from './layout.ts'
import { laneOf } from './model.ts'
import { pointersOf } from './pointers.ts'
import { chunkSpoken, restSpoken } from './spoken.ts'
import { useAway } from './use-away.ts'

/** More than this in a row is not listened to; the inspector and the map's scrolling reach the rest. */
const MOST_TOLD = 60

/** The map in words, for those who do not see it: the chunks of the stretch shown, then the free list. */
export function HeapText() {
  const moment = useUnhurriedMoment()
  return moment === null ? null : <Told moment={moment} />
}

const Told = memo(({ moment }: { readonly moment: Moment }) => {
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  const { far } = moment
  const away = useAway(far !== null)
  const lane = laneOf(moment, ownMalloc)
  return (
    <div className="sr">
      {far === null ? (
        <Chunks moment={moment} />
      ) : (
        away !== null && <away.FarRows moment={moment} far={far} most={MOST_TOLD} />
      )}
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
})

function Chunks({ moment }: { readonly moment: Moment }) {
  const { chunks } = moment
  const first = useFirstOnMap(moment)
  const told = Math.min(chunks.address.length - first, MOST_TOLD)
  const tags = pointersOf(moment)
  return (
    <>
      <h3>Chunks on the map, {plural(moment.chunkCount, 'chunk')} in all</h3>
      <ol>
        {Array.from({ length: told }, (_, i) => (
          <li key={chunks.address[first + i]}>{chunkSpoken(moment, first + i, tags)}</li>
        ))}
      </ol>
      {restSpoken(moment, first + told).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}

/** Index of the first chunk of which some byte is on the map: the engine may tell of some in front of it. */
function useFirstOnMap(moment: Moment): number {
  const level = useLabState(levelHere)
  const rows = useLabState((state) => state.mapRoom.middle)
  const mapFrom = useLabState((state) => state.view.mapFrom)
  const from = firstByte({
    from: level === WHOLE_HEAP ? 0 : mapFrom,
    origin: moment.extent.chunks,
    programBreak: moment.programBreak,
    bytesPerRow: rowBytesOf(moment, level, rows),
  })
  const { address, size } = moment.chunks
  return Math.max(
    0,
    address.findIndex((chunk, i) => chunk + size[i]! > from),
  )
}
