import { openScenario } from '../../state/index.ts'
import { GALLERY } from '../../state/gallery.ts'
import { useLab } from '../context.ts'

/** The examples that come with the lab. */
export function Gallery({ onChosen }: { readonly onChosen: () => void }) {
  const lab = useLab()
  return (
    <>
      <h3>Examples</h3>
      <ul className="choices" aria-label="Examples">
        {GALLERY.map(({ scenario, hint, position }) => (
          <li key={scenario.title}>
            <button
              type="button"
              className="choice"
              onClick={() => {
                onChosen()
                void openScenario(lab, scenario, position === undefined ? {} : { position })
              }}
            >
              <b>{scenario.title}</b>
              <span>{hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
