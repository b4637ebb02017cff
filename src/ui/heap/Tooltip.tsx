import type { ReactNode } from 'react'
import type { FarMap } from '../../engine/session/index.ts'
import type { Spot } from '../canvas/Canvas.tsx'
import { address, count, plural } from '../format.ts'
import { cellAtSpot, sharesOf } from './far.ts'
import { chunkAtSpot } from './layout.ts'
import { stateName } from './model.ts'
import type { Scene } from './scene.ts'
import { shareWords } from './spoken.ts'

interface Props {
  readonly scene: Scene
  readonly spot: Spot
  /** Width of the canvas: the tooltip stays inside. */
  readonly width: number
}

const WIDTH = 236

/** What lies below the pointer in a few lines beside it: a chunk, or a cell of a heap that is seen from far away. */
export function Tooltip({ scene, spot, width }: Props) {
  const lines = scene.moment.far === null ? chunkLines(scene, spot) : cellLines(scene, scene.moment.far, spot)
  if (lines === null) return null
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

function cellLines({ layout }: Scene, far: FarMap, { x, y }: Spot): ReactNode {
  const at = cellAtSpot(layout, far, x, y)
  if (at === null) return null
  const shares = sharesOf(far, at.row, at.cell, 1)
  return (
    <>
      <b className="mono">{address(shares.from)}</b>
      <span>
        {count(shares.to - shares.from)} bytes
        {shares.chunks > 0 &&
          `, where ${plural(shares.chunks, 'chunk')} begin${shares.chunks === 1 ? 's' : ''}`}
      </span>
      {shareWords(shares).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </>
  )
}
