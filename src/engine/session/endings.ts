import type { FindingKind } from './findings.ts'
import type { Ending } from './scenario.ts'

/** The finding that each kind of ending makes; null for those that are nothing wrong, or have been found already. */
export const ENDING_FINDINGS: Readonly<Record<Ending['kind'], FindingKind | null>> = {
  fault: 'fault',
  abort: 'abort',
  budget: 'budget',
  init: 'abort',
  misuse: null,
  signal: 'signal',
  exit: null,
  input: null,
}
