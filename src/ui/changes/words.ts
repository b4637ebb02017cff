import type {
  Between,
  ChunkChange,
  ChunkChanges,
  ChunkSide,
  Difference,
  ListChange,
  ListChanges,
  ListPlace,
  MetricName,
  Position,
  RegionChange,
  RegionChanges,
} from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { address, bytesShort, count, plural } from '../format.ts'

/** A change as a row of a list. */
export interface ChangeRow {
  /** Where: the address that is selected when the row is chosen. */
  readonly at: Address
  /** How it stands there: it came, it went, or it is another one. */
  readonly sign: '+' | '−' | '~'
  readonly place: string
  readonly words: string
}

/** USED, FREE, TOP, MAPPED, META of the engine's allocators. */
const STATES = ['in use', 'free', 'top', 'mapped', "the allocator's"]

/** A moment by its numbers: `operation 3, step 2`. */
export function momentWords({ operation, step }: Position): string {
  const of = `operation ${count(operation + 1)}`
  return step === 0 ? `before ${of}` : `${of}, step ${count(step)}`
}

/** Which two moments are compared, in a sentence. */
export function headWords({ from, to }: Difference): string {
  const isLater = from.operation > to.operation || (from.operation === to.operation && from.step > to.step)
  return isLater
    ? `What is different here, against ${momentWords(from)}, which comes later.`
    : `What has changed since ${momentWords(from)}.`
}

/** What was done between the two moments. */
export function betweenWords({ allocated, freed, syscalls }: Between): string {
  const sum = ({ blocks, bytes }: Between['freed'], done: string) =>
    `${plural(blocks, 'block')} ${done}${blocks === 0 ? '' : ` (${plural(bytes, 'byte')})`}`
  const calls = plural(syscalls, 'system call')
  return `In between: ${sum(allocated, 'allocated')}, ${sum(freed, 'freed')}, ${calls}.`
}

/** A chunk that changed: `in use 64 (p[3]) → free 64`. */
export function chunkRow({ kind, address: at, before, after, bytes }: ChunkChange): ChangeRow {
  const differ =
    bytes === 0 ? '' : `; ${bytes === 1 ? '1 byte of it differs' : `${count(bytes)} bytes of it differ`}`
  const row = (sign: ChangeRow['sign'], words: string) => ({ at, sign, place: address(at), words })
  if (before === null) return row('+', `new: ${sideWords(after)}`)
  if (after === null) return row('−', `gone: was ${sideWords(before)}`)
  if (kind === 'block') return row('~', `${blockWords(before, after)}${differ}`)
  if (kind === 'bytes') return row('~', `${sideWords(after)}${differ}`)
  return row('~', `${sideWords(before)} → ${sideWords(after)}${differ}`)
}

function sideWords(side: ChunkSide | null): string {
  if (side === null) return 'nothing'
  const name = side.name === '' ? '' : ` (${side.name})`
  return `${STATES[side.state] ?? 'unknown'} ${count(side.size)}${name}`
}

/** A chunk that is in use as it was, but by another block. */
function blockWords(before: ChunkSide, after: ChunkSide): string {
  const chunk = `in use ${count(after.size)}`
  const block = ({ name, requested }: ChunkSide) => `${name}, ${count(requested)} asked for`
  if (after.requested < 0) return `${chunk}: ${before.name} was freed, the chunk was not`
  if (before.requested < 0) return `${chunk}: now ${block(after)}`
  return `${chunk}, another block: ${block(before)} → ${block(after)}`
}

/** How many chunks changed, and how: `5 changed: 2 new, 1 gone, 2 freed or taken`. */
export function chunkSummary({ total, counts }: ChunkChanges): string {
  const kinds = [
    [counts.appeared, 'new'],
    [counts.vanished, 'gone'],
    [counts.state, 'freed or taken'],
    [counts.size, 'of another size'],
    [counts.block, 'with another block'],
    [counts.bytes, 'written to'],
  ] as const
  return summary(total, kinds)
}

