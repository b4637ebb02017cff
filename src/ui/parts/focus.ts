import type { Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'

/** What the step does with the chunk it is about, which decides the colour of its outline. */
export type Emphasis = 'probe' | 'chosen' | 'bad' | 'plain'

/** The chunk under discussion, and how it is outlined. */
export interface Focus {
  readonly chunk: Address
  readonly emphasis: Emphasis
}

/** What is said of a chunk that a search has come to, or has not. */
export interface Verdict {
  /** Empty for nothing. */
  readonly note: string
  readonly tone: 'quiet' | 'probe' | 'chosen' | 'bad'
}

const CHOSEN_STEPS: readonly string[] = ['choose', 'split', 'whole', 'return', 'inPlace']
const BAD_STEPS: readonly string[] = ['fail', 'reject', 'end']

/** What the current step is about; null if it names no chunk. */
export function focusOf(moment: Moment): Focus | null {
  const { kind, chunk } = moment.step
  if (chunk === 0) return null
  if (kind === 'visit') return { chunk, emphasis: 'probe' }
  if (CHOSEN_STEPS.includes(kind)) return { chunk, emphasis: 'chosen' }
  return { chunk, emphasis: BAD_STEPS.includes(kind) ? 'bad' : 'plain' }
}

/** What the search of this operation has said of each chunk so far. */
export function verdictsOf(moment: Moment): (chunk: Address) => Verdict {
  const focus = focusOf(moment)
  const verdicts = new Map(moment.probes.map((probe) => [probe.chunk, probe.verdict]))
  return (chunk) => verdictOf(focus, chunk, verdicts.get(chunk))
}

function verdictOf(focus: Focus | null, chunk: Address, verdict: string | undefined): Verdict {
  const here = focus?.chunk === chunk
  if (here && focus.emphasis === 'probe') return { note: `looking: ${verdict ?? ''}`, tone: 'probe' }
  if (here && focus.emphasis === 'chosen') return { note: 'taken', tone: 'chosen' }
  if (verdict === undefined) return { note: '', tone: 'quiet' }
  return { note: verdict, tone: verdict === 'too small' || verdict === 'in use' ? 'bad' : 'quiet' }
}
