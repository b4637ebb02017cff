import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { readPalette } from './palette.ts'
import type { Palette, Pen, Size } from './pen.ts'

/** A place on the canvas in CSS pixels from its top left corner. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Two fingers on the canvas. */
export interface Pinch {
  /** Their distance, compared with when they came. */
  readonly ratio: number
  /** The middle between them. */
  readonly spot: Spot
  /** Whether they have just come. */
  readonly begins: boolean
}

interface Props {
  /** What it is called for those who do not see it. */
  readonly label: string
  readonly role?: string
  readonly className?: string
  /** Paints everything. Called once a frame at most, when it or the size or the theme changes. */
  readonly draw: (pen: Pen, size: Size, palette: Palette) => void
  /** The theme in force: the palette is read again when it changes. */
  readonly theme: string
  readonly onSize?: (size: Size) => void
  /** The pointer is here; null when it has left. */
  readonly onHover?: (spot: Spot | null) => void
  readonly onPress?: (spot: Spot) => void
  /** The pointer moves with the button down: how far since the last call, and where it is. */
  readonly onDrag?: (dx: number, dy: number, spot: Spot) => void
  /** The button came up; `moved` says whether it was a drag. */
  readonly onRelease?: (spot: Spot, moved: boolean) => void
  /** Two fingers came or moved. What one of them did before is no drag any more. */
  readonly onPinch?: (pinch: Pinch) => void
  readonly onDoubleClick?: (spot: Spot) => void
  readonly onWheel?: (event: WheelEvent, spot: Spot) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** For role slider and the like. */
  readonly aria?: Readonly<Record<`aria-${string}`, string | number>>
}

const DRAG_STARTS_AT_PX = 4

/** A canvas that owns pixel ratio, size, frames and pointer; the view supplies what to draw and what to do. */
export function Canvas(props: Props) {
  const element = useRef<HTMLCanvasElement>(null)
  const size = useSize(element, props.onSize)
  const palette = usePalette(element, props.theme)
  const pointer = usePointer(props)
  useWheel(element, props.onWheel)

  const { draw } = props
  useEffect(() => {
    const frame = requestAnimationFrame(() => paint(element.current, size, palette, draw))
    return () => cancelAnimationFrame(frame)
  }, [draw, size, palette])

  return (
    <canvas
      ref={element}
      className={`canvas ${props.className ?? ''}`}
      role={props.role ?? 'img'}
      aria-label={props.label}
      tabIndex={0}
      onKeyDown={props.onKeyDown}
      onDoubleClick={({ nativeEvent: { offsetX: x, offsetY: y } }) => props.onDoubleClick?.({ x, y })}
      {...pointer}
      {...props.aria}
    />
  )
}

function paint(
  canvas: HTMLCanvasElement | null,
  size: Size,
  palette: Palette | null,
  draw: Props['draw'],
): void {
  const pen = canvas?.getContext('2d')
  if (canvas === null || pen === null || pen === undefined || palette === null) return
  const ratio = pixelRatioOf(canvas)
  const width = Math.round(size.width * ratio)
  const height = Math.round(size.height * ratio)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, size.width, size.height)
  draw(pen, size, palette)
}

/**
 * Dots of the screen in a pixel of the canvas's own layout: more where the page is enlarged as a whole, for an
 * audience.
 */
export function pixelRatioOf(canvas: HTMLCanvasElement): number {
  const enlarged = canvas.getBoundingClientRect().width / canvas.offsetWidth
  // What is left of rounding must not blur a canvas that is not enlarged.
  const scale = Number.isFinite(enlarged) && enlarged > 0 ? Math.round(enlarged * 100) / 100 : 1
  return devicePixelRatio * scale
}

function useSize(element: React.RefObject<HTMLCanvasElement | null>, onSize: Props['onSize']): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const report = useRef(onSize)
  report.current = onSize
  useEffect(() => {
    const canvas = element.current
    if (canvas === null) return
    const observer = new ResizeObserver(() => {
      const next = { width: canvas.clientWidth, height: canvas.clientHeight }
      setSize(next)
      report.current?.(next)
    })
    observer.observe(canvas)
    return () => observer.disconnect()
  }, [element])
  return size
}

function usePalette(element: React.RefObject<HTMLCanvasElement | null>, theme: string): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null)
  // The palette depends on the theme through the style sheet, which is why `theme` must be a dependency.
  useEffect(() => {
    const canvas = element.current
    if (theme !== '' && canvas !== null) setPalette(readPalette(canvas, pixelRatioOf(canvas)))
  }, [element, theme])
  return palette
}

function useWheel(element: React.RefObject<HTMLCanvasElement | null>, onWheel: Props['onWheel']): void {
  const handler = useRef(onWheel)
  handler.current = onWheel
  useEffect(() => {
    const canvas = element.current
    if (canvas === null) return
    // React's own wheel listener is passive, so it could not keep the page from scrolling.
    const listen = (event: WheelEvent) => handler.current?.(event, { x: event.offsetX, y: event.offsetY })
    canvas.addEventListener('wheel', listen, { passive: false })
    return () => canvas.removeEventListener('wheel', listen)
  }, [element])
}

function usePointer({ onHover, onPress, onDrag, onRelease, onPinch }: Props) {
  const start = useRef<{ x: number; y: number; lastX: number; lastY: number; moved: boolean } | null>(null)
  const fingers = useFingers(onPinch)
  const spotOf = (event: PointerEvent): Spot => ({
    x: event.nativeEvent.offsetX,
    y: event.nativeEvent.offsetY,
  })
  return {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture?.(event.pointerId)
      const { x, y } = spotOf(event)
      start.current = { x, y, lastX: x, lastY: y, moved: false }
      if (fingers.move(event, { x, y })) start.current = null
      else onPress?.({ x, y })
    },
    onPointerMove: (event: PointerEvent) => {
      const spot = spotOf(event)
      if (fingers.isDown(event) && fingers.move(event, spot)) return
      const from = start.current
      if (from === null) return onHover?.(spot)
      from.moved ||= Math.hypot(spot.x - from.x, spot.y - from.y) > DRAG_STARTS_AT_PX
      if (from.moved) onDrag?.(spot.x - from.lastX, spot.y - from.lastY, spot)
      from.lastX = spot.x
      from.lastY = spot.y
    },
    onPointerUp: (event: PointerEvent) => {
      fingers.lift(event)
      if (start.current !== null) onRelease?.(spotOf(event), start.current.moved)
      start.current = null
    },
    onPointerCancel: (event: PointerEvent) => {
      fingers.lift(event)
      start.current = null
    },
    onPointerLeave: () => onHover?.(null),
  }
}

/** Fingers on the canvas. The first two of them pinch. */
function useFingers(onPinch: Props['onPinch']) {
  const down = useRef(new Map<number, Spot>())
  const apart = useRef(0)
  return {
    isDown: ({ pointerId }: PointerEvent) => down.current.has(pointerId),
    /** A finger is here; answers whether that is part of a pinch. */
    move({ pointerId, pointerType }: PointerEvent, spot: Spot): boolean {
      if (onPinch === undefined || pointerType !== 'touch') return false
      const begins = !down.current.has(pointerId)
      down.current.set(pointerId, spot)
      const [a, b] = down.current.values()
      if (a === undefined || b === undefined) return false
      const distance = Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))
      if (begins) apart.current = distance
      onPinch({
        ratio: distance / apart.current,
        spot: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
        begins,
      })
      return true
    },
    lift({ pointerId }: PointerEvent): void {
      down.current.delete(pointerId)
    },
  }
}
