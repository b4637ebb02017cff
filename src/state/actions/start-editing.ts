import type { Lab } from '../lab.ts'
import { programOf } from '../selectors.ts'

/** Opens the editor on the files of the program, or on what was typed and not run. */
export function startEditingProgram(lab: Lab): void {
  const state = lab.store.getState()
  const files = state.fileDraft ?? programOf(state)?.files ?? [{ name: 'main.c', text: '' }]
  const draftBreakpoints = state.fileDraft === null ? state.breakpoints : state.draftBreakpoints
  lab.store.setState({ fileDraft: files, draftBreakpoints, editing: 'c', sourceTab: 'program' })
}