/** The same for entries of free lists, with how many there are now. */
export function listSummary({ total, counts, lengthBefore, lengthAfter }: ListChanges): string {
  const kinds = [
    [counts.added, 'added'],
    [counts.removed, 'removed'],
    [counts.moved, 'moved'],
  ] as const
  const before = lengthBefore === lengthAfter ? '' : `${count(lengthBefore)} → `
  return `${before}${plural(lengthAfter, 'free chunk')}; ${summary(total, kinds)}`
}

function summary(total: number, kinds: readonly (readonly [number, string])[]): string {
  const parts = kinds.filter(([number]) => number > 0).map(([number, kind]) => `${count(number)} ${kind}`)
  return parts.length === 0 ? 'none changed' : `${count(total)} changed: ${parts.join(', ')}`
}

/** An entry of a free list that came, went or moved. */
export function listRow(
  { kind, chunk, size, before, after }: ListChange,
  names: readonly string[],
): ChangeRow {
  const place = (at: ListPlace | null) => {
    const list = names.length > 1 ? `, ${names[at?.list ?? 0] ?? ''}` : ''
    return `place ${count((at?.place ?? 0) + 1)}${list}`
  }
  const row = { at: chunk, place: address(chunk) }
  if (kind === 'added') return { ...row, sign: '+', words: `free ${count(size)} came in at ${place(after)}` }
  if (kind === 'removed')
    return { ...row, sign: '−', words: `free ${count(size)} left; it was at ${place(before)}` }
  return { ...row, sign: '~', words: `free ${count(size)} moved from ${place(before)} to ${place(after)}` }
}

/** How the program break moved; null if it did not. */
export function breakRow({ breakBefore, breakAfter }: RegionChanges): ChangeRow | null {
  const by = breakAfter - breakBefore
  if (by === 0) return null
  const words = `the break moved ${by > 0 ? 'up' : 'down'} by ${bytesShort(Math.abs(by))}, from ${address(breakBefore)}`
  return { at: Math.min(breakBefore, breakAfter), sign: '~', place: address(breakAfter), words }
}

/** A stretch of addresses that is mapped otherwise. */
export function regionRow({ from, to, before, after }: RegionChange): ChangeRow {
  const row = { at: from, place: `${address(from)}–${address(to)}` }
  const size = bytesShort(to - from)
  const what = (side: NonNullable<typeof before>) => `${side.permissions} ${side.name || 'anonymous'}`
  if (before === null)
    return { ...row, sign: '+', words: `mapped: ${size}, ${after === null ? '' : what(after)}` }
  if (after === null) return { ...row, sign: '−', words: `unmapped: ${size}, was ${what(before)}` }
  return { ...row, sign: '~', words: `${size}: ${what(before)} → ${what(after)}` }
}

/** A figure that changed. */
export interface FigureRow {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly change: string
}

const FIGURES: readonly (readonly [MetricName, string, 'bytes' | 'count'])[] = [
  ['live', 'Requested', 'bytes'],
  ['footprint', 'Heap', 'bytes'],
  ['chunkBytes', 'Chunks in use', 'bytes'],
  ['free', 'Free', 'bytes'],
  ['largestFree', 'Largest free chunk', 'bytes'],
  ['top', 'Top chunk', 'bytes'],
  ['tags', 'Tags', 'bytes'],
  ['rounding', 'Rounding', 'bytes'],
  ['resident', 'Resident', 'bytes'],
  ['mapped', 'Mapped', 'bytes'],
  ['usedChunks', 'Number of chunks in use', 'count'],
  ['freeChunks', 'Number of free chunks', 'count'],
]

/** The figures that changed. Those of single operations are left out. */
export function figureRows({ metrics }: Difference): FigureRow[] {
  const { before, after } = metrics
  return FIGURES.filter(([name]) => before[name] !== after[name]).map(([name, words, unit]) => {
    const told = (value: number) => (unit === 'bytes' ? bytesShort(value) : count(value))
    const by = after[name] - before[name]
    const change = `${by > 0 ? '+' : '−'}${told(Math.abs(by))}`
    return { name: words, before: told(before[name]), after: told(after[name]), change }
  })
}

/** Whether there is anything to tell. */
export function isEmpty({ chunks, lists, regions, metrics }: Difference): boolean {
  const nothing = chunks.total + lists.total + regions.total === 0 && breakRow(regions) === null
  return nothing && figureRows({ metrics } as Difference).length === 0
}
