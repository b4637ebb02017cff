import { useEffect, useRef, useState } from 'react'
import {
  type ChapterView,
  type Course,
  type CourseProgress,
  chaptersOf,
  exampleOf,
  openLesson,
  progressIn,
  showDialog,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { plural } from '../format.ts'
import { Modal } from '../parts/Modal.tsx'
import { withArrowKeys } from './arrows.ts'
import { CourseActions } from './CourseActions.tsx'
import { LessonCard } from './LessonCard.tsx'
import '../styles/course.css'

/** The course that is open: its chapters, every lesson with what it teaches, and how far the person has come. */
export function Gallery() {
  const lab = useLab()
  const course = useLabState((state) => state.course.open)
  return (
    <Modal
      title={course?.title ?? 'Lessons'}
      className="gallery"
      onClose={() => {
        if (lab.store.getState().dialog?.kind === 'gallery') showDialog(lab, null)
      }}
    >
      {course === null ? (
        <p className="aside">The lessons are on their way …</p>
      ) : (
        <Lessons course={course} />
      )}
    </Modal>
  )
}

function Lessons({ course }: { readonly course: Course }) {
  const lab = useLab()
  const [search, setSearch] = useState('')
  const progress = progressIn(
    useLabState((state) => state.course.progress),
    course.id,
  )
  const open = useLabState(exampleOf)
  const root = useRef<HTMLDivElement>(null)
  const chapters = chaptersOf(course, search)
  const found = chapters.flatMap(({ lessons }) => lessons)
  const entry = found.find(({ lesson }) => lesson === open) ?? found[0]
  useEffect(() => (root.current === null ? undefined : withArrowKeys(root.current)), [])
  return (
    <div className="gallery-body" ref={root}>
      <div className="gallery-head">
        <p className="gallery-about">{course.about}</p>
        <HowFar course={course} progress={progress} />
        <form
          className="gallery-search"
          onSubmit={(event) => {
            event.preventDefault()
            if (found[0] !== undefined) void openLesson(lab, found[0].lesson)
          }}
        >
          <input
            type="search"
            aria-label="Search the lessons"
            placeholder="Search: best fit, page, overflow …"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <p role="status">{search.trim() === '' ? '' : `${plural(found.length, 'lesson')} found`}</p>
        </form>
      </div>
      <div className="gallery-chapters">
        {chapters.map((chapter) => (
          <ChapterSection
            key={chapter.number}
            chapter={chapter}
            progress={progress}
            entry={entry?.number ?? 0}
            open={open?.id ?? ''}
          />
        ))}
        {chapters.length === 0 && <p className="aside">No lesson has all these words.</p>}
      </div>
      <CourseActions />
    </div>
  )
}

/** How many lessons are answered, as a bar and in words. */
function HowFar({ course, progress }: { readonly course: Course; readonly progress: CourseProgress }) {
  const has = (ids: readonly string[]) => course.lessons.filter(({ id }) => ids.includes(id)).length
  const answered = has(progress.answered)
  const total = course.lessons.length
  return (
    <p className="gallery-far">
      <progress max={total} value={answered} aria-label="Lessons answered" />
      <span>
        {answered} of {total} answered, {has(progress.visited)} visited
      </span>
    </p>
  )
}

interface SectionProps {
  readonly chapter: ChapterView
  readonly progress: CourseProgress
  /** The lesson, by its number, at which the Tab key enters the list. */
  readonly entry: number
  /** The lesson that is open on the page. */
  readonly open: string
}

function ChapterSection({ chapter, progress, entry, open }: SectionProps) {
  const lab = useLab()
  return (
    <section aria-label={chapter.title}>
      <h3>
        {chapter.number}. {chapter.title}
      </h3>
      {chapter.purpose !== '' && <p className="gallery-purpose">{chapter.purpose}</p>}
      <ul className="lesson-cards">
        {chapter.lessons.map(({ number, lesson }) => (
          <li key={lesson.id}>
            <LessonCard
              lesson={lesson}
              number={number}
              mark={
                progress.answered.includes(lesson.id)
                  ? 'answered'
                  : progress.visited.includes(lesson.id)
                    ? 'visited'
                    : 'new'
              }
              current={lesson.id === open}
              tabbable={number === entry}
              onOpen={() => void openLesson(lab, lesson)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
