import type { MapRoom } from '../../state/index.ts'
import type { Size } from '../canvas/pen.ts'
import { LANE_HEIGHT } from './lane.ts'
import { rowsThatFit } from './layout.ts'

/** Left of the map, for addresses; above it, for the first row's marks. */
export const GUTTER = 66
export const TOP = 22
const RIGHT = 22
/** Cells of a heap that is seen from far away are at least so wide, in pixels. */
const CELL_PX = 2.4

/** Heights of rows at each kind of level, and from one row to the next where they are seen from far away. */
export function heightsFor(height: number) {
  return height < 420
    ? { near: 48, middle: 34, far: 15, pitch: 24 }
    : { near: 56, middle: 44, far: 20, pitch: 31 }
}

/** Height of the map on a canvas, without the lane below it. */
export function mapHeight({ height }: Size): number {
  return Math.max(60, height - LANE_HEIGHT - TOP - 14)
}

/** Width of its rows. */
export function mapWidth({ width }: Size): number {
  return Math.max(80, width - GUTTER - RIGHT)
}

/** What a canvas of this size has room for. */
export function roomOn(size: Size): MapRoom {
  const height = mapHeight(size)
  const heights = heightsFor(size.height)
  return {
    near: rowsThatFit(height, heights.near),
    middle: rowsThatFit(height, heights.middle),
    far: farRowsThatFit(height, heights.pitch),
    cells: cellsThatFit(mapWidth(size)),
  }
}

/** Places for rows and labels of a heap that is seen from far away. */
export function farRowsThatFit(height: number, pitch: number): number {
  return Math.max(2, Math.floor(height / pitch))
}

/** Cells in a row of so many pixels: a power of two, so that each stands for a whole number of bytes. */
export function cellsThatFit(width: number): number {
  return 2 ** Math.max(4, Math.floor(Math.log2(width / CELL_PX)))
}

/** A place on the canvas as a share of the map's height. */
export function shareAt(size: Size, y: number): number {
  return Math.max(0, Math.min(0.95, (y - TOP) / mapHeight(size)))
}
