import type { Moment } from '../../engine/session/index.ts'
import { address, count, plural } from '../format.ts'
import { type Emphasis, focusOf } from '../parts/focus.ts'
import { chunkSentence } from './model.ts'
import type { PointerTag } from './pointers.ts'

/** What a step does with the chunk it is about, which the map shows by the colour of an outline. */
export const DOES: Readonly<Record<Emphasis, string>> = {
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
    look >= 0
      ? `look ${count(moment.probeCount - moment.probes.length + look + 1)} of the search: ${moment.probes[look]!.verdict}`
      : '',
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
