import { useCallback, useMemo, useState } from 'react'
import {
  fragmentationOf,
  isAsked,
  LAST_STEP,
  liveOf,
  pause,
  seek,
  setTimelinePoints,
  shownParting,
  toldInfo,
} from '../../state/index.ts'
import { Canvas, type Spot } from '../canvas/Canvas.tsx'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { useLab, useLabState, useThemeInForce } from '../context.ts'
import { count } from '../format.ts'
import { drawTimeline } from './draw.ts'
import { frameOf, operationAt, type TimelineModel } from './model.ts'

/** The whole run from left to right. Drag, or the keys of the page, go to any operation. */
export function Timeline() {
  const lab = useLab()
  const info = useLabState(toldInfo)
  const series = useLabState((state) => state.series)
  const covered = useLabState((state) => state.seriesTotal)
  const parting = useLabState((state) => shownParting(state)?.operation ?? -1)
  const pinned = useLabState((state) => state.pinned?.operation ?? -1)
  const operation = useLabState((state) => state.position.operation)
  const isCovered = useLabState(isAsked)
  const theme = useThemeInForce()
  const [width, setWidth] = useState(0)

  const model = useMemo<TimelineModel>(
    () => ({
      total: info?.total ?? 0,
      done: info?.done ?? 0,
      covered,
      live: liveOf(series),
      fragmentation: fragmentationOf(series),
      findings: info?.findings ?? [],
      parting,
      pinned,
      operation,
      isCovered,
    }),
    [info, series, covered, parting, pinned, operation, isCovered],
  )
  const draw = useCallback(
    (pen: Pen, size: Size, palette: Palette) => drawTimeline(pen, model, size, palette),
    [model],
  )
  const resize = ({ width: next }: Size) => {
    setWidth(next)
    setTimelinePoints(lab, Math.max(50, Math.floor(next / 2)))
  }
  const scrub = ({ x }: Spot) => {
    if (model.total === 0) return
    pause(lab)
    seek(lab, { operation: operationAt(frameOf(width, 0), model.total, x), step: LAST_STEP })
  }
  return (
    <>
      <p className="timeline-key" aria-hidden="true">
        <span className="live">live bytes</span> <span className="fragmentation">external fragmentation</span>
      </p>
      <Canvas
        label="Timeline: operation"
        role="slider"
        className="timeline-canvas"
        draw={draw}
        theme={theme}
        onSize={resize}
        onPress={scrub}
        onDrag={(_dx, _dy, spot) => scrub(spot)}
        aria={{
          'aria-valuemin': 1,
          'aria-valuemax': Math.max(1, model.total),
          'aria-valuenow': operation + 1,
          'aria-valuetext': `Operation ${count(operation + 1)} of ${count(model.total)}${pinned < 0 ? '' : `; pinned: operation ${count(pinned + 1)}`}`,
        }}
      />
    </>
  )
}
