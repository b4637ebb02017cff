import type { FarMap, Moment } from '../../engine/session/index.ts'
import { address, count, plural } from '../format.ts'
import { focusOf } from '../parts/focus.ts'
import { cellAtSpot, type FarShares, sharesOf } from './far.ts'
import type { Layout } from './layout.ts'
import { DOES } from './spoken.ts'

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
  const { inspected, marks, probeCount, programBreak } = moment
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
    probeCount > 0 ? `The search has looked at ${plural(probeCount, 'chunk')}.` : '',
    ...marks.map(({ name, address: at }) => `${name} is at ${address(at)}.`),
    said === '' ? 'This is the whole heap.' : `There are ${said}.`,
    programBreak > 0 ? `The program break is at ${address(programBreak)}.` : '',
  ].filter((line) => line !== '')
}

/** From far away, a row of the map at a time. `most`: rows told at most. */
export function FarRows({ moment, far, most }: { moment: Moment; far: FarMap; most: number }) {
  return (
    <>
      <h3>
        Rows of the map, seen from far away: {plural(far.cells * far.cellBytes, 'byte')} each,{' '}
        {plural(moment.chunkCount, 'chunk')} in all
      </h3>
      <ol>
        {Array.from(far.rowFrom.subarray(0, most), (from, row) => (
          <li key={from}>{rowSpoken(sharesOf(far, row))}</li>
        ))}
      </ol>
      {farRestSpoken(moment, far).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}

/** The cell at a place on the canvas in a few lines; null if there is none. */
export function cellLines(layout: Layout, far: FarMap, x: number, y: number) {
  const at = cellAtSpot(layout, far, x, y)
  if (at === null) return null
  const shares = sharesOf(far, at.row, at.cell, 1)
  const { from, to, chunks } = shares
  const beginning = chunks > 0 ? `, where ${plural(chunks, 'chunk')} begin${chunks === 1 ? 's' : ''}` : ''
  return (
    <>
      <b className="mono">{address(from)}</b>
      <span>
        {count(to - from)} bytes{beginning}
      </span>
      {shareWords(shares).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </>
  )
}
