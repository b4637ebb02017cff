import { addressText } from '../../engine/format.ts'
import type { Scenario } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { movedBreakpoints } from '../breakpoints.ts'
import { blockAt, type HandAction, isCall } from '../by-hand/action.ts'
import { withStatement } from '../by-hand/c-text.ts'
import { blocksOf, type Hand, type OpenEnd, type TextEnd } from '../by-hand/state.ts'
import { freshName, statementOf } from '../by-hand/statements.ts'
import { traceLine, withLine } from '../by-hand/trace-text.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { compileErrors, exampleOf, programOf } from '../selectors.ts'
import { traceScenario, traceText } from './edit.ts'
import { lookAtEnd } from './hand-end.ts'
import { openScenario } from './open.ts'
import { stopEditing } from './screen.ts'
import { openVersion } from './versions.ts'

/** Milliseconds between two looks at whether a run is over, and how often it is looked at. */
const PATIENCE_MS = 30
const MOST_TRIES = 100

const STILL_RUNNING = 'The run has not come to its end yet. Wait for it, or stop it and shorten the program.'

/** What an action writes: the scenario with the longer text, and the name of the block that it is about. */
interface Written {
  readonly scenario: Scenario
  readonly name: string
}

/**
 * Does an action: writes it to the end of the text, runs that, and goes to the new operation. Nothing is written
 * where the program would not come to it, or would not compile; then `hand.problem` says why.
 */
export function actByHand(lab: Lab, action: HandAction): Promise<void> {
  const turn = (turns.get(lab) ?? Promise.resolve()).then(() => actInTurn(lab, action))
  turns.set(lab, turn)
  return turn
}

/** The action that is done last of those asked for. Somebody who presses fast gets all of them, one after another. */
const turns = new WeakMap<Lab, Promise<void>>()

async function actInTurn(lab: Lab, action: HandAction): Promise<void> {
  setHand(lab, { busy: true, problem: null })
  try {
    setHand(lab, { problem: await perform(lab, action) })
  } catch (error) {
    setHand(lab, { problem: error instanceof Error ? error.message : String(error) })
  } finally {
    setHand(lab, { busy: false })
  }
}

async function perform(lab: Lab, action: HandAction): Promise<string | null> {
  const end = await endOfRun(lab)
  if (end === null || end.kind === 'running') return STILL_RUNNING
  if (end.kind === 'closed') return end.reason
  const { scenario, hand } = lab.store.getState()
  const current = upToDate(action, end)
  if (current === null) return 'That block cannot be named at the end of the text any more.'
  const written = scenario === null ? null : write(lab, scenario, end, current)
  if (written === null) return 'Nothing is open.'
  stopEditing(lab)
  const problem = await run(lab, written.scenario, operationOf(end, action))
  if (problem !== null) return problem
  setHand(lab, { chosen: action.kind === 'free' ? (hand?.chosen ?? null) : written.name })
  await lookAtEnd(lab)
  return null
}

/** The end of the text, as soon as the run has come there; `running` if that takes too long for somebody who waits. */
async function endOfRun(lab: Lab): Promise<TextEnd | null> {
  const { run } = lab
  let end = await lookAtEnd(lab)
  for (let tries = 0; tries < MOST_TRIES && end?.kind === 'running' && run === lab.run; tries++) {
    await new Promise<void>((resolve) => lab.services.after(PATIENCE_MS, resolve))
    end = await lookAtEnd(lab)
  }
  return end
}

/** The action with its block as it is now; null if that is gone. */
function upToDate(action: HandAction, end: OpenEnd): HandAction | null {
  if (!('block' in action)) return action
  const block = end.blocks.find(({ name }) => name === action.block.name)
  return block === undefined ? null : { ...action, block }
}

/** The operation that an action becomes. In a program a call comes behind the statement that makes it. */
function operationOf(end: OpenEnd, action: HandAction): number {
  return end.operation + (end.kind === 'program' && isCall(action) ? 1 : 0)
}

function write(lab: Lab, scenario: Scenario, end: OpenEnd, action: HandAction): Written | null {
  const state = lab.store.getState()
  const block = 'block' in action ? action.block.name : null
  const title = exampleOf(state) === undefined ? scenario.title : 'By hand'
  const { source } = scenario
  if (end.kind === 'program' && source.kind === 'c') {
    const fresh = freshName([...source.files.map(({ text }) => text), ...(source.defines ?? [])])
    const files = withStatement(source.files, end.main, statementOf(action, fresh))
    return { scenario: { ...scenario, title, source: { ...source, files } }, name: block ?? fresh }
  }
  if (end.kind !== 'trace' || source.kind !== 'trace') return null
  const { freshId } = end.facts
  const text = withLine(source.text, traceLine(action, freshId))
  return { scenario: { ...scenario, title, source: { ...source, text } }, name: block ?? `p[${freshId}]` }
}

/** Runs the longer text. What does not compile is taken back; the answer says why. */
async function run(lab: Lab, scenario: Scenario, operation: number): Promise<string | null> {
  const before = lab.store.getState()
  const { view, hand, pinned } = before
  const arrival = {
    position: { operation, step: hand?.stepwise === false ? LAST_STEP : 1 },
    view: { mapFrom: view.mapFrom, bytesPerRow: view.bytesPerRow },
    pinned,
    breakpoints: movedBreakpoints(
      before.breakpoints,
      programOf(before)?.files ?? [],
      scenario.source.kind === 'c' ? scenario.source.files : [],
    ),
  }
  await openVersion(lab, scenario, arrival)
  const { info } = lab.store.getState()
  const [error] = info === null ? [] : compileErrors(info)
  if (error === undefined) return null
  lab.store.setState({ versions: before.versions })
  const { position, breakpoints } = before
  await openScenario(lab, before.scenario!, { position, view, breakpoints, pinned })
  return `The program does not compile with it, so it was taken out again: ${error.message}.`
}

/** Plays on a copy of what is open whose operations are lines of a trace. */
export async function playOnCopy(lab: Lab): Promise<void> {
  const text = await traceText(lab, 'A copy')
  if (text === null) return
  const { position, view } = lab.store.getState()
  const copy = traceScenario(lab, 'By hand', `${text}\n`)
  await openVersion(lab, copy, { position, view: { bytesPerRow: view.bytesPerRow } })
  await lookAtEnd(lab)
}

/** Chooses a block by its name; null for none. */
export function chooseBlock(lab: Lab, chosen: string | null): void {
  setHand(lab, { chosen, problem: null })
}

/** Chooses the block of the chunk at an address; says why where the text cannot name it. */
export function chooseBlockAt(lab: Lab, address: Address): void {
  const { hand } = lab.store.getState()
  const end = hand?.end
  const block = blockAt(blocksOf(hand), address)
  if (block !== null) chooseBlock(lab, block.name)
  else if (end?.kind === 'program' || end?.kind === 'trace') {
    const problem = `Nothing can be done to the chunk at ${addressText(address)}: ${UNNAMED[end.kind]}.`
    setHand(lab, { chosen: null, problem })
  }
}

/** Why a chunk cannot be chosen. */
const UNNAMED = {
  program: 'no variable that main can name at its end points there',
  trace: 'no id of the trace holds a live block there at its end',
} as const

/** Whether actions are shown from their first step on. */
export function setStepwise(lab: Lab, stepwise: boolean): void {
  setHand(lab, { stepwise })
}

function setHand(lab: Lab, change: Partial<Hand>): void {
  const { hand } = lab.store.getState()
  if (hand !== null) lab.store.setState({ hand: { ...hand, ...change } })
}
