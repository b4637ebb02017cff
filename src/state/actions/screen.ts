import type { Lab } from '../lab.ts'
import { isTraceChanged, programOf, sameFiles } from '../selectors.ts'
import type { Dialog, InspectorTab, PhoneTab, SourceTab, StageTab, Theme } from '../store.ts'
import { saveSoon } from './remember.ts'

export function setTheme(lab: Lab, theme: Theme): void {
  lab.store.setState({ theme })
  saveSoon(lab)
}

/** Lets the page show changes by motion, or not. */
export function setMotion(lab: Lab, motion: boolean): void {
  lab.store.setState({ motion })
  saveSoon(lab)
}

/** Whether nothing may move by itself: the system or the person asked for that. */
export function isCalm(lab: Lab): boolean {
  return lab.services.calm() || !lab.store.getState().motion
}

export function setSourceTab(lab: Lab, sourceTab: SourceTab): void {
  lab.store.setState({ sourceTab })
}

export function setInspectorTab(lab: Lab, inspectorTab: InspectorTab): void {
  lab.store.setState({ inspectorTab })
}

/** Shows another view in the middle of the page. */
export function setStageTab(lab: Lab, stageTab: StageTab): void {
  lab.store.setState({ stageTab })
}

export function setPhoneTab(lab: Lab, phoneTab: PhoneTab): void {
  lab.store.setState({ phoneTab })
}

/** Shows a dialog; null closes the one that is open. */
export function showDialog(lab: Lab, dialog: Dialog | null): void {
  lab.store.setState({ dialog })
}

/** Tells that something did not work, with the reason and what to do. */
export function tellTrouble(lab: Lab, title: string, text: string): void {
  lab.store.setState({ notice: { tone: 'bad', title, text } })
}

const A_WHILE_MS = 6000

/** Tells something that need not be dismissed: it goes away by itself. */
export function tellForAWhile(lab: Lab, title: string, text: string): void {
  const notice = { tone: 'good', title, text } as const
  lab.store.setState({ notice })
  lab.services.after(A_WHILE_MS, () => {
    if (lab.store.getState().notice === notice) dismissNotice(lab)
  })
}

export function dismissNotice(lab: Lab): void {
  lab.store.setState({ notice: null })
}

/** Closes the editor. What was typed and not run stays, and the editor shows it when it is opened again. */
export function stopEditing(lab: Lab): void {
  const state = lab.store.getState()
  const { draft, fileDraft } = state
  const sameProgram = fileDraft !== null && sameFiles(fileDraft, programOf(state)?.files ?? [])
  lab.store.setState({
    editing: false,
    draft: isTraceChanged(state) ? draft : null,
    fileDraft: sameProgram ? null : fileDraft,
  })
}

/** Keeps what is typed into the dialog for a program, should the dialog be closed. */
export function setPasted(lab: Lab, pasted: string): void {
  lab.store.setState({ pasted })
}
