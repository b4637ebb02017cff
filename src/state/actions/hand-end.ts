import { thousands } from '../../engine/format.ts'
import type { Ending, SessionInfo } from '../../engine/session/index.ts'
import { programBlocks, traceBlocks } from '../by-hand/blocks.ts'
import type { TextEnd } from '../by-hand/state.ts'
import { traceFacts } from '../by-hand/trace-text.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { compileErrors, hasUnrunText } from '../selectors.ts'
import { momentRequest } from './navigate.ts'
import { UNRUN } from './versions.ts'

/** Chunks that are looked through for blocks. */
const MOST_CHUNKS = 20_000
const END_OF_MEMORY = 2 ** 47

/**
 * Looks at the end of the text that is open: where it can be written on, and which blocks it can name there. Null if
 * another scenario was opened meanwhile.
 */
export async function lookAtEnd(lab: Lab): Promise<TextEnd | null> {
  const { run } = lab
  const end = await findEnd(lab)
  if (run !== lab.run) return null
  const { hand } = lab.store.getState()
  // While a run is under way, what was seen last stays: looking flickers less, and no action trusts it.
  if (hand !== null && (end.kind !== 'running' || hand.end === null))
    lab.store.setState({ hand: { ...hand, end } })
  return end
}

async function findEnd(lab: Lab): Promise<TextEnd> {
  const state = lab.store.getState()
  const { scenario, info } = state
  if (hasUnrunText(state)) return closed(`The editor holds changes. ${UNRUN}`)
  if (scenario === null || info === null) return { kind: 'running' }
  const { source } = scenario
  if (source.kind !== 'c' && source.kind !== 'trace') return { ...closed(NO_TEXT[source.kind]), copy: true }
  const reason = unread(info)
  if (reason !== null) return closed(reason)
  if (state.stopped) return closed('The run was stopped before its end. Let it go on first.')
  if (!info.complete) return { kind: 'running' }
  const dead = info.ending === null ? null : whyEnded(info.ending)
  if (dead !== null) return closed(dead)
  return source.kind === 'c' ? endOfProgram(lab, info) : endOfTrace(lab, info, source.text)
}

/** Why there is no text to write on. */
const NO_TEXT = {
  ostep: 'These operations come from a command line of the homework, so there is no text to write on.',
  generator: 'These operations come from a generator, so there is no text to write on.',
  file: 'This trace is too large to be part of the scenario, so it cannot be written on.',
} as const

function closed(reason: string): TextEnd & { readonly kind: 'closed' } {
  return { kind: 'closed', reason, copy: false }
}

function unread(info: SessionInfo): string | null {
  const [error] = compileErrors(info)
  if (error !== undefined)
    return `The program does not compile: ${error.file}, line ${error.line}. Mend that first.`
  if (info.error === null) return null
  return `Line ${thousands(info.error.line)} cannot be read, so nothing behind it runs. Mend that first.`
}

/** Why nothing runs behind the end of this run; null if that is no hindrance. */
function whyEnded({ kind, message }: Ending): string | null {
  if (kind === 'exit') return null
  if (kind === 'input') return 'The program waits for input. Give it a line, or say that its input ends.'
  if (kind === 'budget') return `The lab stopped the run before its end: ${message}`
  return `The process died: ${message} Nothing behind that would run. Undo what led there, or change the text.`
}

async function endOfProgram(lab: Lab, info: SessionInfo): Promise<TextEnd> {
  const main = await lab.client.call('mainEnd', {})
  if (main.kind === 'none') return closed(main.reason)
  const { file, line, column } = main
  const search = { conditions: [{ kind: 'line' as const, file, line }], from: info.done, backwards: true }
  const operation = await lab.client.call('find', search)
  const moment = operation < 0 ? null : await momentAt(lab, operation, 0)
  const program = moment?.program
  const at = program?.at
  const isThere = at?.file === file && at.line === line && at.column === column && program?.stack.length === 1
  if (moment === null || !isThere) return closed(await leftEarly(lab, info))
  return { kind: 'program', main, operation, blocks: programBlocks(moment, main.names) }
}

async function leftEarly(lab: Lab, { done }: SessionInfo): Promise<string> {
  const at = done === 0 ? undefined : (await momentAt(lab, done - 1, 0)).program?.at
  const where = at === undefined ? '' : ` on line ${at.line} of ${at.file}`
  return `The program ended${where}, before the end of main, so nothing put there would run. Let it run to the end of main.`
}

async function endOfTrace(lab: Lab, info: SessionInfo, text: string): Promise<TextEnd> {
  const facts = traceFacts(text)
  if (facts.operations !== info.total)
    return closed('The lines of this trace cannot be counted with certainty. Edit it by typing.')
  const blocks = info.total === 0 ? [] : traceBlocks(await momentAt(lab, info.total - 1, LAST_STEP), facts)
  return { kind: 'trace', facts, operation: info.total, blocks }
}

/** A moment with the whole heap, beside the one on the screen. */
function momentAt(lab: Lab, operation: number, step: number) {
  return lab.client.call('moment', {
    ...momentRequest(lab.store.getState()),
    position: { operation, step },
    map: { from: 0, to: END_OF_MEMORY, limit: MOST_CHUNKS },
    inspect: null,
    part: null,
  })
}
