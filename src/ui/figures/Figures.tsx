import { useEffect, useMemo } from 'react'
import type { PartName } from '../../engine/parts.ts'
import type { FigureColumns } from '../../engine/session/index.ts'
import {
  allocatorOf,
  allocatorTitle,
  isAsked,
  LAST_STEP,
  lightUp,
  loadFigures,
  loadFiguresHere,
  pause,
  seek,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { ChartSection } from './ChartSection.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { Histograms } from './Histograms.tsx'
import { histogramsOf } from './histogram.ts'
import { chartsOf } from './model.ts'
import { readingText, useReading } from './reading.ts'
import type { Sheet } from './sheet.ts'
import { useTints } from './tints.ts'
import '../styles/figures.css'

/** The figures of the run as charts over its operations. */
export default function Figures() {
  const lab = useLab()
  const figures = useLabState((state) => state.figures)
  const done = useLabState((state) => state.info?.done ?? 0)
  const moment = useLabState((state) => state.moment)
  // A run under another allocator may have as many operations as the one before.
  const wanted = figures === null || figures.to < done
  useEffect(() => {
    if (done > 0 && wanted) void loadFigures(lab)
  }, [lab, done, wanted])
  // When the moment is there, the engine has time for more.
  useEffect(() => {
    if (moment !== null) void loadFiguresHere(lab)
  }, [lab, moment])
  const asked = useLabState(isAsked)
  if (asked) return <p className="aside">The figures would give the answer away. They are back behind it.</p>
  if (figures === null) {
    return (
      <p className="aside">{done === 0 ? 'Nothing has been run yet.' : 'The figures are on their way.'}</p>
    )
  }
  return <Charts figures={figures} now={moment?.position.operation ?? 0} />
}

interface Props {
  readonly figures: FigureColumns
  /** The operation on the screen. */
  readonly now: number
}

function Charts({ figures, now }: Props) {
  const lab = useLab()
  const sheet = useSheet(figures, now)
  const factory = useLabState((state) => allocatorOf(state)?.factory ?? '')
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  const isOver = useLabState(({ moment }) => moment !== null && moment.position.step >= moment.steps)
  const reading = useReading(figures, now)
  const told = useMemo(() => chartsOf(reading.told, factory, ownMalloc), [reading.told, factory, ownMalloc])
  const go = (operation: number) => {
    pause(lab)
    seek(lab, { operation, step: LAST_STEP })
  }
  const light = (part: PartName, operation: number) => {
    // In the middle of an operation the map does not show what it will have done.
    if (operation !== now || !isOver) go(operation)
    lightUp(lab, part)
  }
  return (
    <div className="charts">
      <div className="charts-head">
        <p className="reading">{readingText(reading)}</p>
        <ExportMenu sheet={sheet} />
      </div>
      {sheet.charts.map((chart, i) => (
        <ChartSection
          key={chart.id}
          chart={chart}
          values={told[i]!.rows.map(({ values }) => values[reading.index] ?? 0)}
          figures={figures}
          sheet={sheet}
          reading={reading}
          onSeek={go}
          onPart={light}
        />
      ))}
      <Histograms histograms={sheet.histograms} tints={sheet.tints} />
    </div>
  )
}

/** Everything that is drawn, as a sheet that can be taken along. */
function useSheet(figures: FigureColumns, now: number): Sheet {
  const spec = useLabState(allocatorOf)
  const scenario = useLabState((state) => state.scenario)
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  const total = useLabState((state) => state.info?.total ?? 0)
  const blocks = useLabState((state) => state.blocks)
  const tints = useTints()
  const factory = spec?.factory ?? ''
  const charts = useMemo(() => chartsOf(figures, factory, ownMalloc), [figures, factory, ownMalloc])
  const histograms = useMemo(() => (blocks === null ? [] : histogramsOf(blocks)), [blocks])
  const allocator = spec === undefined ? '' : allocatorTitle(spec, scenario?.allocator.options ?? {})
  const heap = ownMalloc ? "The program's own malloc" : allocator
  const subtitle = `${heap} · ${count(figures.to)} operations · the line is at operation ${count(now + 1)}`
  return { title: scenario?.title ?? '', subtitle, charts, histograms, total, now, tints }
}
