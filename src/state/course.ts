import type { Chapter, Course, Example, ExampleKind } from '../scenarios/index.ts'

/** How far a person has come in one course. Lessons are named by their ids. */
export interface CourseProgress {
  readonly course: string
  readonly visited: readonly string[]
  /** Lessons whose answer has been looked at. */
  readonly answered: readonly string[]
  /** The lesson opened last; null before the first. */
  readonly last: string | null
}

/** What the page's guided tour shows: 0 while the first program runs by itself, then its steps from 1. */
export type TourStep = number

/** The course and what the person has made of it. */
export interface CourseState {
  /** The course that is open. Null until its texts have been loaded; until then only the first lesson is known. */
  readonly open: Course | null
  /** Whether it is the lab's own. */
  readonly own: boolean
  /** The lesson opened last, by id; it tells apart lessons about the same program. */
  readonly lesson: string | null
  /** The lesson whose answer is shown, by id. */
  readonly answer: string | null
  /** Of all courses that were begun, the one used last first. */
  readonly progress: readonly CourseProgress[]
  /** Null: no tour. */
  readonly tour: TourStep | null
  /** Whether the tour was taken or declined: then it does not come by itself. */
  readonly tourSeen: boolean
}

export const NO_COURSE: CourseState = {
  open: null,
  own: true,
  lesson: null,
  answer: null,
  progress: [],
  tour: null,
  tourSeen: false,
}

/** The name under which the progress of the lab's own course is kept. */
export const OWN_COURSE = 'heap-lab'
/** Courses whose progress is kept. */
const MOST_COURSES = 20

/** How far the person has come in a course; nothing at first. */
export function progressIn(progress: readonly CourseProgress[], course: string): CourseProgress {
  return progress.find((each) => each.course === course) ?? { course, visited: [], answered: [], last: null }
}

/** The progress with a lesson visited. */
export function withVisit(
  progress: readonly CourseProgress[],
  course: string,
  lesson: string,
): readonly CourseProgress[] {
  const now = progressIn(progress, course)
  return withCourse(progress, { ...now, visited: including(now.visited, lesson), last: lesson })
}

/** The progress with a lesson's answer seen. */
export function withAnswer(
  progress: readonly CourseProgress[],
  course: string,
  lesson: string,
): readonly CourseProgress[] {
  const now = progressIn(progress, course)
  return withCourse(progress, { ...now, answered: including(now.answered, lesson) })
}

/** The progress with one course begun anew. */
export function withoutCourse(
  progress: readonly CourseProgress[],
  course: string,
): readonly CourseProgress[] {
  return progress.filter((each) => each.course !== course)
}

function withCourse(progress: readonly CourseProgress[], changed: CourseProgress): readonly CourseProgress[] {
  return [changed, ...withoutCourse(progress, changed.course)].slice(0, MOST_COURSES)
}

function including(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id]
}

/** What the kinds of lessons are called. */
export const KIND_NAMES: Readonly<Record<ExampleKind, string>> = {
  watch: 'watch',
  compare: 'compare',
  mistake: 'a mistake',
  hunt: 'bug hunt',
}

/** A chapter with its lessons, numbered through the course from 1. */
export interface ChapterView extends Chapter {
  readonly number: number
  readonly lessons: readonly { readonly number: number; readonly lesson: Example }[]
}

/**
 * The chapters with the lessons in which every word of `search` stands (in title, text, question, chapter or the name
 * of the kind); chapters without any are left out.
 */
export function chaptersOf(course: Course, search: string): readonly ChapterView[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const numbered = course.lessons.map((lesson, index) => ({ number: index + 1, lesson }))
  return course.chapters
    .map((chapter, index) => ({
      ...chapter,
      number: index + 1,
      lessons: numbered.filter(
        ({ lesson }) =>
          lesson.chapter === index + 1 && words.every(isIn(`${chapter.title} ${textOf(lesson)}`)),
      ),
    }))
    .filter(({ lessons }) => lessons.length > 0)
}

function textOf({ id, title, teaches, look, question, kind }: Example): string {
  return [id, title, teaches, look, question, KIND_NAMES[kind]].join(' ')
}

function isIn(text: string): (word: string) => boolean {
  const searched = text.toLowerCase()
  return (word) => searched.includes(word)
}
