import { type KeyboardEvent, useRef } from 'react'
import { addressBack, levelKind } from '../../engine/map-levels.ts'
import { setZoom, showFrom, zoom } from '../../state/index.ts'
import type { Pinch, Spot } from '../canvas/Canvas.tsx'
import type { Size } from '../canvas/pen.ts'
import { useLab } from '../context.ts'
import { useDragRows } from './dragging.ts'
import { scrolledFrom } from './layout.ts'
import { shareAt } from './room.ts'
import { anchorAt, type Scene } from './scene.ts'

/** A turn of a mouse wheel moves by so many pixels at least; fingers on a trackpad make many smaller moves. */
const NOTCH_PX = 50
/** Pixels of a turn, or of fingers, that scroll by one row; and those of a pinch that zoom by one notch. */
const ROW_PX = 100
const FINE_ROW_PX = 40
const PINCH_PX = 35
/** Notches of zoom for fingers that have moved apart to twice their distance. */
const NOTCHES_PER_DOUBLE = 1.5
/** What a wheel says in lines, in pixels. */
const LINE_PX = 34

/** What hands do to the map: wheel, pinch, drag, double click, and the keys that it has to itself. */
export function useGestures(scene: Scene | null, size: Size) {
  const lab = useLab()
  const wheel = useWheelCounts()
  const pinch = useRef<{ readonly address: number; applied: number } | null>(null)
  const scroll = (rows: number) => {
    if (scene !== null && rows !== 0) showFrom(lab, scrolledFrom(scene.layout, rows, scene.moment.stretches))
  }
  const zoomAt = (direction: 1 | -1, spot: Spot) => {
    const anchor = scene === null ? null : anchorAt(scene, size, spot)
    zoom(lab, direction, anchor ?? undefined)
  }
  return {
    onDrag: useDragRows(scroll, pitchOf(scene)),
    onWheel: (event: WheelEvent, spot: Spot) => {
      event.preventDefault()
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY
      if (!event.ctrlKey && !event.metaKey) return scroll(wheel.rows(pixels))
      const notches = wheel.notches(-pixels)
      if (notches !== 0) zoomAt(notches > 0 ? 1 : -1, spot)
    },
    onPinch: ({ ratio, spot, begins }: Pinch) => {
      if (scene === null) return
      if (begins) pinch.current = { address: anchorAt(scene, size, spot)?.address ?? 0, applied: 0 }
      const now = pinch.current
      if (now === null || now.address === 0) return
      const anchor = { address: now.address, share: shareAt(size, spot.y) }
      const wanted = Math.round(Math.log2(ratio) * NOTCHES_PER_DOUBLE)
      if (wanted === now.applied) return setZoom(lab, scene.level, anchor)
      const direction = wanted > now.applied ? 1 : -1
      now.applied += direction
      zoom(lab, direction, anchor)
    },
    onDoubleClick: (spot: Spot) => {
      zoomAt(1, spot)
      // From far away one notch is a small way.
      if (scene !== null && levelKind(scene.level) === 'far') zoomAt(1, spot)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (scene === null || event.altKey) return
      const page = event.shiftKey ? Math.max(1, scene.layout.rows.length - 1) : 1
      const { stretches, extent } = scene.moment
      if (event.key === 'ArrowDown') scroll(page)
      else if (event.key === 'ArrowUp') scroll(-page)
      else if (event.ctrlKey && event.key === 'Home') showFrom(lab, 0)
      else if (event.ctrlKey && event.key === 'End')
        showFrom(lab, addressBack(stretches, extent.to, scene.layout.bytesPerRow))
      else return
      event.preventDefault()
    },
  }
}

/** From one row to the next, in pixels. */
function pitchOf(scene: Scene | null): number | undefined {
  const [first, second] = scene?.layout.rows.filter(({ kind }) => kind === 'bytes') ?? []
  return first === undefined || second === undefined ? undefined : second.y - first.y
}

/** Counts the pixels of a wheel or of two fingers: whole rows to scroll by, whole notches to zoom by. */
function useWheelCounts() {
  const rest = useRef({ rows: 0, notches: 0 })
  const count = (which: 'rows' | 'notches', amount: number) => {
    const sum = Math.sign(amount) === Math.sign(rest.current[which]) ? rest.current[which] + amount : amount
    const whole = Math.trunc(sum)
    rest.current[which] = sum - whole
    return whole
  }
  return {
    rows: (pixels: number) =>
      Math.abs(pixels) >= NOTCH_PX
        ? Math.sign(pixels) * Math.max(1, Math.round(Math.abs(pixels) / ROW_PX))
        : count('rows', pixels / FINE_ROW_PX),
    notches: (pixels: number) =>
      Math.abs(pixels) >= NOTCH_PX ? Math.sign(pixels) : count('notches', pixels / PINCH_PX),
  }
}
