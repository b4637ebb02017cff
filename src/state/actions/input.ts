import type { ProgramSource } from '../../engine/session/index.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { programOf, waitsForInput } from '../selectors.ts'
import { stateAhead } from './ahead.ts'
import { openScenario } from './open.ts'

/** An operation that no run comes to: whoever wants to go there is shown the end. */
const BEYOND = 2 ** 31 - 1

/** Sends the program a line, behind what it was given before. Where it waited for that, the run goes on to its next stop. */
export async function sendInput(lab: Lab, line: string): Promise<void> {
  const program = programOf(stateAhead(lab))
  if (program !== null) await give(lab, { ...program, input: `${program.input}${line}\n` })
}

/** Replaces all of the program's input, and runs it again to the same position. */
export async function setInput(lab: Lab, input: string): Promise<void> {
  const program = programOf(stateAhead(lab))
  if (program !== null && program.input !== input) await give(lab, { ...program, input })
}

/** Says whether the input ends behind what there is, or the program waits there for more. */
export async function setInputEnds(lab: Lab, ends: boolean): Promise<void> {
  const program = programOf(stateAhead(lab))
  if (program === null) return
  const { inputEnds: _, ...rest } = program
  await give(lab, ends ? { ...rest, inputEnds: true } : rest)
}

async function give(lab: Lab, source: ProgramSource): Promise<void> {
  const state = stateAhead(lab)
  const { scenario, position, view, breakpoints, pinned } = state
  if (scenario === null) return
  const onward = waitsForInput(state) ? { operation: BEYOND, step: LAST_STEP } : position
  await openScenario(
    lab,
    { ...scenario, source },
    {
      again: true,
      position: onward,
      view,
      breakpoints,
      pinned,
    },
  )
}
