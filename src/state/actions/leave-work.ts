import type { Work } from '../kept/work.ts'
import type { Lab } from '../lab.ts'
import { exampleOf } from '../selectors.ts'

/** Keeps the person's own work as it is now. Nobody waits for it. */
export function keepWork(lab: Lab): void {
  void lab.keepWork?.(lab.store.getState(), 'goes on')
}

/** Something else is opened: what is open is kept with what was typed and not run, which then is no longer in the way. */
export function leaveWork(lab: Lab, next: Omit<Work, 'key'> | undefined): void {
  const state = lab.store.getState()
  const { work, draft, fileDraft, draftBreakpoints, scenario, embedded } = state
  lab.store.setState({ work: { kept: null, lesson: null, ...next, key: work.key + 1 } })
  if (lab.keepWork === null || embedded) return
  const isTyped = draft !== null || fileDraft !== null
  const hasPlace = scenario !== null || work.kept !== null
  if (isTyped && hasPlace) lab.store.setState({ draft: null, fileDraft: null, draftBreakpoints: [] })
  void lab.keepWork(state, 'is left').then((isKept) => {
    const now = lab.store.getState()
    if (isKept || !isTyped || now.draft !== null || now.fileDraft !== null) return
    lab.store.setState({ draft, fileDraft, draftBreakpoints })
  })
}

/** What the work was made from, when its text changes: a lesson is left as it is, and what becomes of it is one's own. */
export function workOnText(lab: Lab): void {
  const state = lab.store.getState()
  const lesson = exampleOf(state)?.id ?? state.work.lesson
  if (lesson !== state.work.lesson) lab.store.setState({ work: { ...state.work, lesson } })
}
