import { isProgram, setZoom, ZOOMS, zoom } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'

/** Above the map: what the patterns mean, and the zoom. */
export function HeapHead() {
  const program = useLabState(isProgram)
  // Heaps side by side have no such marks.
  const pinned = useLabState((state) => state.pinned !== null && state.comparison === null)
  return (
    <div className="heap-bar">
      <ul className="legend" aria-label="What the patterns mean">
        <Key pattern="tag" name="tag" />
        <Key pattern="used" name="in use" />
        <Key pattern="free" name="free" />
        <Key pattern="top" name="top" />
        <Key pattern="written" name="written now" />
        {pinned && <Key pattern="changed" name="changed" />}
        {program && <Key pattern="pointer" name="pointer" />}
      </ul>
      <Zoom />
    </div>
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
