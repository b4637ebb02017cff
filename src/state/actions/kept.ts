import type { Imported } from '../kept/shelf.ts'
import type { KeptRef } from '../kept/work.ts'
import type { KeepWork, Lab } from '../lab.ts'
import { exampleOf } from '../selectors.ts'
import type { LabState } from '../store.ts'

/** What keeps scenarios is loaded when there is something to keep. */
const keeper = () => import('./kept-keeper.ts')

/** From now on the person's own work is kept; a lesson as it stands is nobody's own. */
export function keepScenarios(lab: Lab): void {
  const keep: KeepWork = async (state, when) => {
    if (!mayBeOwn(state)) return true
    return keeper().then(
      (part) => part.keep(lab, state, when),
      () => false,
    )
  }
  if (lab.services.shelf !== null) lab.keepWork = keep
}

function mayBeOwn(state: LabState): boolean {
  const { embedded, scenario, draft, fileDraft, work } = state
  if (embedded || scenario === null) return false
  return work.kept !== null || draft !== null || fileDraft !== null || exampleOf(state) === undefined
}

/** The list of what is kept, newest first; `unkept` where the browser keeps nothing. */
export async function loadKept(lab: Lab): Promise<void> {
  await (await keeper()).list(lab)
}

/** Opens what is kept under an id, with what was typed in it and not run. */
export async function openKept(lab: Lab, id: string): Promise<void> {
  await (await keeper()).open(lab, id)
}

/** Gives what is kept another name. */
export async function renameKept(lab: Lab, id: string, title: string): Promise<void> {
  await (await keeper()).rename(lab, id, title)
}

/** Makes a copy, which stands beside it. */
export async function duplicateKept(lab: Lab, id: string): Promise<void> {
  await (await keeper()).duplicate(lab, id)
}

/** Takes something off the shelf. The answer puts it back. */
export async function removeKept(lab: Lab, id: string): Promise<(() => Promise<void>) | null> {
  return (await keeper()).remove(lab, id)
}

/** Offers all that is kept as one file. Answers how many traces are too large to be part of it. */
export async function exportKept(lab: Lab): Promise<number> {
  return (await keeper()).exportAll(lab)
}

/** Puts the scenarios of a file that `exportKept` made beside those that are kept; null if it is no such file. */
export async function importKept(lab: Lab, text: string): Promise<Imported | null> {
  return (await keeper()).importAll(lab, text)
}

/** Where the work of the last visit stands on the shelf. */
export function resumeWork(lab: Lab, kept: KeptRef | null, lesson: string | null): void {
  lab.store.setState(({ work }) => ({ work: { ...work, kept, lesson } }))
}
