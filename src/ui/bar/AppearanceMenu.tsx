import { setLineValues, setMotion, setTheme, type Theme } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { Popover } from '../parts/Popover.tsx'
import '../styles/appearance.css'

const THEMES: readonly { readonly id: Theme; readonly name: string; readonly face: string }[] = [
  { id: 'system', name: "The system's", face: '◐' },
  { id: 'light', name: 'Light', face: '☀' },
  { id: 'dark', name: 'Dark', face: '☾' },
  { id: 'contrast', name: 'High contrast', face: '◉' },
]

/** How the page looks, and whether it may move. */
export function AppearanceMenu() {
  const theme = useLabState((state) => state.theme)
  const chosen = THEMES.find(({ id }) => id === theme) ?? THEMES[0]!
  return (
    <Popover
      label={`Appearance: ${chosen.name}`}
      className="button icon"
      panelClass="appearance"
      face={<span aria-hidden="true">{chosen.face}</span>}
    >
      {() => (
        <>
          <Themes chosen={chosen.id} />
          <Motion />
          <Values />
        </>
      )}
    </Popover>
  )
}

function Themes({ chosen }: { readonly chosen: Theme }) {
  const lab = useLab()
  return (
    <fieldset>
      <legend>Theme</legend>
      {THEMES.map(({ id, name, face }) => (
        <label key={id}>
          <input type="radio" name="theme" checked={id === chosen} onChange={() => setTheme(lab, id)} />
          <span aria-hidden="true">{face}</span> {name}
        </label>
      ))}
    </fieldset>
  )
}

function Motion() {
  const lab = useLab()
  const motion = useLabState((state) => state.motion)
  return (
    <label>
      <input type="checkbox" checked={motion} onChange={(event) => setMotion(lab, event.target.checked)} />
      <span>
        Motion
        <small>Chunks are seen to split and merge, unless the system asks for less motion.</small>
      </span>
    </label>
  )
}

function Values() {
  const lab = useLab()
  const shown = useLabState((state) => state.lineValues)
  return (
    <label>
      <input type="checkbox" checked={shown} onChange={(event) => setLineValues(lab, event.target.checked)} />
      <span>
        Values in the program
        <small>Below the text: what the variables hold that the line names which runs.</small>
      </span>
    </label>
  )
}
