import type { Address } from '../../engine/units.ts'
import type { Pen } from '../canvas/pen.ts'
import { boxOfNode } from './lane.ts'
import { pieceOf } from './layout.ts'
import type { Scene } from './scene.ts'
import { type Box, boxOf, edge } from './shapes.ts'

/** How far around a node of the lane its outline lies. */
const AROUND = 3

/** Outlines the chunk that is pointed at, on the map and in the lane; nothing if it is on neither. */
export function drawPointed(pen: Pen, scene: Scene, pointed: Address, colour: string): void {
  const { layout, moment, nodes, far, away } = scene
  pen.strokeStyle = colour
  pen.lineWidth = 2.5
  if (far !== null) away?.outlineRange(pen, layout, pointed, pointed + 1)
  const found = far !== null ? null : pieceOf(layout, moment.chunks, pointed)
  for (const row of found === null ? [] : layout.rows) {
    if (row.kind !== 'bytes') continue
    for (const piece of row.pieces)
      if (piece.index === found!.piece.index) edge(pen, boxOf(piece, row), piece)
  }
  for (const placed of nodes) {
    const { chunk, size } = placed.node
    if (pointed >= chunk && pointed < chunk + size) outlineNode(pen, boxOfNode(placed))
  }
}

function outlineNode(pen: Pen, { x, y, width, height }: Box): void {
  pen.beginPath()
  pen.roundRect(x - AROUND, y - AROUND, width + 2 * AROUND, height + 2 * AROUND, 11)
  pen.stroke()
}
