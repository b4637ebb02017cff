import { useMemo } from 'react'
import {
  compareLesson,
  type Example,
  exampleOf,
  goToLesson,
  KIND_NAMES,
  OWN_COURSE,
  openExample,
  progressIn,
  rivalsIn,
  showGallery,
  toggleAnswer,
} from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { FromLesson } from './FromLesson.tsx'
import { LessonText } from './LessonText.tsx'

/** What a lesson is about: where to look, a question with its answer, what to compare, and the way through the course. */
export function Lesson() {
  const example = useLabState(exampleOf)
  if (example === undefined) return <FromLesson />
  const { look, moments, teaches } = example
  return (
    <section className="lesson" aria-label="What to look at">
      <Way example={example} />
      {/* Another lesson begins at its top, while the focus stays on "Next". */}
      <div className="lesson-body" key={example.id}>
        {teaches !== '' && (
          <p className="lesson-teaches">
            <LessonText text={teaches} moments={[]} />
          </p>
        )}
        {look !== '' && (
          <p className="lesson-text">
            <LessonText text={look} moments={moments} />
          </p>
        )}
        {example.question !== '' && <Question example={example} />}
        <Variants example={example} />
      </div>
    </section>
  )
}

/** Where in the course this is, and the lessons before and after it. */
function Way({ example }: { readonly example: Example }) {
  const lab = useLab()
  const lessons = useLabState((state) => state.course.open?.lessons)
  const answered = useAnswered(example)
  const number = (lessons?.indexOf(example) ?? -1) + 1
  return (
    <div className="lesson-way">
      <button type="button" className="button small" title="All lessons (g)" onClick={() => showGallery(lab)}>
        {number > 0 ? `Lesson ${number} of ${lessons?.length}` : 'Lessons'}
      </button>
      <span className={`lesson-kind ${example.kind}`}>{KIND_NAMES[example.kind]}</span>
      <span className="spring" />
      <button
        type="button"
        className="button small"
        aria-label="Previous lesson"
        title="Previous lesson (,)"
        disabled={number === 1}
        onClick={() => void goToLesson(lab, -1)}
      >
        ‹
      </button>
      <button
        type="button"
        className={answered ? 'button small primary' : 'button small'}
        aria-label="Next lesson"
        title="Next lesson (.)"
        disabled={number > 0 && number === lessons?.length}
        onClick={() => void goToLesson(lab, 1)}
      >
        Next ›
      </button>
    </div>
  )
}

/** Whether the answer of a lesson has been looked at, now or in an earlier visit. */
function useAnswered({ id }: Example): boolean {
  return useLabState(({ course }) =>
    progressIn(course.progress, course.open?.id ?? OWN_COURSE).answered.includes(id),
  )
}

/** The question; its answer is hidden until it is asked for. */
function Question({ example }: { readonly example: Example }) {
  const lab = useLab()
  const { id, question, answer, answerMoments = [] } = example
  const shown = useLabState(({ course }) => course.answer === id)
  const before = useAnswered(example)
  return (
    <div className="question">
      <p className="asked">
        <LessonText text={question} moments={[]} />
      </p>
      <button
        type="button"
        className="button small"
        aria-expanded={shown}
        title={shown ? 'Hide the answer (a)' : 'Show the answer (a)'}
        onClick={() => toggleAnswer(lab)}
      >
        {shown ? 'Hide the answer' : before ? 'Show the answer again' : 'Show the answer'}
      </button>
      {before && <span className="answered">✓ answered</span>}
      {/* Always there, so that a screen reader reads the answer out when it comes. */}
      <div aria-live="polite">
        {shown && (
          <p className="answer" ref={(text) => text?.scrollIntoView?.({ block: 'nearest' })}>
            <LessonText text={answer} moments={answerMoments} />
          </p>
        )}
      </div>
    </div>
  )
}

/** The same question with another allocator, option or source, and the lesson's own scenario to come back to. */
function Variants({ example }: { readonly example: Example }) {
  const lab = useLab()
  const scenario = useLabState((state) => state.scenario)
  // What was kept from an earlier visit is another object.
  const now = useMemo(() => JSON.stringify(scenario), [scenario])
  if (example.variants.length === 0) return null
  return (
    <p className="variants">
      <span>Try also</span>
      {[{ label: 'as it begins', scenario: example.scenario }, ...example.variants].map(
        ({ label, scenario: other }) => (
          <button
            key={label}
            type="button"
            className="button small"
            aria-pressed={other === scenario || JSON.stringify(other) === now}
            onClick={() => void openExample(lab, example, other)}
          >
            {label}
          </button>
        ),
      )}
      {rivalsIn(example).length > 0 && (
        <button type="button" className="button small" onClick={() => void compareLesson(lab, example)}>
          Side by side
        </button>
      )}
    </p>
  )
}
