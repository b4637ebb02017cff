import type { Moment, Scenario } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Course, Example, Opening } from '../../scenarios/index.ts'
import { type CourseState, OWN_COURSE, progressIn, withAnswer, withoutCourse, withVisit } from '../course.ts'
import type { Lab } from '../lab.ts'
import { exampleOf } from '../selectors.ts'
import { startComparing, stopComparing } from './compare.ts'
import { keepCourse, keepCourseFile } from './course-keep.ts'
import { refresh, seek } from './navigate.ts'
import { findOpening, openExample } from './open.ts'
import { pause } from './play.ts'
import { setPredicting } from './predict.ts'
import { setInspectorTab, showDialog, tellForAWhile, tellTrouble } from './screen.ts'
import { inspect } from './windows.ts'

/** Changes a part of what is known of the course. */
export function setCourse(lab: Lab, change: Partial<CourseState>): void {
  lab.store.setState(({ course }) => ({ course: { ...course, ...change } }))
}

/** The course that is open; the lab's own is loaded when it is wanted first. Null, and a message, if that fails. */
export async function loadCourse(lab: Lab): Promise<Course | null> {
  const { open } = lab.store.getState().course
  if (open !== null) return open
  try {
    const { COURSE } = await import('../../scenarios/index.ts')
    // Another course may have been opened meanwhile.
    if (lab.store.getState().course.open === null) setCourse(lab, { open: COURSE, own: true })
  } catch {
    const text = 'The page could not fetch a part of itself. Check the network, and load the page again.'
    tellTrouble(lab, 'The lessons cannot be shown', text)
  }
  return lab.store.getState().course.open
}

/** Opens a course at the lesson that was open last, or at its first. `own`: whether it is the lab's. */
export async function openCourse(lab: Lab, open: Course, own: boolean): Promise<void> {
  const { last } = progressIn(lab.store.getState().course.progress, open.id)
  setCourse(lab, { open, own, lesson: null, answer: null })
  const lesson = open.lessons.find(({ id }) => id === last) ?? open.lessons[0]
  if (lesson !== undefined) await openLesson(lab, lesson)
}

/** Back from somebody's course to the lab's own. */
export async function closeCourse(lab: Lab): Promise<void> {
  keepCourseFile(lab, null)
  setCourse(lab, { open: null, own: true, lesson: null, answer: null })
  const course = await loadCourse(lab)
  if (course !== null) await openCourse(lab, course, true)
}

/** Opens the gallery. */
export function showGallery(lab: Lab): void {
  showDialog(lab, { kind: 'gallery' })
  void loadCourse(lab)
}

/** Opens a lesson at its moment, and remembers that it was visited. A comparison of another one ends. */
export async function openLesson(lab: Lab, lesson: Example): Promise<void> {
  visit(lab, lesson)
  if (lab.store.getState().comparison !== null) stopComparing(lab)
  lab.store.setState({ dialog: null, sourceTab: 'program', phoneTab: 'source' })
  if (lesson.predict !== undefined) setPredicting(lab, lesson.predict)
  const opening = openExample(lab, lesson)
  if (lesson.panel !== undefined || lesson.scenario.source.kind === 'c')
    setInspectorTab(lab, lesson.panel ?? 'variables')
  await opening
  const { moment, course } = lab.store.getState()
  if (lesson.light === undefined || moment === null || course.lesson !== lesson.id) return
  lab.store.setState(({ view }) => ({ view: { ...view, inspect: addressOf(moment, lesson.light!) } }))
  await refresh(lab)
}

/** The other allocators that a lesson runs its own program with; empty if it has none. */
export function rivalsIn({ scenario, variants }: Example): readonly Scenario['allocator'][] {
  const source = JSON.stringify(scenario.source)
  return variants
    .filter((variant) => JSON.stringify(variant.scenario.source) === source)
    .map((variant) => variant.scenario.allocator)
}

/** Shows a lesson under its own allocator and the others side by side, from where it opens. */
export async function compareLesson(lab: Lab, lesson: Example): Promise<void> {
  await openExample(lab, lesson)
  startComparing(lab, rivalsIn(lesson))
  lab.store.setState({ phoneTab: 'heap' })
}

/** Remembers that a lesson was visited. */
export function visit(lab: Lab, { id }: Example): void {
  const { course } = lab.store.getState()
  const progress = withVisit(course.progress, courseId(course), id)
  setCourse(lab, { progress, lesson: id, answer: null })
  keepCourse(lab)
}

function courseId({ open }: CourseState): string {
  return open?.id ?? OWN_COURSE
}

/** The lesson `by` places after the one that is open (or was last); at the ends it says so. */
export async function goToLesson(lab: Lab, by: 1 | -1): Promise<void> {
  const course = await loadCourse(lab)
  if (course === null) return
  const state = lab.store.getState()
  const now = exampleOf(state)?.id ?? state.course.lesson
  const next = course.lessons[course.lessons.findIndex(({ id }) => id === now) + by]
  if (next !== undefined) await openLesson(lab, next)
  else if (by > 0) tellForAWhile(lab, 'The last lesson', 'The course ends here: bring a program of your own.')
  else tellForAWhile(lab, 'The first lesson', 'The course begins here.')
}

/** Shows the answer of the lesson that is open, or hides it. The lesson counts as answered from then on. */
export function toggleAnswer(lab: Lab): void {
  const state = lab.store.getState()
  const lesson = exampleOf(state)
  if (lesson === undefined || lesson.answer === '') return
  const { course } = state
  if (course.answer === lesson.id) {
    setCourse(lab, { answer: null })
  } else {
    setCourse(lab, { answer: lesson.id, progress: withAnswer(course.progress, courseId(course), lesson.id) })
    keepCourse(lab)
  }
}

/** Forgets how far the person has come in the course that is open. */
export function resetProgress(lab: Lab): void {
  const { course } = lab.store.getState()
  setCourse(lab, { progress: withoutCourse(course.progress, courseId(course)), answer: null })
  keepCourse(lab)
}

/** Goes to a moment that a lesson's text names. */
export async function goToMoment(lab: Lab, opening: Opening): Promise<void> {
  pause(lab)
  const position = await findOpening(lab, opening).catch(() => null)
  if (position === null)
    return tellForAWhile(lab, 'No such moment', 'This run does not come to what the text speaks of.')
  seek(lab, position)
  lab.store.setState({ phoneTab: 'heap' })
}

/**
 * Lights what lies at a place as lessons write them: `+256` from the first chunk, `brk+32` from the first break. Where
 * there is no chunk, the regions of memory say what is there.
 */
export function lightPlace(lab: Lab, place: string): void {
  const { moment } = lab.store.getState()
  if (moment === null) return
  const address = addressOf(moment, place)
  const { from, to } = moment.extent
  const outside = address < from || address >= to
  inspect(lab, address)
  if (outside) setInspectorTab(lab, 'regions')
  lab.store.setState({ phoneTab: outside ? 'chunk' : 'heap' })
}

function addressOf({ brkStart, extent }: Moment, place: string): Address {
  const distance = Number(place.replace(/^(brk)?\+/, '').replaceAll(',', ''))
  return (place.startsWith('brk') ? brkStart : extent.chunks) + distance
}
