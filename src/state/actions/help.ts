import type { Example } from '../../scenarios/index.ts'
import type { Lab } from '../lab.ts'
import { openLesson } from './course.ts'
import { openExample } from './open.ts'
import { loadPart } from './parts.ts'

/** The lessons of the lab's own course, whichever course is open: the help leads to them. Empty, and a message, if they cannot be had. */
export async function lessonsForHelp(lab: Lab): Promise<readonly Example[]> {
  const part = await loadPart(lab, () => import('../../scenarios/index.ts'))
  return part?.GALLERY ?? []
}

/** Opens a lesson that the help leads to. In somebody else's course it does not count as one of its lessons. */
export async function openHelpLesson(lab: Lab, lesson: Example): Promise<void> {
  if (lab.store.getState().course.own) return openLesson(lab, lesson)
  lab.store.setState({ dialog: null })
  await openExample(lab, lesson)
}
