import { addressText, bytesText } from '../../engine/format.ts'
import type { Moment } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import { sentencesOf, wordsOf } from './call.ts'
import { type Chunk, chunkAt, chunkOf, isFree, rangeOf } from './heap.ts'
import type { Choice, Question } from './state.ts'

/** What a search says of a chunk that it could have given. */
const GOOD_ENOUGH: readonly string[] = ['fits', 'best so far', 'not better']

/** What really happens, as far as the choices need it. */
interface Facts {
  readonly before: Moment
  readonly after: Moment
  /** The block that is resized; null for a new one. */
  readonly own: Chunk | null
  /** What the call answers; 0 is NULL. */
  readonly payload: Address
  /** The chunk that holds the block in the end; null if the call answers NULL. */
  readonly landed: Chunk | null
  /** Whether the kernel gave memory. */
  readonly grew: boolean
}

/** Where will the block be? Null if it lies where nobody could have known of a place. */
export function placeQuestion(
  before: Moment,
  after: Moment,
  own: Chunk | null,
  payload: Address,
): Question | null {
  const landed = payload === 0 ? null : chunkAt(after, payload)
  if (payload !== 0 && landed === null) return null
  const mapped = after.stepList.some(({ kind, chunk }) => kind === 'map' && chunk !== 0)
  const grew = payload !== 0 && (mapped || after.programBreak > before.programBreak)
  const facts: Facts = { before, after, own, payload, landed, grew }
  // realloc of a block to nothing frees it: that has no place.
  if (own !== null && payload === 0 && chunkAt(after, own.payload)?.is !== own.is) return null
  const words =
    own === null
      ? `Where will the block of ${wordsOf(before)} land?`
      : `Where will the block be after ${wordsOf(before)}?`
  return {
    kind: 'place',
    operation: before.position.operation,
    words,
    choices: [...placesIn(facts), growth(facts), nothing(facts)],
    subject: own === null ? null : rangeOf(own),
    outcome: landed === null ? null : rangeOf(landed),
    because: becauseOf(facts),
  }
}

/** The chunks that the block could come to lie in, by address. */
function placesIn(facts: Facts): Choice[] {
  const { before, own, payload } = facts
  const found: Choice[] = []
  for (let i = 0; i < before.chunks.address.length; i++) {
    const chunk = chunkOf(before.chunks, i)!
    const isOwn = i === own?.index
    if (!isFree(chunk) && !isOwn) continue
    const right = payload >= chunk.chunk && payload < chunk.chunk + chunk.size
    found.push({
      label: isOwn ? 'It stays where it is' : `${chunkName(chunk)} at ${addressText(chunk.chunk)}`,
      entries: null,
      place: rangeOf(chunk),
      right,
      remark: right ? '' : isOwn ? 'The block moves, and its contents are copied.' : remarkOn(chunk, facts),
    })
  }
  return found
}

function chunkName({ is, size }: Chunk): string {
  return `The ${is === 'top' ? 'top' : 'free'} chunk of ${bytesText(size)}`
}

function growth({ grew, landed }: Facts): Choice {
  const remark = landed === null ? 'The kernel gives no more.' : 'There is room in what the allocator has.'
  return { label: 'New memory from the kernel', entries: null, place: null, right: grew, remark }
}

function nothing({ payload }: Facts): Choice {
  return {
    label: 'Nowhere: NULL',
    entries: null,
    place: null,
    right: payload === 0,
    remark: 'There was memory to be had.',
  }
}

/** What is wrong with a free chunk that the block does not come to lie in. */
function remarkOn({ chunk, size }: Chunk, { after, landed, own }: Facts): string {
  // A search may come by again after the chunk has changed: that says nothing of the chunk as it is on the map.
  const verdict = after.probes.findLast((probe) => probe.chunk === chunk && probe.size === size)?.verdict
  if (verdict === 'too small') return `Yours has ${bytesText(size)}: too few.`
  if (verdict !== undefined && GOOD_ENOUGH.includes(verdict))
    return `Yours, ${bytesText(size)}, fits too, but the search prefers the other.`
  if (landed === null) return ''
  if (size < landed.size)
    return `Yours has ${bytesText(size)}, and the block takes ${bytesText(landed.size)}.`
  if (after.probes.length > 0 && own === null) return unseen(size)
  return ''
}

function unseen(size: Bytes): string {
  return `Yours, ${bytesText(size)}, is large enough too, but the search ended before it came there.`
}

/** The steps that decide where a block lies, the deciding one first. */
function becauseOf({ after, payload, grew }: Facts): string {
  if (payload === 0) return sentencesOf(after, ['fail', 'return'], 2)
  const stays = sentencesOf(after, ['inPlace'], 1)
  if (stays !== '') return stays
  return grew
    ? sentencesOf(after, ['fail', 'grow', 'map'], 2)
    : sentencesOf(after, ['choose', 'split', 'note', 'return'], 1)
}
