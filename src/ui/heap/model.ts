import type { ChunkColumns, Moment } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import { address, count } from '../format.ts'
import { focusOf, type Verdict, verdictsOf } from '../parts/focus.ts'
import { FREE, MAPPED, META, TOP, USED } from './states.ts'

/** A chunk's name on the map: `p[3] · 40`, `free 48`, `top chunk · 134,096 bytes`. */
export function chunkLabel(chunks: ChunkColumns, index: number): string {
  const size = chunks.size[index]!
  const name = chunks.names[index]!
  switch (chunks.state[index]) {
    case FREE:
      return `free ${count(size)}`
    case TOP:
      return `top chunk · ${count(size)} bytes`
    case META:
      return `allocator · ${count(size)}`
    case USED:
    case MAPPED:
      return name === '' ? `in use ${count(size)}` : `${name} · ${count(chunks.requested[index]!)}`
    default:
      return ''
  }
}

/** What a state is called in words. */
export function stateName(state: number): string {
  switch (state) {
    case USED:
      return 'in use'
    case FREE:
      return 'free'
    case TOP:
      return 'free, the top chunk'
    case MAPPED:
      return 'in use, with a mapping of its own'
    default:
      return "the allocator's own"
  }
}

/** A chunk in one sentence, for the tooltip's first line and for those who do not see the map. */
export function chunkSentence(chunks: ChunkColumns, index: number): string {
  const name = chunks.names[index]!
  const at = address(chunks.address[index]!)
  const size = `${count(chunks.size[index]!)} bytes`
  const holder = name === '' ? '' : `, ${name}, ${count(chunks.requested[index]!)} asked for`
  return `${at}: ${size}, ${stateName(chunks.state[index]!)}${holder}`
}

/** A node of the lane below the map; `note` is written below it. */
export interface LaneNode extends Verdict {
  /** Its place in the lane, from 0: a damaged list may come to a chunk more than once. */
  readonly place: number
  readonly chunk: Address
  readonly size: Bytes
  /** The name of the list, on the first node of each when there are several. */
  readonly list: string
}

export interface Lane {
  readonly heading: string
  readonly nodes: readonly LaneNode[]
  /** Index of the node the step is about; -1 for none. */
  readonly current: number
  /** What to say instead of nodes. */
  readonly empty: string
  readonly more: boolean
  /** Index of the node to keep in view when none is current. */
  readonly anchor: number
}

const OWN_MALLOC: Lane = {
  heading: 'The program brings its own malloc',
  nodes: [],
  current: -1,
  empty: 'How it keeps free memory is its own affair: step through it.',
  more: false,
  anchor: 0,
}

/**
 * The free list in the order it is searched; where there is none, the chunks that the search has looked at.
 * `ownMalloc`: the program does all that itself, and nobody else knows how.
 */
export function laneOf(moment: Moment, ownMalloc = false): Lane {
  if (ownMalloc) return OWN_MALLOC
  const focus = focusOf(moment)
  const verdict = verdictsOf(moment)
  const tell = (place: number, chunk: Address, size: Bytes, list: string): LaneNode => ({
    place,
    chunk,
    size,
    list,
    ...verdict(chunk),
  })
  if (moment.listNames.length === 0) {
    const nodes = moment.probes.map(({ chunk, size }, i) => tell(i, chunk, size, ''))
    return {
      heading: 'Chunks this search has looked at, in order',
      nodes,
      current: nodes.findLastIndex((node) => node.chunk === focus?.chunk),
      empty: 'No list is kept: a search walks the chunks.',
      more: false,
      anchor: nodes.length - 1,
    }
  }
  const several = moment.listNames.length > 1
  const nodes = moment.list.map(({ chunk, size, list }, i) =>
    tell(i, chunk, size, several && moment.list[i - 1]?.list !== list ? (moment.listNames[list] ?? '') : ''),
  )
  return {
    heading: several
      ? 'Free lists, in the order they are searched'
      : 'Free list, in the order it is searched',
    nodes,
    current: nodes.findIndex((node) => node.chunk === focus?.chunk),
    empty: several ? 'All lists are empty.' : 'The list is empty.',
    more: moment.listTruncated,
    anchor: 0,
  }
}
