import { bytesText } from '../../engine/format.ts'
import type { Moment } from '../../engine/session/index.ts'
import type { Bytes } from '../../engine/units.ts'
import { sentencesOf, wordsOf } from './call.ts'
import { type Chunk, chunkAt, isBlock, isFree, neighbour, rangeOf } from './heap.ts'
import { listChoices, type Outcome } from './lists.ts'
import { shuffled } from './order.ts'
import type { Choice, Question, Range } from './state.ts'

/** The alternatives of one question at most. */
const MOST_CHOICES = 4
/** Times that a buddy's chunk may be doubled in an alternative. */
const DOUBLINGS = 4

/** What becomes of a chunk that is freed? Null if nothing does, as with an allocator that never uses it again. */
export function freeQuestion(before: Moment, after: Moment, subject: Chunk, family: string): Question | null {
  const rest = chunkAt(after, subject.payload)
  if (rest !== null && !isFree(rest)) return null
  // Behind the window that is told of nobody knows what there is.
  if (rest === null && after.chunks.truncated) return null
  const shrank = after.programBreak < before.programBreak
  const outcome = rest === null || shrank ? null : rangeOf(rest)
  const lists =
    outcome === null || isBuddy(family)
      ? null
      : listChoices(before, after, outcome, neighbours(before, subject))
  const choices = lists ?? mergeChoices(before, subject, outcome, family)
  const words = wordsOf(before)
  return {
    kind: lists === null ? 'merge' : 'list',
    operation: before.position.operation,
    words:
      lists === null
        ? `What becomes of the chunk with ${words}?`
        : `What will the free list be after ${words}?`,
    choices: shuffled(choices, before.position.operation),
    subject: rangeOf(subject),
    outcome,
    because: sentencesOf(after, ['coalesce', 'alone', 'unmap', 'shrink', 'link'], 2),
  }
}

function isBuddy(family: string): boolean {
  return family === 'buddy'
}

function mergeChoices(before: Moment, subject: Chunk, outcome: Range | null, family: string): Choice[] {
  const known = isBuddy(family) ? doublings(subject, outcome) : neighbours(before, subject)
  const isLikely = subject.is === 'mapped' || outcome === null || known.length < 2
  const possible = isLikely ? [...known, TO_THE_KERNEL] : known
  const isTrue = ({ range }: Outcome) => same(range, outcome)
  const truth = possible.find(isTrue) ?? becomes(outcome)
  const others = possible.filter((each) => !isTrue(each))
  return [truth, ...others.slice(0, MOST_CHOICES - 1)].map(({ label, range, remark }) => ({
    label,
    entries: null,
    place: null,
    right: same(range, outcome),
    remark,
  }))
}

const TO_THE_KERNEL: Outcome = {
  range: null,
  label: 'Its memory goes back to the kernel',
  remark: 'The kernel gets nothing back.',
}

function becomes(range: Range | null): Outcome {
  if (range === null) return TO_THE_KERNEL
  return { range, label: `It becomes part of one of ${bytesText(range.to - range.from)}`, remark: '' }
}

/** A chunk stays alone, or merges with the one before it, the one after it, or both. */
function neighbours(before: Moment, subject: Chunk): Outcome[] {
  const range = rangeOf(subject)
  const back = neighbour(before, subject, -1)
  const next = neighbour(before, subject, 1)
  const outcomes: Outcome[] = [{ range, label: `It stays alone: ${bytesText(subject.size)}`, remark: '' }]
  const merged = (parts: readonly Chunk[], whom: string) => {
    const from = Math.min(range.from, ...parts.map(({ chunk }) => chunk))
    const to = Math.max(range.to, ...parts.map(({ chunk, size }) => chunk + size))
    const busy = parts.filter(isBlock)
    const which = busy[0] === back ? 'before' : 'after'
    const remark =
      busy.length === 0 ? '' : busy.length > 1 ? 'Both are in use.' : `The chunk ${which} it is in use.`
    outcomes.push({ range: { from, to }, label: `${whom}: one of ${bytesText(to - from)}`, remark })
  }
  if (back !== null) merged([back], 'It merges with the chunk before it')
  if (next !== null) merged([next], 'It merges with the chunk after it')
  if (back !== null && next !== null) merged([back, next], 'It merges with both neighbours')
  return outcomes
}

/** A buddy's chunk is doubled so many times as its buddy is free. */
function doublings({ chunk, size }: Chunk, outcome: Range | null): Outcome[] {
  const times = outcome === null ? 0 : Math.round(Math.log2((outcome.to - outcome.from) / size))
  const first = Math.max(0, times - DOUBLINGS + 2)
  return Array.from({ length: DOUBLINGS }, (_, i) => {
    const bytes = size * 2 ** (first + i)
    const range = first + i === times && outcome !== null ? outcome : { from: chunk, to: chunk + bytes }
    return { range, label: doubled(first + i, bytes), remark: '' }
  })
}

function doubled(times: number, bytes: Bytes): string {
  if (times === 0) return `It stays alone: ${bytesText(bytes)}`
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
  return `It merges ${often}: one of ${bytesText(bytes)}`
}

function same(a: Range | null, b: Range | null): boolean {
  return a?.from === b?.from && a?.to === b?.to
}
