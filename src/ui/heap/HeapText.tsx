import type { ChunkColumns } from '../../engine/session/index.ts'
import { useLabState } from '../context.ts'
import { address, plural } from '../format.ts'
import { chunkSentence, laneOf } from './model.ts'
import { type PointerTag, pointersOf } from './pointers.ts'

/** More than this in a row is not listened to; the inspector and the map's scrolling reach the rest. */
const MOST_TOLD = 60

/** The map in words, for those who do not see it: the chunks of the stretch shown, then the free list. */
export function HeapText() {
  const moment = useLabState((state) => state.moment)
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  if (moment === null) return null
  const { chunks } = moment
  const told = Math.min(chunks.address.length, MOST_TOLD)
  const lane = laneOf(moment, ownMalloc)
  const tags = pointersOf(moment)
  return (
    <div className="sr">
      <h3>Chunks on the map, {plural(moment.chunkCount, 'chunk')} in all</h3>
      <ol>
        {Array.from({ length: told }, (_, i) => (
          <li key={chunks.address[i]}>
            {chunkSentence(chunks, i)}
            {pointedAt(tags, chunks, i)}
          </li>
        ))}
      </ol>
      <h3>{lane.heading}</h3>
      <ol>
        {lane.nodes.slice(0, MOST_TOLD).map((node) => (
          <li key={node.place}>
            {address(node.chunk)}: {plural(node.size, 'byte')} {node.note}
          </li>
        ))}
      </ol>
      {lane.nodes.length === 0 && <p>{lane.empty}</p>}
    </div>
  )
}

/** Which variables point into a chunk, as the end of its sentence. */
function pointedAt(tags: readonly PointerTag[], chunks: ChunkColumns, index: number): string {
  const begin = chunks.address[index]!
  const end = begin + chunks.size[index]!
  const names = tags.filter(({ target }) => target >= begin && target < end).flatMap((tag) => tag.names)
  return names.length === 0 ? '' : `, pointed at by ${names.join(', ')}`
}
