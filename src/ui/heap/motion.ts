import type { ChunkColumns } from '../../engine/session/index.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import type { Layout, Row } from './layout.ts'
import type { Scene } from './scene.ts'
import { type Box, boxOf } from './shapes.ts'

/** How long chunks are seen to change, in milliseconds. */
export const MOTION_MS = 220
/** Who steps faster than this sees the steps themselves move. */
const STEPPING_MS = 350
/** More changes at once than this cannot be followed. */
const MOST_CHANGES = 3
const RADIUS = 5

/** A rectangle that becomes another: a chunk, or a part of one, before and after the step. */
interface Change {
  readonly from: Box
  readonly to: Box
}

/** What moves between two moments. Both ends are drawn places of true states; nothing is named on the way. */
export interface Motion {
  readonly changes: readonly Change[]
  /** The program break, as a line from its old place to the new one; null if it stays. */
  readonly programBreak: Change | null
}

/**
 * What is seen to move from one scene to the next; null if nothing is, or if they are not a step apart, or not drawn
 * in the same frame. `elapsed`: milliseconds since the scene before came.
 */
export function motionBetween(before: Scene | null, after: Scene, elapsed: number): Motion | null {
  // From far away, and where the map was zoomed, what is drawn is no chunk's own edge.
  if (before === null || before.far !== null || after.far !== null) return null
  if (elapsed < STEPPING_MS || !isStepApart(before, after)) return null
  if (!isSameFrame(before.layout, after.layout)) return null
  const groups = changedGroups(before.moment.chunks, after.moment.chunks)
  if (groups.length > MOST_CHANGES) return null
  const changes = groups.flatMap((group) => changesOf(group, before.layout, after.layout))
  const programBreak = breakChange(before.layout, after.layout)
  return changes.length === 0 && programBreak === null ? null : { changes, programBreak }
}

function isStepApart({ moment: { position: a } }: Scene, { moment: { position: b } }: Scene): boolean {
  const operations = Math.abs(a.operation - b.operation)
  return operations === 0 ? Math.abs(a.step - b.step) === 1 : operations === 1
}

function isSameFrame(a: Layout, b: Layout): boolean {
  const [first] = a.rows
  const [other] = b.rows
  return (
    a.bytesPerRow === b.bytesPerRow &&
    a.width === b.width &&
    first !== undefined &&
    first.address === other?.address &&
    first.y === other.y
  )
}

/** Chunks, by their indices, that together lie where others lay before: the first, and the one behind the last. */
interface Group {
  readonly before: readonly [first: number, end: number]
  readonly after: readonly [first: number, end: number]
}

/** Where the borders of chunks differ. */
function changedGroups(before: ChunkColumns, after: ChunkColumns): Group[] {
  const groups: Group[] = []
  let i = 0
  let j = 0
  while (i < before.address.length && j < after.address.length) {
    if (before.address[i] !== after.address[j]) {
      // A chunk that only one of them has, such as a new mapping.
      if (before.address[i]! < after.address[j]!) i++
      else j++
      continue
    }
    const first = [i, j] as const
    while (endOf(before, i) !== endOf(after, j)) {
      if (endOf(before, i) < endOf(after, j)) {
        if (before.address[i + 1] !== endOf(before, i)) break
        i++
      } else {
        if (after.address[j + 1] !== endOf(after, j)) break
        j++
      }
    }
    const isSame = i === first[0] && j === first[1] && endOf(before, i) === endOf(after, j)
    i++
    j++
    if (!isSame) groups.push({ before: [first[0], i], after: [first[1], j] })
  }
  return groups
}

function endOf({ address, size }: ChunkColumns, index: number): number {
  return address[index]! + size[index]!
}

/**
 * The rectangles of a group, row by row. A chunk that is split is cut from its end: the borders come in from there; in
 * a merge they go out to it. As many as before: each becomes its successor.
 */
function changesOf({ before, after }: Group, from: Layout, to: Layout): Change[] {
  return to.rows.flatMap((row) => {
    const old = from.rows.find(
      ({ kind, address, y }) => kind === row.kind && address === row.address && y === row.y,
    )
    const a = old === undefined ? [] : boxesOf(old, before)
    const b = boxesOf(row, after)
    if (a.length === b.length) return a.map((one, i) => ({ from: one, to: b[i]! }))
    if (a.length === 1) return b.map((part, i) => ({ from: i === 0 ? a[0]! : endOfBox(a[0]!), to: part }))
    if (b.length === 1) return a.map((part, i) => ({ from: part, to: i === 0 ? b[0]! : endOfBox(b[0]!) }))
    return []
  })
}

/** The right edge of a rectangle. */
function endOfBox({ x, y, width, height }: Box): Box {
  return { x: x + width, y, width: 0, height }
}

function boxesOf(row: Row, [first, end]: readonly [number, number]): Box[] {
  if (row.kind !== 'bytes') return []
  return row.pieces.filter(({ index }) => index >= first && index < end).map((piece) => boxOf(piece, row))
}

function breakChange(before: Layout, after: Layout): Change | null {
  const from = breakLine(before)
  const to = breakLine(after)
  if (from === null || to === null || from.y === to.y) return null
  return { from, to }
}

function breakLine({ rows, left, width }: Layout): Box | null {
  const row = rows.find(({ kind }) => kind === 'break')
  return row === undefined ? null : { x: left, y: row.y, width, height: 0 }
}

/** Draws the outlines on their way: `share` 0 is the state before, 1 the one after. */
export function drawMotion(
  pen: Pen,
  { changes, programBreak }: Motion,
  share: number,
  palette: Pick<Palette, 'accent' | 'bad'>,
): void {
  const eased = 1 - (1 - share) ** 3
  pen.save()
  // Towards the end they go: what they lead to stands there already.
  pen.globalAlpha = Math.min(1, (1 - share) * 3)
  pen.strokeStyle = palette.accent
  pen.lineWidth = 3
  for (const { from, to } of changes) {
    const { x, y, width, height } = between(from, to, eased)
    pen.beginPath()
    pen.roundRect(x, y, width, height, RADIUS)
    pen.stroke()
  }
  if (programBreak !== null) {
    const { x, y, width } = between(programBreak.from, programBreak.to, eased)
    pen.strokeStyle = palette.bad
    pen.beginPath()
    pen.moveTo(x, y)
    pen.lineTo(x + width, y)
    pen.stroke()
  }
  pen.restore()
}

function between(from: Box, to: Box, share: number): Box {
  const mix = (a: number, b: number) => a + (b - a) * share
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  }
}
