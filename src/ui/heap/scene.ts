import { levelKind, WHOLE_HEAP } from '../../engine/map-levels.ts'
import type { FarMap, Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { type MapAnchor, rowBytesOf } from '../../state/index.ts'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { focusOf } from '../parts/focus.ts'
import type { Away } from './away.ts'
import { drawChanged } from './changed.ts'
import { drawHeap } from './draw.ts'
import { drawLane, drawThread, nodeAtSpot, type PlacedNode, placeLane, topOf } from './lane.ts'
import { chunkAtSpot, type Layout, layoutHeap, pieceOf, ROW_GAP, rowOf, xOf } from './layout.ts'
import { drawLight } from './light.ts'
import { drawMarks } from './marks.ts'
import { type Lane, laneOf } from './model.ts'
import { colourOf, drawOverlay } from './overlay.ts'
import { drawPointers } from './pointers.ts'
import { GUTTER, heightsFor, mapHeight, mapWidth, roomOn, shareAt, TOP } from './room.ts'

/** Everything on the canvas, placed: the map above, the lane below. */
export interface Scene {
  readonly moment: Moment
  readonly layout: Layout
  /** Bytes in a row that were asked for; 0 for the whole heap. */
  readonly level: number
  /** Whether it is drawn byte by byte. */
  readonly isNear: boolean
  /** What is drawn from far away; null where it is not. */
  readonly far: FarMap | null
  readonly away: Away | null
  readonly lane: Lane
  readonly nodes: readonly PlacedNode[]
  /** Whether this is the heap of a program's own malloc. */
  readonly ownMalloc: boolean
}

const NOTHING: ReadonlySet<Address> = new Set()
/** Whether a moment at a level is drawn byte by byte, or from far away: then it needs `Away`. */
export function needsAway({ far }: Moment, level: number): boolean {
  return far !== null || levelKind(level) === 'near'
}

/**
 * Places a moment on a canvas of this size. `level`: bytes in a row, or 0 for the whole heap. Without `away` it is
 * drawn chunk by chunk.
 */
export function sceneOf(
  moment: Moment,
  size: Size,
  from: number,
  level: number,
  ownMalloc = false,
  away: Away | null = null,
): Scene {
  const heights = heightsFor(size.height)
  const bytesPerRow = rowBytesOf(moment, level, roomOn(size).middle)
  const far = away === null ? null : moment.far
  const kind = away !== null && levelKind(bytesPerRow) === 'near' ? 'near' : 'middle'
  const frame = {
    left: GUTTER,
    top: TOP,
    width: mapWidth(size),
    height: mapHeight(size),
    programBreak: moment.programBreak,
  }
  const layout =
    away !== null && far !== null
      ? away.layoutFar(far, { ...frame, rowHeight: heights.far, pitch: heights.pitch })
      : layoutHeap(moment.chunks, {
          ...frame,
          rowHeight: heights[kind],
          bytesPerRow,
          from: level === WHOLE_HEAP ? 0 : from,
          origin: moment.extent.chunks,
          unfolded: kind === 'near',
        })
  const lane = laneOf(moment, ownMalloc)
  return {
    moment,
    layout,
    level,
    isNear: kind === 'near',
    far,
    away,
    lane,
    nodes: placeLane(lane, GUTTER, size),
    ownMalloc,
  }
}

/** Draws a scene. `changed`: where the chunks begin that get the mark of a change. */
export function drawScene(
  pen: Pen,
  scene: Scene,
  size: Size,
  palette: Palette,
  changed: ReadonlySet<Address> = NOTHING,
): void {
  const { moment, layout, lane, nodes } = scene
  if (scene.far === null) drawChunks(pen, scene, palette, changed)
  else drawFarHeap(pen, scene, scene.far, palette, changed)
  const tags = drawPointers(pen, layout, moment, palette)
  drawMarks(pen, layout, moment, palette, tags)
  drawLane(pen, lane, nodes, GUTTER, size, palette)
  const focus = focusOf(moment)
  const searching = moment.step.kind === 'visit' || moment.step.kind === 'choose'
  const node = nodes.find((placed) => placed.index === lane.current)
  if (focus === null || node === undefined || !searching) return
  const to = threadEnd(scene, focus.chunk)
  if (to !== null) drawThread(pen, topOf(node), to, colourOf(focus.emphasis, palette))
}

function drawChunks(pen: Pen, scene: Scene, palette: Palette, changed: ReadonlySet<Address>): void {
  const { moment, layout, ownMalloc, isNear, away } = scene
  drawHeap(pen, layout, moment, palette, isNear ? away?.drawNear : undefined)
  drawChanged(pen, layout, moment.chunks, changed, palette)
  if (moment.part !== null) {
    drawLight(pen, layout, moment.chunks, { part: moment.part.part, ownMalloc }, palette)
  }
  drawOverlay(pen, layout, moment, palette)
}

function drawFarHeap(
  pen: Pen,
  { moment, layout, away }: Scene,
  far: FarMap,
  palette: Palette,
  changed: ReadonlySet<Address>,
): void {
  away?.drawFar(pen, layout, far, moment, palette)
  away?.drawFarTicks(pen, layout, changed, moment.part?.address ?? [], palette)
  away?.drawFarMarks(pen, layout, moment, palette)
}

/** Where a line from the lane to a chunk ends: below its first piece. */
function threadEnd({ moment, layout, far }: Scene, chunk: Address): { x: number; y: number } | null {
  if (far !== null) {
    const row = rowOf(layout, chunk)
    return row === null ? null : { x: xOf(layout, row, chunk), y: row.y + row.height + 3 }
  }
  const found = pieceOf(layout, moment.chunks, chunk)
  if (found === null) return null
  const { piece, row } = found
  return { x: piece.x + piece.width / 2, y: row.y + row.height + 3 }
}

/** Whether an address is drawn: in the middle, any part of the chunk that holds it. */
export function isShown({ moment, layout, isNear, far }: Scene, address: Address): boolean {
  if (isNear || far !== null) return rowOf(layout, address) !== null
  return pieceOf(layout, moment.chunks, address) !== null
}

/** The chunk at a place on the canvas, in the list or on the map; null if there is none, or none that can be told. */
export function chunkAtPlace({ nodes, layout, moment }: Scene, { x, y }: Place): Address | null {
  const node = nodeAtSpot(nodes, x, y)
  return node?.chunk ?? moment.chunks.address[chunkAtSpot(layout, x, y)] ?? null
}

/** The byte of the heap that is drawn at a place on the canvas; null if there is none. */
export function addressAt({ layout }: Scene, { x, y }: Place): Address | null {
  const row = layout.rows.find((each) => y >= each.y && y < each.y + each.height)
  if (row?.kind !== 'bytes' || x < layout.left || x >= layout.left + layout.width) return null
  return row.address + Math.floor((x - layout.left) / layout.pixelsPerByte)
}

/** What is to stay in its place when the map is zoomed at a place on the canvas; null while nothing is drawn. */
export function anchorAt({ layout }: Scene, size: Size, { x, y }: Place): MapAnchor | null {
  const rows = layout.rows.filter(({ kind }) => kind === 'bytes' || kind === 'skip')
  const row = rows.findLast((each) => each.y <= y) ?? rows[0]
  if (row === undefined) return null
  const inside = Math.max(0, Math.min(layout.width - 1, x - layout.left)) / layout.pixelsPerByte
  const address = row.kind === 'bytes' ? row.address + Math.floor(inside) : row.address
  return { address, share: shareAt(size, row.y) }
}

/** Rows that there is room for below the last one. */
export function emptyRows({ layout }: Scene, size: Size): number {
  const [first, second] = layout.rows.filter(({ kind }) => kind === 'bytes')
  const last = layout.rows.at(-1)
  if (first === undefined || last === undefined) return 0
  const pitch = second === undefined ? first.height + ROW_GAP : second.y - first.y
  return Math.floor((TOP + mapHeight(size) + ROW_GAP - last.y - last.height) / Math.max(pitch, first.height))
}

interface Place {
  readonly x: number
  readonly y: number
}
