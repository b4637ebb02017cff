import { type KeyboardEvent, useCallback, useState } from 'react'
import { Canvas, type Spot } from '../canvas/Canvas.tsx'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { useThemeInForce } from '../context.ts'
import { count } from '../format.ts'
import { bandAt, drawChart } from './draw.ts'
import { frameOf, label, operationAt } from './frame.ts'
import type { Chart, Row, Tint } from './model.ts'

interface Props {
  readonly chart: Chart
  readonly total: number
  /** The operation on the screen, from 0. */
  readonly now: number
  /** The point that is read, in all charts alike; -1 for none. */
  readonly reading: number
  readonly tints: Readonly<Record<Tint, string>>
  /** The operation whose values are told, and the values of the chart's rows there. */
  readonly told: { readonly operation: number; readonly values: readonly number[] }
  /** The point that tells of an operation; -1 for none. */
  readonly pointOf: (operation: number) => number
  /** The point nearest to an operation is to be read; null: none. */
  readonly onRead: (operation: number | null) => void
  /** The reading goes so many points on; it begins at the operation on the screen. */
  readonly onMove: (points: number) => void
  readonly onSeek: (operation: number) => void
  /** A band of a stack was chosen, at an operation. */
  readonly onBand?: (row: Row, operation: number) => void
}

/** Points that shift and an arrow go on by. */
const FAR = 10

/** A chart over the run: hover or the arrow keys read values, a click or Enter goes there. */
export function ChartView(props: Props) {
  const { chart, total, now, reading, tints, told } = props
  const theme = useThemeInForce()
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const draw = useCallback(
    (pen: Pen, area: Size, palette: Palette) =>
      drawChart(pen, { chart, total, now, reading, tints }, area, palette),
    [chart, total, now, reading, tints],
  )
  const operationOf = ({ x }: Spot) => operationAt(frameOf(size), total, x)
  const release = (spot: Spot, moved: boolean) => {
    if (moved || total === 0) return
    const operation = operationOf(spot)
    const band = props.onBand === undefined ? null : bandAt(chart, size, props.pointOf(operation), spot.y)
    if (band !== null) props.onBand?.(band, operation)
    else props.onSeek(operation)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by !== 0) props.onMove(event.shiftKey ? by * FAR : by)
    else if (event.key === 'Home') props.onMove(Number.NEGATIVE_INFINITY)
    else if (event.key === 'End') props.onMove(Number.POSITIVE_INFINITY)
    else if (event.key === 'Enter') props.onSeek(told.operation)
    else if (event.key === 'Escape' && reading >= 0) props.onRead(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const values = chart.rows.map(({ name }, i) => `${name} ${label(chart.unit, told.values[i] ?? 0)}`)
  return (
    <div className={`chart-stage ${chart.shape}`}>
      <Canvas
        label={`${chart.title}. Arrow keys read the values, Enter goes there.`}
        role="slider"
        draw={draw}
        theme={theme}
        onSize={setSize}
        onHover={(spot) => props.onRead(spot === null || total === 0 ? null : operationOf(spot))}
        onDrag={(_dx, _dy, spot) => props.onSeek(operationOf(spot))}
        onRelease={release}
        onKeyDown={onKeyDown}
        aria={{
          'aria-valuemin': 1,
          'aria-valuemax': Math.max(1, total),
          'aria-valuenow': told.operation + 1,
          'aria-valuetext': `Operation ${count(told.operation + 1)}: ${values.join(', ')}`,
        }}
      />
    </div>
  )
}
