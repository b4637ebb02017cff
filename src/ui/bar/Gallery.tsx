import { CHAPTERS, type Example, exampleOf, GALLERY, openExample } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** The examples that come with the lab, in the chapters of a course. */
export function Gallery({ onChosen }: { readonly onChosen: () => void }) {
  const chapters = [...new Set(GALLERY.map(({ chapter }) => chapter))]
  return (
    <>
      {chapters.map((chapter) => (
        <section key={chapter} aria-label={CHAPTERS[chapter]}>
          <h3>
            {chapter}. {CHAPTERS[chapter]}
          </h3>
          <ul className="choices">
            {GALLERY.filter((example) => example.chapter === chapter).map((example) => (
              <li key={example.id}>
                <Entry example={example} onChosen={onChosen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Entry({ example, onChosen }: { readonly example: Example; readonly onChosen: () => void }) {
  const lab = useLab()
  const open = useLabState(exampleOf)
  return (
    <button
      type="button"
      className="choice"
      aria-pressed={open === example}
      onClick={() => {
        onChosen()
        void openExample(lab, example)
      }}
    >
      <b>{example.title}</b>
      <span>{example.teaches}</span>
    </button>
  )
}
