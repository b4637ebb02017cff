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
import { Hover } from './Hover.tsx'
import { frameOf, operationAt, type TimelineModel } from './model.ts'
import { readingAt } from './reading.ts'

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
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const [hover, setHover] = useState<number | null>(null)

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
    (pen: Pen, area: Size, palette: Palette) => drawTimeline(pen, model, area, palette),
    [model],
  )
  const resize = (next: Size) => {
    setSize(next)
    setTimelinePoints(lab, Math.max(50, Math.floor(next.width / 2)))
  }
  const goTo = (to: number) => {
    setHover(null)
    pause(lab)
    seek(lab, { operation: to, step: LAST_STEP })
  }
  // A press goes to the very operation of a mark; while dragging, the marks do not hold the pointer.
  const press = ({ x }: Spot) => {
    const reading = readingAt(model, frameOf(size.width, 0), x)
    if (reading !== null) goTo(reading.operation)
  }
  const scrub = ({ x }: Spot) => {
    if (model.total > 0) goTo(operationAt(frameOf(size.width, 0), model.total, x))
  }
  // Where it has no room of its own it keeps out of the way of the line that says where the page is.
  const isLeft = operation < model.total / 2
  return (
    <>
      <p className={`timeline-key ${isLeft ? 'on-right' : ''}`} aria-hidden="true">
        <span className="live">live bytes</span> <span className="fragmentation">external fragmentation</span>
      </p>
      <Canvas
        label="Timeline: operation"
        role="slider"
        className="timeline-canvas"
        draw={draw}
        theme={theme}
        onSize={resize}
        onPress={press}
        onHover={(spot) => setHover(spot?.x ?? null)}
        onDrag={(_dx, _dy, spot) => scrub(spot)}
        aria={{
          'aria-valuemin': 1,
          'aria-valuemax': Math.max(1, model.total),
          'aria-valuenow': operation + 1,
          'aria-valuetext': `Operation ${count(operation + 1)} of ${count(model.total)}${pinned < 0 ? '' : `; pinned: operation ${count(pinned + 1)}`}`,
        }}
      />
      {hover !== null && <Hover model={model} size={size} x={hover} />}
    </>
  )
}
