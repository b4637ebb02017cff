import { useEffect, useMemo, useState } from 'react'
import type { PartName } from '../../engine/parts.ts'
import type { FigureColumns } from '../../engine/session/index.ts'
import {
  allocatorOf,
  allocatorTitle,
  LAST_STEP,
  lightUp,
  loadFigures,
  loadFiguresHere,
  pause,
  seek,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { bytesShort, count } from '../format.ts'
import { partsShown } from '../part-words.ts'
import { ChartView } from './ChartView.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { label } from './frame.ts'
import { Histograms } from './Histograms.tsx'
import { histogramsOf } from './histogram.ts'
import { type Chart, chartsOf, pointOf, stretchOf } from './model.ts'
import { PartsKey } from './PartsKey.tsx'
import type { Sheet } from './sheet.ts'
import { useTints } from './tints.ts'
import '../styles/figures.css'

/** The figures of the run as charts over its operations. */
export default function Figures() {
  const lab = useLab()
  const figures = useLabState((state) => state.figures)
  const operation = useLabState((state) => state.moment?.position.operation ?? 0)
  const done = useLabState((state) => state.info?.done ?? 0)
  useEffect(() => {
    if (done > 0) void loadFigures(lab)
  }, [lab, done])
  // The moment is there when the engine has time for more.
  const moment = useLabState((state) => state.moment)
  useEffect(() => {
    if (moment !== null) void loadFiguresHere(lab)
  }, [lab, moment])
  if (figures === null) {
    return (
      <p className="aside">{done === 0 ? 'Nothing has been run yet.' : 'The figures are on their way.'}</p>
    )
  }
  return <Charts figures={figures} operation={operation} />
}

interface Props {
  readonly figures: FigureColumns
  /** The operation on the screen. */
  readonly operation: number
}

function Charts({ figures, operation }: Props) {
  const lab = useLab()
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  const factory = useLabState((state) => allocatorOf(state)?.factory ?? '')
  const total = useLabState((state) => state.info?.total ?? 0)
  const here = useLabState((state) => state.figuresHere)
  const blocks = useLabState((state) => state.blocks)
  const lit = useLabState((state) => state.lit)
  const isOver = useLabState(({ moment }) => moment !== null && moment.position.step >= moment.steps)
  const [reading, setReading] = useState(-1)

  const tints = useTints()
  const charts = useMemo(() => chartsOf(figures, factory, ownMalloc), [figures, factory, ownMalloc])
  const histograms = useMemo(() => (blocks === null ? [] : histogramsOf(blocks)), [blocks])
  const last = figures.operation.length - 1
  const point = Math.min(reading, last)
  const nowPoint = pointOf(figures, operation)
  const atNow = point < 0 && here !== null && here.from === operation
  const told = atNow ? here : figures
  const index = atNow ? 0 : point < 0 ? Math.max(0, nowPoint) : point
  // In the middle of an operation the map does not show what it will have done.
  const isShown = point < 0 && isOver
  const toldOperation = told.operation[index] ?? operation
  const hereCharts = useMemo(
    () => (here === null ? charts : chartsOf(here, factory, ownMalloc)),
    [here, factory, ownMalloc, charts],
  )
  const valuesOf = (chart: Chart) =>
    ((atNow ? hereCharts.find(({ id }) => id === chart.id) : chart)?.rows ?? []).map(
      ({ values }) => values[index]!,
    )

  const go = (to: number) => {
    pause(lab)
    seek(lab, { operation: to, step: LAST_STEP })
  }
  const light = (part: PartName, to: number | null) => {
    if (to !== null) go(to)
    lightUp(lab, part)
  }
  const read = (to: number | null) => setReading(to === null ? -1 : pointOf(figures, to))
  const move = (by: number) => {
    const from = point < 0 ? nowPoint : point
    setReading(Math.max(0, Math.min(last, from + by)))
  }
  const sheet = (): Sheet => {
    const state = lab.store.getState()
    const spec = allocatorOf(state)
    const name = spec === undefined ? '' : allocatorTitle(spec, state.scenario?.allocator.options ?? {})
    return {
      title: state.scenario?.title ?? '',
      subtitle: `${ownMalloc ? "The program's own malloc" : name} · ${count(figures.to)} operations · the line is at operation ${count(operation + 1)}`,
      charts,
      histograms,
      total,
      now: operation,
      tints,
    }
  }
  return (
    <div className="charts">
      <div className="charts-head">
        <p className="reading">{readingText(told, index, toldOperation)}</p>
        <ExportMenu sheet={sheet} />
      </div>
      {charts.map((chart) => {
        const values = valuesOf(chart)
        const isParts = chart.id === 'parts'
        return (
          <section key={chart.id} className="chart">
            <div className="chart-head">
              <h3>{chart.title}</h3>
              {chart.isLogarithmic && <p>logarithmic</p>}
              {!isParts && <LinesKey chart={chart} values={values} />}
            </div>
            {isParts && (
              <PartsKey
                parts={partsShown(ownMalloc)}
                bytes={values}
                lit={lit}
                factory={factory}
                ownMalloc={ownMalloc}
                onChoose={(part) => light(part, isShown ? null : toldOperation)}
              />
            )}
            <ChartView
              chart={chart}
              total={total}
              now={operation}
              reading={point}
              tints={tints}
              told={{ operation: toldOperation, values }}
              pointOf={(at) => pointOf(figures, at)}
              onRead={read}
              onMove={move}
              onSeek={go}
              {...(isParts && { onBand: (row, to) => light(row.tint as PartName, to) })}
            />
          </section>
        )
      })}
      <Histograms histograms={histograms} tints={tints} />
    </div>
  )
}

function readingText(told: FigureColumns, index: number, operation: number): string {
  const heap = told.metrics.footprint[index] ?? 0
  const [from, to] = stretchOf(told, index)
  const among = to > from ? ` (of ${count(from + 1)} to ${count(to + 1)}, the largest heap)` : ''
  return `After operation ${count(operation + 1)}${among}: heap ${bytesShort(heap)}`
}

function LinesKey({ chart, values }: { readonly chart: Chart; readonly values: readonly number[] }) {
  return (
    <ul className="lines-key">
      {chart.rows.map(({ tint, name }, i) => (
        <li key={tint}>
          <span className={`line-swatch ${tint}`} aria-hidden="true" />
          {name} <b>{label(chart.unit, values[i] ?? 0)}</b>
        </li>
      ))}
    </ul>
  )
}
