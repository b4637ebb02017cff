import type { Scenario } from '../engine/session/index.ts'
import type { Welcome } from './actions/start.ts'

const FIRST_LOOK: Scenario = {
  title: 'A heap in seven lines',
  source: { kind: 'trace', name: 'first-look.rep', text: 'a 0 100\na 1 50\na 2 24\nf 0\na 3 40\nf 1\nf 3\n' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}

/** What a first visit lands on: the fifth operation, where a free chunk is split. */
export const WELCOME: Welcome = {
  scenario: FIRST_LOOK,
  position: { operation: 4, step: 1 },
  stepKind: 'split',
}

export const GALLERY: readonly { readonly scenario: Scenario; readonly hint: string; readonly position?: { operation: number; step: number } }[] = [
  { scenario: FIRST_LOOK, hint: 'A heap is a row of chunks: malloc cuts, free joins', position: { operation: 4, step: 1 } },
]
