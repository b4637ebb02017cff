import type { Walk } from '../../engine/session/index.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import { movedBreakpoints, toggled, withStop } from '../breakpoints.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { programOf } from '../selectors.ts'
import { lookFor } from './find.ts'
import { seek, toEnd, toStart } from './navigate.ts'
import { pause } from './play.ts'
import { saveSoon } from './remember.ts'
import { tellForAWhile } from './screen.ts'

/** Goes on (or back) in a program by statements. It stops before the statement runs, as debuggers do. */
export async function walk(lab: Lab, how: Walk, backwards: boolean): Promise<void> {
  const { info, position } = lab.store.getState()
  if (info === null || info.done === 0) return
  pause(lab)
  const { run } = lab
  const found = await lab.client
    .callLatest('find', 'walk', { from: position.operation, how, backwards })
    .catch(() => SUPERSEDED)
  if (typeof found === 'symbol' || run !== lab.run) return
  if (found >= 0 && !backwards && lab.gate?.({ operation: found, step: 0 })) return
  if (found >= 0) seek(lab, { operation: found, step: 0 })
  else if (backwards) toStart(lab)
  else toEnd(lab)
}

/** Goes on (or back) to a breakpoint; where none is on the way, to the end (the start) of what has been run. */
export async function toBreakpoint(lab: Lab, backwards: boolean): Promise<void> {
  const { breakpoints } = lab.store.getState()
  const lines = breakpoints.map(({ file, line }) => ({ kind: 'line', file, line }) as const)
  const found = lines.length === 0 ? -1 : await lookFor(lab, lines, backwards)
  if (found === null) return
  if (found >= 0) return seek(lab, { operation: found, step: 0 })
  pause(lab)
  if (backwards) toStart(lab)
  else toEnd(lab)
  const none = breakpoints.length === 0 ? 'No breakpoint is set.' : 'No breakpoint was on the way.'
  tellForAWhile(lab, backwards ? 'Back at the start' : 'At the end', none)
}

/** Goes to the next time that a line of a program is about to run; if it does not run any more, to the last time. */
export async function runToLine(lab: Lab, file: string, line: number): Promise<void> {
  const condition = { kind: 'line', file, line } as const
  const found = await lookFor(lab, [condition], false)
  if (found === null) return
  const last = found >= 0 ? found : await lookFor(lab, [condition], true)
  if (last === null) return
  if (last >= 0) seek(lab, { operation: last, step: 0 })
  else tellForAWhile(lab, 'Nothing to stop at', `Line ${line} of ${file} does not run.`)
}

/** Sets a breakpoint on a line of a program, or takes it away; in what is typed and not run too, if it has that line. */
export function toggleBreakpoint(lab: Lab, file: string, line: number): void {
  const state = lab.store.getState()
  const { breakpoints, fileDraft, draftBreakpoints } = state
  const next = toggled(breakpoints, file, line)
  const [typed] = movedBreakpoints([{ file, line }], programOf(state)?.files ?? [], fileDraft ?? [])
  const isSet = next.length > breakpoints.length
  lab.store.setState({
    breakpoints: next,
    draftBreakpoints: typed === undefined ? draftBreakpoints : withStop(draftBreakpoints, typed, isSet),
  })
  saveSoon(lab)
}

/** The same for the line of the statement on the screen. */
export function toggleBreakpointHere(lab: Lab): void {
  const at = lab.store.getState().moment?.program?.at
  if (at !== undefined && at.line > 0) toggleBreakpoint(lab, at.file, at.line)
}

/** Shows a file of the program. The one that the current statement stands in is followed from then on. */
export function showFile(lab: Lab, file: string, line = 0): void {
  const running = lab.store.getState().moment?.program?.at.file
  const fileChoice = file === running && line === 0 ? null : { file, line }
  lab.store.setState({ fileChoice, sourceTab: 'program', phoneTab: 'source' })
}

/** Goes to an operation at which something was found or began, and shows the program there. */
export function showMomentOf(lab: Lab, operation: number): void {
  lab.store.setState({ fileChoice: null, sourceTab: 'program', phoneTab: 'source' })
  seek(lab, { operation, step: LAST_STEP })
}

/** Shows where the run is again. */
export function followStatement(lab: Lab): void {
  lab.store.setState({ fileChoice: null })
}
