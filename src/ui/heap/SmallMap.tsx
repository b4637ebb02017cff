import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Moment } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import { Canvas, type Spot } from '../canvas/Canvas.tsx'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { useThemeInForce } from '../context.ts'
import { plural } from '../format.ts'
import { useDragRows } from './dragging.ts'
import { drawHeap } from './draw.ts'
import { chunkAtSpot, type Layout, layoutHeap, pieceOf, rowsThatFit, scrolledFrom } from './layout.ts'
import { drawMarks } from './marks.ts'
import { chunkSentence } from './model.ts'
import { drawOverlay } from './overlay.ts'
import { PickedChunk } from './PickedChunk.tsx'
import { boxOf, edge } from './shapes.ts'

const GUTTER = 62
const RIGHT = 14
const TOP = 14
const ROW_HEIGHT = 30
/** Room for a chunk told at the pointer. */
const TOLD_WIDTH = 250
/** Chunks told in words: more in a row are not listened to. */
const MOST_TOLD = 30

export interface SmallMapProps {
  readonly moment: Moment
  /** Whose heap it is, for those who do not see the map. */
  readonly name: string
  /** First address shown; 0 is the start of the heap. */
  readonly from: Address
  readonly bytesPerRow: Bytes
  readonly onFrom: (address: Address) => void
  /** Says how many rows there is room for. */
  readonly onRows: (rows: number) => void
  /** An address in the chunk that is looked at; null for none. */
  readonly picked: Address | null
  readonly onPick: (address: Address | null) => void
  /** What can be done with the chunk that is looked at. */
  readonly children?: React.ReactNode
}

/** The map of one of several heaps: the same drawing with less around it. */
export function SmallMap(props: SmallMapProps) {
  const { moment, name, from, bytesPerRow, onFrom, onRows, picked, onPick, children } = props
  const [hover, setHover] = useState<{ readonly index: number; readonly spot: Spot } | null>(null)
  const theme = useThemeInForce()
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const layout = useMemo(
    () => (size.width === 0 ? null : layoutOf(moment, size, from, bytesPerRow)),
    [moment, size, from, bytesPerRow],
  )
  useFollow(moment, layout, onFrom)
  const draw = useCallback(
    (pen: Pen, _size: Size, palette: Palette) => {
      if (layout === null) return
      drawHeap(pen, layout, moment, palette)
      drawOverlay(pen, layout, moment, palette)
      drawMarks(pen, layout, moment, palette)
      if (picked !== null) drawPicked(pen, layout, moment, picked, palette)
    },
    [layout, moment, picked],
  )
  const scroll = (rows: number) => {
    if (layout !== null && rows !== 0) onFrom(scrolledFrom(layout, rows, moment.stretches))
  }
  const { address } = moment.chunks
  const pick = (index: number) => {
    if (index >= 0 && index < address.length) onPick(address[index]!)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') scroll(1)
    else if (event.key === 'ArrowUp') scroll(-1)
    else if (event.key === 'Enter') pick(indexAt(address, moment.step.chunk))
    else return
    event.preventDefault()
  }
  const point = (spot: Spot | null) => {
    const index = spot === null || layout === null ? -1 : chunkAtSpot(layout, spot.x, spot.y)
    setHover(spot === null || index < 0 ? null : { index, spot })
  }
  const press = ({ x, y }: Spot, moved: boolean) => {
    if (!moved && layout !== null) pick(chunkAtSpot(layout, x, y))
  }
  return (
    <div className="small-map">
      <Canvas
        label={`Heap map of ${name}. The list after it says the same in words. Arrow up and down scroll; Enter looks at a chunk.`}
        draw={draw}
        theme={theme}
        onSize={(next) => {
          setSize(next)
          onRows(rowsThatFit(next.height - TOP, ROW_HEIGHT))
        }}
        onHover={point}
        onRelease={press}
        onDrag={useDragRows(scroll)}
        onKeyDown={onKeyDown}
      />
      {hover !== null && hover.index < address.length && (
        <p
          className="tooltip"
          aria-hidden="true"
          style={{
            left: Math.max(4, Math.min(hover.spot.x + 14, size.width - TOLD_WIDTH)),
            top: hover.spot.y + 18,
          }}
        >
          {chunkSentence(moment.chunks, hover.index)}
        </p>
      )}
      {picked !== null && (
        <PickedChunk moment={moment} picked={picked} onPick={onPick}>
          {children}
        </PickedChunk>
      )}
      <Words moment={moment} />
    </div>
  )
}

/** The chunk that an address lies in, of those that a map has; the first if it lies before them. */
function indexAt(begins: Float64Array, address: Address): number {
  return Math.max(
    0,
    begins.findLastIndex((begin) => begin <= address),
  )
}

/** The chunk that is looked at: a dashed outline, as that of the inspector. */
function drawPicked(pen: Pen, layout: Layout, { chunks }: Moment, picked: Address, palette: Palette): void {
  const found = pieceOf(layout, chunks, picked)
  if (found === null) return
  pen.save()
  pen.strokeStyle = palette.accent
  pen.lineWidth = 2
  pen.setLineDash([4, 3])
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    for (const piece of row.pieces) if (piece.index === found.piece.index) edge(pen, boxOf(piece, row), piece)
  }
  pen.restore()
}

function layoutOf(moment: Moment, { width, height }: Size, from: Address, bytesPerRow: Bytes): Layout {
  return layoutHeap(moment.chunks, {
    left: GUTTER,
    top: TOP,
    width: Math.max(80, width - GUTTER - RIGHT),
    height: Math.max(ROW_HEIGHT, height - TOP),
    rowHeight: ROW_HEIGHT,
    bytesPerRow,
    from,
    origin: moment.extent.chunks,
    programBreak: moment.programBreak,
  })
}

/** Brings the chunk that a step is about into view, once for each step: what the person scrolls to afterwards stays. */
function useFollow(moment: Moment, layout: Layout | null, onFrom: (address: Address) => void): void {
  const followed = useRef('')
  const show = useRef(onFrom)
  show.current = onFrom
  useEffect(() => {
    const { position, step, extent, chunks } = moment
    const key = `${position.operation}.${position.step}`
    if (layout === null || followed.current === key) return
    followed.current = key
    if (step.chunk < extent.from || step.chunk >= extent.to) return
    if (pieceOf(layout, chunks, step.chunk) !== null) return
    show.current(Math.max(extent.from, step.chunk - layout.bytesPerRow))
  }, [moment, layout])
}

function Words({ moment: { chunks, chunkCount } }: Pick<SmallMapProps, 'moment'>) {
  const told = Math.min(chunks.address.length, MOST_TOLD)
  return (
    <div className="sr">
      <h4>Chunks on the map, {plural(chunkCount, 'chunk')} in all</h4>
      <ol>
        {Array.from({ length: told }, (_, i) => (
          <li key={chunks.address[i]}>{chunkSentence(chunks, i)}</li>
        ))}
      </ol>
    </div>
  )
}
