import { useEffect, useRef } from 'react'
import { pixelRatioOf } from '../canvas/Canvas.tsx'
import { useLabState } from '../context.ts'
import { drawPointed } from './pointed.ts'
import type { Scene } from './scene.ts'

/** Over the map: an outline around the chunk that is pointed at, here or in a list. Drawn apart, so that the map is not. */
export function Pointed({ scene }: { readonly scene: Scene | null }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pointed = useLabState((state) => state.pointed)
  useEffect(() => {
    const surface = canvas.current
    if (scene === null || pointed === null || surface === null) return
    const pen = surface.getContext('2d')
    if (pen === null) return
    const ratio = pixelRatioOf(surface)
    surface.width = Math.round(surface.clientWidth * ratio)
    surface.height = Math.round(surface.clientHeight * ratio)
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    drawPointed(pen, scene, pointed, getComputedStyle(surface).getPropertyValue('--ink'))
    return () => pen.clearRect(0, 0, surface.clientWidth, surface.clientHeight)
  }, [scene, pointed])
  return (
    <div className="heap-motion" aria-hidden="true">
      <canvas ref={canvas} className="canvas" />
    </div>
  )
}
