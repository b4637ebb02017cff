import { openLesson } from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'

/** Below a program that a lesson has become: the lesson is as it was, and this is the way to it. */
export function FromLesson() {
  const lab = useLab()
  const lesson = useLabState(({ work, course }) => course.open?.lessons.find(({ id }) => id === work.lesson))
  if (lesson === undefined) return null
  return (
    <p className="from-lesson">
      <span>
        Your own, made from <b>{lesson.title}</b>
      </span>
      <button type="button" className="button small" onClick={() => void openLesson(lab, lesson)}>
        Back to the lesson
      </button>
    </p>
  )
}
