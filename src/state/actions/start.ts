import { firstLook } from '../../scenarios/first-look.ts'
import { hasLink, isEmbedded, unframed } from '../../share/hash.ts'
import type { Lab } from '../lab.ts'
import { runnable } from '../saved.ts'
import { loadCourse, openLesson } from './course.ts'
import { followCourseLink, isCourseLink, restoreCourse } from './course-files.ts'
import { keepScenarios, resumeWork } from './kept.ts'
import { openScenario } from './open.ts'
import { loadPart } from './parts.ts'
import { setPredicting } from './predict.ts'
import { recall } from './remember.ts'
import { tellTrouble } from './screen.ts'
import { openSaved } from './share.ts'
import { introduce } from './tour.ts'

/** Begins: with what the link says, else where the last visit ended, else with the first example. */
export async function start(lab: Lab, hash: string): Promise<void> {
  if (isEmbedded(hash)) return startEmbedded(lab, hash)
  keepScenarios(lab)
  await restoreCourse(lab)
  await openFirst(lab, hash)
  // Wherever it begins, the panel beside the program may have a lesson to show.
  await loadCourse(lab)
}

/**
 * Begins in a frame of somebody's page: with what the link says. The person's own work is neither shown there nor
 * written over.
 */
async function startEmbedded(lab: Lab, hash: string): Promise<void> {
  const kept = recall(lab)
  lab.store.setState({ embedded: true, theme: kept?.theme ?? 'system', motion: kept?.motion ?? true })
  await followLink(lab, hash)
}

async function openFirst(lab: Lab, hash: string): Promise<void> {
  const kept = recall(lab)
  if (kept !== null)
    lab.store.setState({
      theme: kept.theme,
      motion: kept.motion ?? true,
      hexForm: kept.hexForm ?? 'bytes',
      lineValues: kept.lineValues ?? true,
      draft: kept.draft,
      fileDraft: kept.fileDraft ?? null,
      draftBreakpoints: kept.draftBreakpoints ?? [],
    })
  resumeWork(lab, kept?.kept ?? null, kept?.lesson ?? null)
  setPredicting(lab, kept?.predicting === true)
  if (await followLink(lab, hash)) return
  const trouble = lab.store.getState().notice
  if (kept?.scenario != null) {
    const { scenario, position, view, breakpoints = [], pinned = null } = kept
    // It is the work of the last visit, which goes on.
    await openScenario(lab, scenario, { position, view, breakpoints, pinned, again: true })
  } else if (lab.store.getState().course.tourSeen) {
    await openLesson(lab, firstLook)
  } else {
    await introduce(lab)
  }
  if (trouble !== null) lab.store.setState({ notice: trouble })
}

/** Opens what a link says; false, and a message, if it cannot be read. False without one if it is no link. */
export async function followLink(lab: Lab, hash: string): Promise<boolean> {
  const plain = unframed(hash)
  if (isCourseLink(plain)) return followCourseLink(lab, plain)
  if (!hasLink(hash)) return false
  const link = await loadPart(lab, () => import('../../share/link.ts'))
  if (link === null) return false
  const read = runnable(link.readLink(hash))
  if (!read.ok) {
    const advice = lab.store.getState().embedded
      ? 'Tell whoever wrote the page around it.'
      : 'Ask for the link again, or have it sent as a file. Your own work is kept below.'
    tellTrouble(lab, 'This link cannot be opened', `${read.reason} ${advice}`)
    return false
  }
  await openSaved(lab, read.value, { linked: true })
  return true
}
