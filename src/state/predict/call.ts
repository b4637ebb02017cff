import type { Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { type Chunk, chunkAt, chunkOf, isBlock } from './heap.ts'

/** A call of the allocator, read off the operation as C writes it. */
export interface Call {
  readonly name: 'allocate' | 'resize' | 'free'
  /** What is freed or resized: `p[3]`, `0x5555555592a0`; empty for a new block. */
  readonly pointer: string
}

const ALLOCATES = /(?:^| )(?:malloc|calloc|aligned_alloc|memalign)\(/
const RESIZES = /(?:^| )(?:realloc|reallocarray)\(([^,]+),/
const FREES = /(?:^| )free\(([^)]+)\)/
/** A longer statement would not fit on the line of a question: the call alone does. */
const LONGEST = 60

/** Which call an operation is; null if it is none that can be predicted. */
export function callIn(call: string): Call | null {
  const frees = FREES.exec(call)
  if (frees !== null) return { name: 'free', pointer: frees[1]! }
  const resizes = RESIZES.exec(call)
  if (resizes !== null && resizes[1] !== 'NULL') return { name: 'resize', pointer: resizes[1]! }
  return resizes !== null || ALLOCATES.test(call) ? { name: 'allocate', pointer: '' } : null
}

/** The block that a call is given, at the moment before it; null if it is given none that lives. */
export function blockOf(before: Moment, { pointer }: Call): Chunk | null {
  const address = pointer.startsWith('0x') ? Number(pointer) : Number.NaN
  const named = before.chunks.names.indexOf(pointer)
  const found = Number.isNaN(address) ? chunkOf(before.chunks, named) : chunkAt(before, address)
  if (found === null || !isBlock(found)) return null
  return Number.isNaN(address) || found.payload === address ? found : null
}

/** What the call answers: a payload, 0 for NULL; null if it never does, or the allocator rejects its pointer. */
export function answerOf({ stepList }: Moment): Address | null {
  if (stepList.some(({ kind }) => kind === 'reject' || kind === 'end')) return null
  return stepList.findLast(({ kind }) => kind === 'return')?.chunk ?? null
}

/** The operation as a person knows it: the statement that is about to run, or else the call. */
export function wordsOf(before: Moment): string {
  const statement = /^Next: (.+)\.$/.exec(before.step.sentence)?.[1] ?? ''
  return statement !== '' && statement.length <= LONGEST ? statement : before.call
}

/** The sentences of the steps of these kinds, the last of each kind, in the order of the kinds; at most `most`. */
export function sentencesOf({ stepList }: Moment, kinds: readonly string[], most: number): string {
  return kinds
    .flatMap((kind) => stepList.findLast((step) => step.kind === kind)?.sentence ?? [])
    .slice(0, most)
    .join(' ')
}
