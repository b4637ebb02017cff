import type { Spot } from '../canvas/Canvas.tsx'
import { address, count } from '../format.ts'
import { stateName } from './model.ts'
import type { Scene } from './scene.ts'

interface Props {
  readonly scene: Scene
  readonly index: number
  readonly spot: Spot
  /** Width of the canvas: the tooltip stays inside. */
  readonly width: number
}

const WIDTH = 236

/** A chunk in a few lines, beside the pointer. */
export function Tooltip({ scene, index, spot, width }: Props) {
  const { chunks } = scene.moment
  if (index >= chunks.address.length) return null
  const name = chunks.names[index]!
  const left = Math.max(4, Math.min(spot.x + 14, width - WIDTH - 4))
  return (
    <div className="tooltip" style={{ left, top: spot.y + 18, width: WIDTH }} aria-hidden="true">
      <b className="mono">{address(chunks.address[index]!)}</b>
      <span>{stateName(chunks.state[index]!)}</span>
      <span>{count(chunks.size[index]!)} bytes in all</span>
      {name !== '' && (
        <span>
          {name} asked for {count(chunks.requested[index]!)}, may use {count(chunks.usable[index]!)}
        </span>
      )}
    </div>
  )
}
