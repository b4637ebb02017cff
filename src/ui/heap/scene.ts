import type { Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { focusOf } from '../parts/focus.ts'
import { drawChanged } from './changed.ts'
import { drawHeap } from './draw.ts'
import { drawLane, drawThread, LANE_HEIGHT, type PlacedNode, placeLane, topOf } from './lane.ts'
import { type Layout, layoutHeap, pieceOf, rowsThatFit } from './layout.ts'
import { drawLight } from './light.ts'
import { type Lane, laneOf } from './model.ts'
import { colourOf, drawOverlay } from './overlay.ts'
import { drawPointers } from './pointers.ts'

/** Everything on the canvas, placed: the map above, the lane below. */
export interface Scene {
  readonly moment: Moment
  readonly layout: Layout
  readonly lane: Lane
  readonly nodes: readonly PlacedNode[]
  /** Whether this is the heap of a program's own malloc. */
  readonly ownMalloc: boolean
}

const NOTHING: ReadonlySet<Address> = new Set()
const GUTTER = 66
const RIGHT = 22
const TOP = 22

function rowHeightFor(height: number): number {
  return height < 420 ? 34 : 44
}

function mapHeight({ height }: Size): number {
  return Math.max(60, height - LANE_HEIGHT - TOP - 14)
}

/** Rows of bytes that fit on a canvas of this size. */
export function mapRows(size: Size): number {
  return rowsThatFit(mapHeight(size), rowHeightFor(size.height))
}

/** Places a moment on a canvas of this size. */
export function sceneOf(
  moment: Moment,
  size: Size,
  from: number,
  bytesPerRow: number,
  ownMalloc = false,
): Scene {
  const layout = layoutHeap(moment.chunks, {
    left: GUTTER,
    top: TOP,
    width: Math.max(80, size.width - GUTTER - RIGHT),
    height: mapHeight(size),
    rowHeight: rowHeightFor(size.height),
    bytesPerRow,
    from,
    origin: moment.extent.chunks,
    programBreak: moment.programBreak,
  })
  const lane = laneOf(moment, ownMalloc)
  return { moment, layout, lane, nodes: placeLane(lane, GUTTER, size), ownMalloc }
}

/** Draws a scene. `changed`: where the chunks begin that get the mark of a change. */
export function drawScene(
  pen: Pen,
  scene: Scene,
  size: Size,
  palette: Palette,
  changed: ReadonlySet<Address> = NOTHING,
): void {
  const { moment, layout, lane, nodes, ownMalloc } = scene
  drawHeap(pen, layout, moment, palette)
  drawChanged(pen, layout, moment.chunks, changed, palette)
  if (moment.part !== null) {
    drawLight(pen, layout, moment.chunks, { part: moment.part.part, ownMalloc }, palette)
  }
  drawOverlay(pen, layout, moment, palette)
  drawPointers(pen, layout, moment, palette)
  drawLane(pen, lane, nodes, GUTTER, size, palette)
  const focus = focusOf(moment)
  const searching = moment.step.kind === 'visit' || moment.step.kind === 'choose'
  const node = nodes.find((placed) => placed.index === lane.current)
  if (focus === null || node === undefined || !searching) return
  const found = pieceOf(layout, moment.chunks, focus.chunk)
  if (found === null) return
  const { piece, row } = found
  const to = { x: piece.x + piece.width / 2, y: row.y + row.height + 3 }
  drawThread(pen, topOf(node), to, colourOf(focus.emphasis, palette))
}
