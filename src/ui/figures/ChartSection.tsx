import type { PartName } from '../../engine/parts.ts'
import type { FigureColumns } from '../../engine/session/index.ts'
import { allocatorOf } from '../../state/index.ts'
import { useLabState } from '../context.ts'
import { partsShown } from '../part-words.ts'
import { ChartView } from './ChartView.tsx'
import { label } from './frame.ts'
import { type Chart, pointOf } from './model.ts'
import { PartsKey } from './PartsKey.tsx'
import type { Reading } from './reading.ts'
import type { Sheet } from './sheet.ts'

interface Props {
  readonly chart: Chart
  /** What is told of each of its rows. */
  readonly values: readonly number[]
  readonly figures: FigureColumns
  readonly sheet: Sheet
  readonly reading: Reading
  readonly onSeek: (operation: number) => void
  readonly onPart: (part: PartName, operation: number) => void
}

/** A chart with its heading and the key to its rows. That of the parts lights them up on the map. */
export function ChartSection({ chart, values, figures, sheet, reading, onSeek, onPart }: Props) {
  const factory = useLabState((state) => allocatorOf(state)?.factory ?? '')
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  const lit = useLabState((state) => state.lit)
  const isParts = chart.id === 'parts'
  return (
    <section className="chart">
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
          onChoose={(part) => onPart(part, reading.operation)}
        />
      )}
      <ChartView
        chart={chart}
        total={sheet.total}
        now={sheet.now}
        reading={reading.point}
        tints={sheet.tints}
        told={{ operation: reading.operation, values }}
        pointOf={(operation) => pointOf(figures, operation)}
        onRead={reading.read}
        onMove={reading.move}
        onSeek={onSeek}
        {...(isParts && { onBand: ({ tint }, operation) => onPart(tint as PartName, operation) })}
      />
    </section>
  )
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
