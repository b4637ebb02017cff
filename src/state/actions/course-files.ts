import type { Beside } from '../../course/index.ts'
import type { Lab } from '../lab.ts'
import { loadCourse, openCourse, openLesson, setCourse, showGallery } from './course.ts'
import { keepCourseFile, recallCourse, recallCourseFile } from './course-keep.ts'
import type { NamedBlob } from './files.ts'
import { tellForAWhile, tellTrouble } from './screen.ts'

/** The part of the page that reads and writes courses: fetched when it is needed. */
const format = () => import('../../course/index.ts')

/** A link to a course beside the page or to a lesson: `#course=os/heap.json`, `#course=os/heap.json&lesson=holes`, `#lesson=four-merges`. */
export function isCourseLink(hash: string): boolean {
  return /^#(course|lesson)=./.test(hash)
}

/** Opens what such a link says; false, and a message, if it cannot be read. */
export async function followCourseLink(lab: Lab, hash: string): Promise<boolean> {
  const parts = new URLSearchParams(hash.slice(1))
  const path = parts.get('course')
  if (path !== null && !(await openCourseAt(lab, path))) return false
  if (path === null && !lab.store.getState().course.own) setCourse(lab, { open: null, own: true })
  const id = parts.get('lesson')
  if (id === null) return true
  const lesson = (await loadCourse(lab))?.lessons.find((each) => each.id === id)
  if (lesson === undefined) {
    tellTrouble(
      lab,
      'There is no such lesson',
      `The link names a lesson "${id.slice(0, 80)}", which this course does not have.`,
    )
    return path !== null
  }
  await openLesson(lab, lesson)
  return true
}

/** Fetches a course, and the files it names, from the site that the page comes from. */
async function openCourseAt(lab: Lab, path: string): Promise<boolean> {
  const page = new URL(lab.services.pageUrl())
  const url = URL.canParse(path, page.href) ? new URL(path, page.href) : null
  if (url === null || url.origin !== page.origin) {
    const text =
      'A course must lie on the same site as the page: the page fetches from nowhere else. Download it and drop it here.'
    tellTrouble(lab, 'This course cannot be opened', text)
    return false
  }
  const { BESIDE_LIMIT, COURSE_LIMIT } = await format()
  const beside: Beside = (name) => {
    const encoded = name.split('/').map(encodeURIComponent).join('/')
    return lab.services.fetchText(new URL(encoded, url.href).href, BESIDE_LIMIT)
  }
  try {
    const text = await lab.services.fetchText(url.href, COURSE_LIMIT)
    if (text === null) throw new Error(`There is nothing at ${url.href}.`)
    await openCourseText(lab, text, beside)
    return true
  } catch (error) {
    tellTrouble(lab, 'This course cannot be opened', messageOf(error))
    return false
  }
}

/** Opens a course among files that were chosen or dropped together; false if there is none. Throws for one that is damaged. */
export async function openCourseAmong(lab: Lab, files: readonly NamedBlob[]): Promise<boolean> {
  const candidates = files.filter(({ name }) => /\.json$/i.test(name))
  if (candidates.length === 0) return false
  const { BESIDE_LIMIT, COURSE_LIMIT, looksLikeCourse } = await format()
  for (const file of candidates) {
    const text = file.size <= COURSE_LIMIT ? await file.text() : ''
    if (!looksLikeCourse(text)) continue
    const folder = file.name.slice(0, file.name.lastIndexOf('/') + 1)
    await openCourseText(lab, text, async (name) => {
      const found = files.find((each) => each.name === folder + name)
      if (found !== undefined && found.size > 4 * BESIDE_LIMIT) throw new Error(`${name} is too large.`)
      return found === undefined ? null : found.text()
    })
    return true
  }
  return false
}

async function openCourseText(lab: Lab, text: string, beside: Beside): Promise<void> {
  const { courseFile, readCourse } = await format()
  const read = await readCourse(text, beside)
  if (!read.ok) throw new Error(read.reason)
  keepCourseFile(lab, courseFile(read.value))
  const fresh = !lab.store.getState().course.progress.some(({ course }) => course === read.value.id)
  await openCourse(lab, read.value, false)
  if (fresh) showGallery(lab)
}

/** Offers the course that is open as a file, for an instructor to change. */
export async function downloadCourse(lab: Lab): Promise<void> {
  const course = await loadCourse(lab)
  if (course === null) return
  const { COURSE_EXTENSION, courseFile } = await format()
  lab.services.download(`${course.id}${COURSE_EXTENSION}`, courseFile(course))
  tellForAWhile(
    lab,
    'The course is a file now',
    'Change it, and drop it on the page. docs/courses.md says how it is made.',
  )
}

/** Brings back what earlier visits left: progress, the tour, and somebody's course if one was open. */
export async function restoreCourse(lab: Lab): Promise<void> {
  const { progress, tourSeen, other, lesson } = recallCourse(lab)
  setCourse(lab, { progress, tourSeen, lesson })
  const text = other ? recallCourseFile(lab) : null
  if (text === null) return
  const { readCourse } = await format()
  const read = await readCourse(text, () => Promise.resolve(null))
  if (read.ok) setCourse(lab, { open: read.value, own: false })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
