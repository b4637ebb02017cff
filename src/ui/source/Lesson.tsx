import { exampleOf, openExample } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** What an example of the gallery is about: where to look, a question with its answer, and what to compare. */
export function Lesson() {
  const lab = useLab()
  const example = useLabState(exampleOf)
  if (example === undefined) return null
  return (
    <section className="lesson" aria-label="What to look at" key={example.id}>
      <p>{example.look}</p>
      <details>
        <summary>{example.question}</summary>
        <p>{example.answer}</p>
      </details>
      {example.variants.length > 0 && (
        <p className="variants">
          <span>Try also</span>
          {example.variants.map(({ label, scenario }) => (
            <button
              key={label}
              type="button"
              className="button small"
              onClick={() => void openExample(lab, example, scenario)}
            >
              {label}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}
