import { type PointerEvent, useRef } from 'react'
import { addressBehind, bytesBefore } from '../../engine/map-levels.ts'
import { showFrom } from '../../state/index.ts'
import { useLab } from '../context.ts'
import type { Scene } from './scene.ts'

interface Props {
  readonly scene: Scene
  /** Height of the lane below the map, in CSS pixels. */
  readonly laneHeight: number
}

const SMALLEST_THUMB = 0.05

/** A scroll bar for the map: which stretch of the heap is shown. Absent when all of it is. */
export function Overview({ scene, laneHeight }: Props) {
  const lab = useLab()
  const track = useRef<HTMLDivElement>(null)
  const { moment, layout } = scene
  const { stretches } = moment
  const total = bytesBefore(stretches, moment.extent.to)
  const places = layout.rows.filter((row) => row.kind === 'bytes')
  const first = bytesBefore(stretches, places[0]?.address ?? 0)
  const last = bytesBefore(stretches, (places.at(-1)?.address ?? 0) + layout.bytesPerRow)
  if (total <= 0 || (first <= 0 && layout.reachesEnd)) return null

  const begin = Math.max(0, Math.min(1 - SMALLEST_THUMB, first / total))
  const length = Math.max(SMALLEST_THUMB, Math.min(1 - begin, (last - first) / total))
  const drag = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (box === undefined || event.buttons === 0) return
    track.current?.setPointerCapture?.(event.pointerId)
    const share = Math.max(0, Math.min(1, (event.clientY - box.top) / box.height - length / 2))
    const rows = Math.round((share * total) / layout.bytesPerRow)
    showFrom(lab, addressBehind(stretches, rows * layout.bytesPerRow))
  }
  return (
    <div
      ref={track}
      className="overview"
      style={{ bottom: laneHeight + 10 }}
      aria-hidden="true"
      onPointerDown={drag}
      onPointerMove={drag}
    >
      <div className="thumb" style={{ top: `${begin * 100}%`, height: `${length * 100}%` }} />
    </div>
  )
}
