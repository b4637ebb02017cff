import { type Example, KIND_NAMES } from '../../state/index.ts'
import { Ticked } from '../parts/Ticked.tsx'

/** How far a person has come with a lesson. */
export type Mark = 'answered' | 'visited' | 'new'

const MARKS: Readonly<Record<Mark, { readonly sign: string; readonly said: string }>> = {
  answered: { sign: '✓', said: ', answered' },
  visited: { sign: '◐', said: ', visited' },
  new: { sign: '○', said: '' },
}

interface Props {
  readonly lesson: Example
  readonly number: number
  readonly mark: Mark
  readonly current: boolean
  /** Whether the Tab key stops here; the arrow keys go to the others. */
  readonly tabbable: boolean
  readonly onOpen: () => void
}

/** A lesson in the gallery: its name, the one thing to learn, what kind it is, and whether one has been there. */
export function LessonCard({ lesson, number, mark, current, tabbable, onOpen }: Props) {
  const { sign, said } = MARKS[mark]
  return (
    <button
      type="button"
      className={`lesson-card is-${mark}`}
      tabIndex={tabbable ? 0 : -1}
      // A dialog gives the focus to what asks for it when it opens; React's own autoFocus comes too early.
      ref={(card) => {
        card?.toggleAttribute('autofocus', tabbable)
      }}
      aria-current={current ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className="lesson-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="lesson-number">{number}</span>
      <b>
        {lesson.title}
        <span className="sr">{said}</span>
      </b>
      <span className={`lesson-kind ${lesson.kind}`}>{KIND_NAMES[lesson.kind]}</span>
      <span className="lesson-teaches">
        <Ticked text={lesson.teaches} />
      </span>
    </button>
  )
}
