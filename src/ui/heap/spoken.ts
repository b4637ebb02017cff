import type { FarMap, Moment } from '../../engine/session/index.ts'
import { address, count, plural } from '../format.ts'
import { type Emphasis, focusOf } from '../parts/focus.ts'
import type { FarShares } from './far.ts'
import { chunkSentence } from './model.ts'
import type { PointerTag } from './pointers.ts'

/** What a step does with the chunk it is about, which the map shows by the colour of an outline. */
const DOES: Readonly<Record<Emphasis, string>> = {
  probe: 'looked at in this step',
  chosen: 'taken in this step',
  bad: 'refused in this step',
  plain: 'what this step is about',
}

/** A chunk with everything that the map draws on it: pointers, the search's path, the step, bytes read and written. */
export function chunkSpoken(moment: Moment, index: number, tags: readonly PointerTag[]): string {
  const begin = moment.chunks.address[index]!
  const end = begin + moment.chunks.size[index]!
  const isInside = (place: number) => place >= begin && place < end
  const names = tags.filter(({ target }) => isInside(target)).flatMap((tag) => tag.names)
  const look = moment.probes.findLastIndex(({ chunk }) => chunk === begin)
  const focus = focusOf(moment)
  const marks = moment.marks.filter((mark) => isInside(mark.address)).map(({ name }) => name)
  return [
    chunkSentence(moment.chunks, index),
    names.length > 0 ? `pointed at by ${names.join(', ')}` : '',
    look >= 0 ? `look ${count(look + 1)} of the search: ${moment.probes[look]!.verdict}` : '',
    focus !== null && isInside(focus.chunk) ? DOES[focus.emphasis] : '',
    ...accessesIn(moment, begin, end),
    ...marks.map((name) => `${name} is here`),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** Bytes of a range that the step writes and reads. */
function accessesIn({ step }: Moment, begin: number, end: number): string[] {
  const bytes = (write: boolean) =>
    step.accesses
      .filter((access) => access.write === write)
      .map(({ address: at, size }) => Math.min(at + size, end) - Math.max(at, begin))
      .reduce((sum, part) => sum + Math.max(0, part), 0)
  return [[bytes(true), 'written'] as const, [bytes(false), 'read'] as const].flatMap(([some, verb]) =>
    some > 0 ? [`${plural(some, 'byte')} ${verb} in this step`] : [],
  )
}

/** What the map shows beside its chunks: how many are not told, and the break. `told`: chunks that were told. */
export function restSpoken({ chunks, programBreak }: Moment, told: number): string[] {
  const more = chunks.address.length > told || chunks.truncated
  return [
    more ? 'More chunks follow: scroll the map, or show other bytes in a row.' : '',
    programBreak > 0 ? `The program break is at ${address(programBreak)}.` : '',
  ].filter((line) => line !== '')
}

/** What some cells of a heap that is seen from far away hold, kind by kind. */
export function shareWords({ tags, used, mapped, own, free, top }: FarShares): string[] {
  return [
    [used + mapped, 'in use'] as const,
    [tags, 'tags'] as const,
    [free, 'free'] as const,
    [top, 'top chunk, free'] as const,
    [own, 'the allocator’s own'] as const,
  ].flatMap(([bytes, what]) => (bytes > 0 ? [`${plural(bytes, 'byte')} ${what}`] : []))
}

/** A row of a heap that is seen from far away. */
export function rowSpoken(shares: FarShares): string {
  const { from, to, chunks } = shares
  const words = [plural(chunks, 'chunk'), ...shareWords(shares)]
  return `${address(from)} to ${address(to)}: ${words.join(', ')}`
}

/** What a heap that is seen from far away shows besides: what the step is about, marks, what lies outside, the break. */
export function farRestSpoken(moment: Moment, { above, below }: FarMap): string[] {
  const { inspected, marks, probes, programBreak } = moment
  const focus = focusOf(moment)
  const outside = [
    above > 0 ? `${plural(above, 'row')} above` : '',
    below > 0 ? `${plural(below, 'row')} below` : '',
  ]
  const said = outside.filter((words) => words !== '').join(' and ')
  return [
    focus === null ? '' : `The chunk at ${address(focus.chunk)} is ${DOES[focus.emphasis]}.`,
    inspected === null
      ? ''
      : `The chunk at ${address(inspected.chunk)}, ${plural(inspected.size, 'byte')}, is inspected.`,
    probes.length > 0 ? `The search has looked at ${plural(probes.length, 'chunk')}.` : '',
    ...marks.map(({ name, address: at }) => `${name} is at ${address(at)}.`),
    said === '' ? 'This is the whole heap.' : `There are ${said}.`,
    programBreak > 0 ? `The program break is at ${address(programBreak)}.` : '',
  ].filter((line) => line !== '')
}
