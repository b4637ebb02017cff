import type { ReactNode } from 'react'
import type { Spot } from '../canvas/Canvas.tsx'
import { address, count } from '../format.ts'
import { chunkAtSpot } from './layout.ts'
import { stateName } from './model.ts'
import type { Scene } from './scene.ts'

interface Props {
  readonly scene: Scene
  readonly spot: Spot
  /** Width of the canvas: the tooltip stays inside. */
  readonly width: number
}

const WIDTH = 236

/** What lies below the pointer in a few lines beside it: a chunk, or a cell of a heap that is seen from far away. */
export function Tooltip({ scene, spot, width }: Props) {
  const { far, away, layout } = scene
  const lines = far === null ? chunkLines(scene, spot) : away?.cellLines(layout, far, spot.x, spot.y)
  if (!lines) return null
  const left = Math.max(4, Math.min(spot.x + 14, width - WIDTH - 4))
  return (
    <div className="tooltip" style={{ left, top: spot.y + 18, width: WIDTH }} aria-hidden="true">
      {lines}
    </div>
  )
}

function chunkLines({ layout, moment: { chunks } }: Scene, { x, y }: Spot): ReactNode {
  const index = chunkAtSpot(layout, x, y)
  if (index < 0 || index >= chunks.address.length) return null
  const name = chunks.names[index]!
  return (
    <>
      <b className="mono">{address(chunks.address[index]!)}</b>
      <span>{stateName(chunks.state[index]!)}</span>
      <span>{count(chunks.size[index]!)} bytes in all</span>
      {name !== '' && (
        <span>
          {name} asked for {count(chunks.requested[index]!)}, may use {count(chunks.usable[index]!)}
        </span>
      )}
    </>
  )
}
