import type { Paint, Palette, Pen, Size } from '../canvas/pen.ts'
import { bytesInLine, count, plural, shortAddress } from '../format.ts'
import type { Lane, LaneNode } from './model.ts'
import { type Box, text } from './shapes.ts'

/** Height of the lane in CSS pixels, heading and notes included. */
export const LANE_HEIGHT = 104
const NODE_WIDTH = 112
const NODE_HEIGHT = 44
const PITCH = 148
const NODES_TOP = 30
const RADIUS = 9

/** A node as placed. */
export interface PlacedNode {
  readonly node: LaneNode
  readonly index: number
  readonly x: number
  readonly y: number
}

/** Places as many nodes as fit, the current one among them. */
export function placeLane(lane: Lane, left: number, size: Size): PlacedNode[] {
  const room = Math.max(1, Math.floor((size.width - left + PITCH - NODE_WIDTH - 40) / PITCH))
  const anchor = lane.current >= 0 ? lane.current : lane.anchor
  const first = Math.max(0, Math.min(anchor - Math.floor(room / 2), lane.nodes.length - room))
  const y = size.height - LANE_HEIGHT + NODES_TOP
  return lane.nodes
    .slice(first, first + room)
    .map((node, i) => ({ node, index: first + i, x: left + i * PITCH, y }))
}

/** The node at a place on the canvas, or null. */
export function nodeAtSpot(placed: readonly PlacedNode[], x: number, y: number): LaneNode | null {
  const hit = placed.find((at) => x >= at.x && x < at.x + NODE_WIDTH && y >= at.y && y < at.y + NODE_HEIGHT)
  return hit?.node ?? null
}

/** The rectangle of a node. */
export function boxOfNode({ x, y }: PlacedNode): Box {
  return { x, y, width: NODE_WIDTH, height: NODE_HEIGHT }
}

/** Where a line to a node ends: the middle of its upper edge. */
export function topOf(placed: PlacedNode): { x: number; y: number } {
  return { x: placed.x + NODE_WIDTH / 2, y: placed.y - 2 }
}

/** Draws the free list, or the chunks that a search has looked at. */
export function drawLane(
  pen: Pen,
  lane: Lane,
  placed: readonly PlacedNode[],
  left: number,
  size: Size,
  palette: Palette,
): void {
  const top = size.height - LANE_HEIGHT
  pen.strokeStyle = palette.line
  pen.lineWidth = 1
  pen.beginPath()
  pen.moveTo(0, top + 0.5)
  pen.lineTo(size.width, top + 0.5)
  pen.stroke()
  pen.textBaseline = 'middle'
  const quiet = { fill: palette.ink2, align: 'left' } as const
  text(pen, lane.heading, left, top + 15, { font: `12px ${palette.sans}`, ...quiet })
  if (lane.nodes.length === 0) {
    text(pen, lane.empty, left, top + NODES_TOP + NODE_HEIGHT / 2, { font: `13px ${palette.sans}`, ...quiet })
  }
  for (const at of placed) drawNode(pen, at, at.index < lane.nodes.length - 1, palette)
  const hidden = lane.nodes.length - 1 - (placed.at(-1)?.index ?? -1)
  const before = placed[0]?.index ?? 0
  const words = [
    before > 0 ? `← ${count(before)} before` : '',
    hidden > 0 ? `${count(hidden)}${lane.more ? ' or more' : ''} more →` : '',
  ].filter((part) => part !== '')
  if (words.length > 0) {
    text(pen, words.join('   '), size.width - 12, top + 15, {
      font: `12px ${palette.sans}`,
      fill: palette.ink2,
      align: 'right',
    })
  }
}

function drawNode(pen: Pen, { node, x, y }: PlacedNode, linked: boolean, palette: Palette): void {
  pen.beginPath()
  pen.roundRect(x, y, NODE_WIDTH, NODE_HEIGHT, RADIUS)
  pen.fillStyle = node.note === 'in use' ? palette.usedSoft : (palette.free as Paint)
  pen.fill()
  pen.strokeStyle = strokeOf(node, palette)
  pen.lineWidth = node.tone === 'probe' || node.tone === 'chosen' ? 3 : 1.2
  pen.stroke()
  plate(pen, x, y, palette)
  const left = { align: 'left' } as const
  text(pen, node.size < 10_000 ? plural(node.size, 'byte') : bytesInLine(node.size), x + 12, y + 15, {
    font: `600 13px ${palette.sans}`,
    fill: palette.ink,
    ...left,
  })
  text(pen, shortAddress(node.chunk), x + 12, y + 31, {
    font: `11px ${palette.mono}`,
    fill: palette.ink2,
    ...left,
  })
  const below = [node.list, node.note].filter((part) => part !== '').join(': ')
  text(pen, below, x + 2, y + NODE_HEIGHT + 14, {
    font: `${node.tone === 'probe' ? '600 ' : ''}12px ${palette.sans}`,
    fill: noteInk(node, palette),
    ...left,
  })
  if (linked) arrow(pen, x + NODE_WIDTH + 3, x + PITCH - 3, y + NODE_HEIGHT / 2, palette)
}

/** A quiet ground for the numbers, so that the hatching does not run through them. */
function plate(pen: Pen, x: number, y: number, palette: Palette): void {
  pen.save()
  pen.globalAlpha = 0.72
  pen.fillStyle = palette.panel
  pen.beginPath()
  pen.roundRect(x + 7, y + 5, NODE_WIDTH - 14, NODE_HEIGHT - 10, 5)
  pen.fill()
  pen.restore()
}

function strokeOf({ tone, note }: LaneNode, palette: Palette): string {
  if (tone === 'probe') return palette.probe
  if (tone === 'chosen') return palette.chosen
  return note === 'in use' ? palette.used : palette.freeLine
}

function noteInk({ tone }: LaneNode, palette: Palette): string {
  switch (tone) {
    case 'probe':
      return palette.probeInk
    case 'chosen':
      return palette.chosenInk
    case 'bad':
      return palette.bad
    case 'quiet':
      return palette.ink2
  }
}

function arrow(pen: Pen, from: number, to: number, y: number, palette: Palette): void {
  pen.strokeStyle = palette.ink2
  pen.lineWidth = 1.3
  pen.beginPath()
  pen.moveTo(from, y)
  pen.lineTo(to, y)
  pen.moveTo(to - 6, y - 4)
  pen.lineTo(to, y)
  pen.lineTo(to - 6, y + 4)
  pen.stroke()
}

/** The line from the node that is looked at to its chunk on the map. */
export function drawThread(
  pen: Pen,
  from: { x: number; y: number },
  to: { x: number; y: number },
  colour: string,
): void {
  const bend = Math.min(150, Math.max(20, (from.y - to.y) / 2))
  pen.save()
  pen.globalAlpha = 0.8
  pen.strokeStyle = colour
  pen.lineWidth = 1.8
  pen.beginPath()
  pen.moveTo(from.x, from.y)
  pen.bezierCurveTo(from.x, from.y - bend, to.x, to.y + bend, to.x, to.y)
  pen.stroke()
  pen.restore()
}
