import { WHOLE_HEAP } from '../../engine/map-levels.ts'
import { isProgram, levelHere, levelsHere, nextLevel, setZoom, zoom } from '../../state/index.ts'
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
  const level = useLabState(levelHere)
  // As text: the levels are a new list each time, mostly the same.
  const levels = useLabState((state) => levelsHere(state).join(' '))
  const isNearest = useLabState((state) => nextLevel(state, 1) === null)
  const isFarthest = useLabState((state) => nextLevel(state, -1) === null)
  return (
    <div className="zoom">
      <button
        type="button"
        aria-label="Show more bytes in a row"
        title="Farther (−)"
        disabled={isFarthest}
        onClick={() => zoom(lab, -1)}
      >
        −
      </button>
      <label>
        <span className="sr">Bytes in a row</span>
        <select value={level} onChange={(event) => setZoom(lab, Number(event.target.value))}>
          {levels.split(' ').map((bytes) => (
            <option key={bytes} value={bytes}>
              {levelName(Number(bytes))}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        aria-label="Show fewer bytes in a row"
        title="Nearer (+)"
        disabled={isNearest}
        onClick={() => zoom(lab, 1)}
      >
        +
      </button>
    </div>
  )
}

function levelName(bytesPerRow: number): string {
  return bytesPerRow === WHOLE_HEAP ? 'whole heap' : `${count(bytesPerRow)} bytes a row`
}
