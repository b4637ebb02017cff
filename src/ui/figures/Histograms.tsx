import { useCallback } from 'react'
import { Canvas } from '../canvas/Canvas.tsx'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { useThemeInForce } from '../context.ts'
import { drawHistogram, type Histogram, histogramText } from './histogram.ts'
import type { Tint } from './model.ts'

interface Props {
  readonly histograms: readonly Histogram[]
  readonly tints: Readonly<Record<Tint, string>>
}

/** How large the blocks so far are, and how long they lived. */
export function Histograms({ histograms, tints }: Props) {
  return (
    <div className="histograms">
      {histograms.map((histogram) => (
        <section key={histogram.id} className="chart">
          <div className="chart-head">
            <h3>{histogram.title}</h3>
            <p>{histogram.unit}</p>
            <ul className="lines-key">
              <li>
                <span className="line-swatch live" aria-hidden="true" /> freed
              </li>
              <li>
                <span className="line-swatch live hollow" aria-hidden="true" /> live
              </li>
            </ul>
          </div>
          <Bars histogram={histogram} tints={tints} />
        </section>
      ))}
    </div>
  )
}

function Bars({ histogram, tints }: { readonly histogram: Histogram; readonly tints: Props['tints'] }) {
  const theme = useThemeInForce()
  const draw = useCallback(
    (pen: Pen, size: Size, palette: Palette) => drawHistogram(pen, histogram, size, tints, palette),
    [histogram, tints],
  )
  return (
    <div className="chart-stage histogram">
      <Canvas label={histogramText(histogram)} draw={draw} theme={theme} />
    </div>
  )
}
