import { useEffect, useRef } from 'react'
import type { Scenario } from '../../engine/session/index.ts'
import { pixelRatioOf } from '../canvas/Canvas.tsx'
import { useCalm, useLabState } from '../context.ts'
import { drawMotion, MOTION_MS, type Motion, motionBetween } from './motion.ts'
import type { Scene } from './scene.ts'

/** The scene that was drawn last, of which scenario, and since when, in milliseconds. */
interface Seen {
  readonly scenario: Scenario | null
  readonly scene: Scene | null
  readonly at: number
}

/** Over the map, which shows the moment as it is: how the chunks came to lie so. Empty when nothing moves. */
export function HeapMotion({ scene }: { readonly scene: Scene | null }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scenario = useLabState((state) => state.scenario)
  const last = useRef<Seen>({ scenario: null, scene: null, at: 0 })
  const calm = useCalm()
  useEffect(() => {
    const now = performance.now()
    const { at } = last.current
    // Between two runs nothing moves: their heaps are not each other's past.
    const before = last.current.scenario === scenario ? last.current.scene : null
    last.current = { scenario, scene, at: isSameMoment(before, scene) ? at : now }
    const motion = scene === null || calm ? null : motionBetween(before, scene, now - at)
    if (motion !== null && canvas.current !== null) return play(canvas.current, motion)
  }, [scenario, scene, calm])
  return (
    <div className="heap-motion" aria-hidden="true">
      <canvas ref={canvas} className="canvas" />
    </div>
  )
}

/** The map may be drawn anew without a step: in another size, or from another place on. */
function isSameMoment(a: Scene | null, b: Scene | null): boolean {
  if (a === null || b === null) return false
  const { operation, step } = a.moment.position
  return b.moment.position.operation === operation && b.moment.position.step === step
}

/** Draws the motion, frame by frame; answers what ends it. */
function play(canvas: HTMLCanvasElement, motion: Motion): () => void {
  const pen = canvas.getContext('2d')
  if (pen === null) return () => {}
  const ratio = pixelRatioOf(canvas)
  canvas.width = Math.round(canvas.clientWidth * ratio)
  canvas.height = Math.round(canvas.clientHeight * ratio)
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  const style = getComputedStyle(canvas)
  const palette = { accent: style.getPropertyValue('--accent'), bad: style.getPropertyValue('--bad') }
  const clear = () => pen.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight)
  const begun = performance.now()
  let frame = 0
  const draw = () => {
    clear()
    const share = (performance.now() - begun) / MOTION_MS
    if (share >= 1) return
    drawMotion(pen, motion, share, palette)
    frame = requestAnimationFrame(draw)
  }
  frame = requestAnimationFrame(draw)
  return () => {
    cancelAnimationFrame(frame)
    clear()
  }
}
