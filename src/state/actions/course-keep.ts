import type { CourseProgress } from '../course.ts'
import type { Lab } from '../lab.ts'

const KEY = 'heap-lab-course'
const FILE_KEY = 'heap-lab-course-file'
const VERSION = 1
/** A longer course is not kept between visits: browsers give a site a few megabytes. */
const MOST_CHARACTERS = 1_000_000
/** Lessons of one course whose marks are read back. */
const MOST_LESSONS = 2000

/** What is kept of the course between visits. */
export interface KeptCourse {
  readonly progress: readonly CourseProgress[]
  readonly tourSeen: boolean
  /** Whether a course of somebody else's was open. */
  readonly other: boolean
  /** The lesson that was open. */
  readonly lesson: string | null
}

/** Keeps the progress now: it changes seldom, and a page may be closed at once. A frame in a page keeps none. */
export function keepCourse(lab: Lab): void {
  if (lab.store.getState().embedded) return
  const { progress, tourSeen, own, lesson } = lab.store.getState().course
  const kept = { version: VERSION, progress, tourSeen, other: !own, lesson }
  lab.services.keep.write(KEY, JSON.stringify(kept))
}

/** What earlier visits left; what makes no sense there is left out. */
export function recallCourse(lab: Lab): KeptCourse {
  const kept = parsed(lab.services.keep.read(KEY))
  const all: unknown = kept['progress']
  return {
    progress: (Array.isArray(all) ? all : []).flatMap(progressFrom),
    tourSeen: kept['tourSeen'] === true,
    other: kept['other'] === true,
    lesson: typeof kept['lesson'] === 'string' ? kept['lesson'] : null,
  }
}

/** Keeps a course of somebody else's for the next visit; null forgets it. Too long a one is not kept. */
export function keepCourseFile(lab: Lab, text: string | null): void {
  if (lab.store.getState().embedded) return
  lab.services.keep.write(FILE_KEY, text !== null && text.length <= MOST_CHARACTERS ? text : '')
}

/** The course kept by `keepCourseFile`; null if there is none. */
export function recallCourseFile(lab: Lab): string | null {
  return lab.services.keep.read(FILE_KEY) || null
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    const known = typeof value === 'object' && value !== null && !Array.isArray(value)
    return known && (value as { version?: unknown }).version === VERSION ? { ...value } : {}
  } catch {
    return {}
  }
}

function progressFrom(value: unknown): CourseProgress[] {
  if (typeof value !== 'object' || value === null) return []
  const { course, visited, answered, last } = value as Partial<Record<keyof CourseProgress, unknown>>
  if (typeof course !== 'string') return []
  return [
    { course, visited: ids(visited), answered: ids(answered), last: typeof last === 'string' ? last : null },
  ]
}

function ids(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.filter((each) => typeof each === 'string').slice(0, MOST_LESSONS)
}
