import type { ListEntry, Moment } from '../../engine/session/index.ts'
import type { Choice, Range } from './state.ts'

/** A way in which a freed chunk may end. */
export interface Outcome {
  /** The free chunk it becomes (part of); null if its memory goes back to the kernel. */
  readonly range: Range | null
  readonly label: string
  /** What is wrong with it, if it is not what happens. */
  readonly remark: string
}

type Entries = NonNullable<Choice['entries']>
/** Puts a chunk into a list, as a policy would. */
type Order = (list: Entries, entry: Entries[number]) => Entries

/** A longer list would not fit on a line. */
const LONGEST = 6
/** Wrong alternatives: so many of each sort at most, and together. */
const WRONG = 3

/** The ways in which lists are kept: newest first, newest last, by address, by size. */
const ORDERS: readonly Order[] = [
  (list, entry) => [entry, ...list],
  (list, entry) => [...list, entry],
  (list, entry) => [...list, entry].sort((a, b) => a.chunk - b.chunk),
  (list, entry) => [...list, entry].sort((a, b) => a.size - b.size || a.chunk - b.chunk),
]

/**
 * The free list after a chunk was freed, and lists that might have come about instead: with the chunk at another
 * place in it, or merged otherwise. Null where there is not one list, where it is too long to be read at a glance, or
 * where there are no two ways.
 */
export function listChoices(
  before: Moment,
  after: Moment,
  outcome: Range,
  outcomes: readonly Outcome[],
): Choice[] | null {
  if (before.listNames.length !== 1 || before.listTruncated || after.listTruncated) return null
  if (after.list.length > LONGEST || before.list.length > LONGEST) return null
  const truth = after.list.map(entryOf)
  const isTrue = ({ range }: Outcome) => range?.from === outcome.from && range.to === outcome.to
  const elsewhere = variants(before, outcomes.filter(isTrue))
  const otherwise = variants(
    before,
    outcomes.filter((each) => !isTrue(each)),
  )
  const wrong = mixed(elsewhere, otherwise, keyOf(truth)).slice(0, WRONG)
  if (wrong.length === 0) return null
  return [{ entries: truth, remark: '' }, ...wrong].map(({ entries, remark }, i) => ({
    label: entries.length === 0 ? 'An empty list' : '',
    entries,
    place: null,
    right: i === 0,
    remark,
  }))
}

interface Variant {
  readonly entries: Entries
  readonly remark: string
}

function entryOf({ chunk, size }: ListEntry): Entries[number] {
  return { chunk, size }
}

/** The lists that would be if the chunk ended in these ways, in every order. */
function variants(before: Moment, outcomes: readonly Outcome[]): Variant[] {
  return ORDERS.flatMap((order) =>
    outcomes.flatMap(({ range, remark }) => {
      if (range === null) return []
      const rest = before.list.map(entryOf).filter(({ chunk }) => chunk < range.from || chunk >= range.to)
      return [{ entries: order(rest, { chunk: range.from, size: range.to - range.from }), remark }]
    }),
  )
}

/** Two sorts of variants by turns, each list once and never the true one. */
function mixed(first: readonly Variant[], second: readonly Variant[], truth: string): Variant[] {
  const seen = new Set([truth])
  const found: Variant[] = []
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    for (const variant of [second[i], first[i]]) {
      if (variant === undefined || seen.has(keyOf(variant.entries))) continue
      seen.add(keyOf(variant.entries))
      found.push(variant)
    }
  }
  return found
}

function keyOf(entries: Entries): string {
  return entries.map(({ chunk, size }) => `${chunk}+${size}`).join(' ')
}
