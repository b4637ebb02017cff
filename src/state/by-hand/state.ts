import type { MainEnd } from '../../engine/workload/c/main-end.ts'
import type { HandBlock } from './action.ts'
import type { TraceFacts } from './trace-text.ts'

/** The end of a text that can be written on. */
export type OpenEnd =
  /** The operation that runs there now: what is put in front of it gets its number. */
  | {
      readonly kind: 'program'
      readonly main: MainEnd
      readonly operation: number
      readonly blocks: readonly HandBlock[]
    }
  | {
      readonly kind: 'trace'
      readonly facts: TraceFacts
      readonly operation: number
      readonly blocks: readonly HandBlock[]
    }

/** The end of the text that is open: what is written there runs last. */
export type TextEnd =
  | OpenEnd
  /** Why nothing can be written, with what to do. `copy`: whether a copy as a trace can be played on. */
  | { readonly kind: 'closed'; readonly reason: string; readonly copy: boolean }
  /** The run is not over yet. */
  | { readonly kind: 'running' }

/** The bar for playing by hand, while it is shown. */
export interface Hand {
  /** The end of the text; null until it has been looked at. */
  readonly end: TextEnd | null
  /** The name of the block that is chosen; null for none. */
  readonly chosen: string | null
  /** Whether an action is shown from its first step on; otherwise as it is complete. */
  readonly stepwise: boolean
  /** Whether an action is being done. */
  readonly busy: boolean
  /** Why the last action was not done; null if it was. */
  readonly problem: string | null
  /** Counts the times that the bar was asked for: each brings the focus there. */
  readonly calls: number
}

/** The bar as it is opened first. */
export const FIRST_HAND: Hand = {
  end: null,
  chosen: null,
  stepwise: true,
  busy: false,
  problem: null,
  calls: 1,
}

/** The blocks that can be acted on. */
export function blocksOf(hand: Hand | null): readonly HandBlock[] {
  const end = hand?.end
  return end?.kind === 'program' || end?.kind === 'trace' ? end.blocks : NO_BLOCKS
}

const NO_BLOCKS: readonly HandBlock[] = []

/** The block that is chosen; null for none, or one that is gone. */
export function chosenBlock(hand: Hand | null): HandBlock | null {
  return blocksOf(hand).find(({ name }) => name === hand?.chosen) ?? null
}
