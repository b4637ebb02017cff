import { isProgram, setZoom, ZOOMS, zoom } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { bytesShort, count } from '../format.ts'

/** The heading of the map: what it is, the figures of the moment, what the patterns mean, and the zoom. */
export function HeapHead() {
  const program = useLabState(isProgram)
  return (
    <>
      <div className="head">
        <h2>Heap</h2>
        <Figures />
      </div>
      <div className="heap-bar">
        <ul className="legend" aria-label="What the patterns mean">
          <Key pattern="tag" name="tag" />
          <Key pattern="used" name="in use" />
          <Key pattern="free" name="free" />
          <Key pattern="top" name="top" />
          <Key pattern="written" name="written now" />
          {program && <Key pattern="pointer" name="pointer" />}
        </ul>
        <Zoom />
      </div>
    </>
  )
}

function Key({ pattern, name }: { readonly pattern: string; readonly name: string }) {
  return (
    <li>
      <span className={`swatch ${pattern}`} aria-hidden="true" />
      {name}
    </li>
  )
}

function Figures() {
  const utilization = useLabState((state) => state.info?.summary.utilization ?? 0)
  const metrics = useLabState((state) => state.moment?.metrics)
  if (metrics === undefined) return null
  return (
    <p className="figures">
      <span>
        requested <b>{bytesShort(metrics.live)}</b>
      </span>
      <span>
        heap <b>{bytesShort(metrics.heap)}</b>
      </span>
      <span>
        free <b>{bytesShort(metrics.free)}</b>
      </span>
      <span>
        largest free <b>{bytesShort(metrics.largestFree)}</b>
      </span>
      <span className="whole-run" title="Peak of requested bytes ÷ peak of the heap, over the whole run">
        utilization <b>{(utilization * 100).toFixed(1)} %</b>
      </span>
    </p>
  )
}

function Zoom() {
  const lab = useLab()
  const bytesPerRow = useLabState((state) => state.view.bytesPerRow)
  return (
    <div className="zoom">
      <button
        type="button"
        aria-label="Show more bytes in a row"
        disabled={bytesPerRow >= ZOOMS.at(-1)!}
        onClick={() => zoom(lab, -1)}
      >
        −
      </button>
      <label>
        <span className="sr">Bytes in a row</span>
        <select value={bytesPerRow} onChange={(event) => setZoom(lab, Number(event.target.value))}>
          {ZOOMS.map((bytes) => (
            <option key={bytes} value={bytes}>
              {count(bytes)} bytes a row
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        aria-label="Show fewer bytes in a row"
        disabled={bytesPerRow <= ZOOMS[0]!}
        onClick={() => zoom(lab, 1)}
      >
        +
      </button>
    </div>
  )
}
