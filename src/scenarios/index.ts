import { bigBlocks } from './big-blocks.ts'
import { blockCost } from './block-cost.ts'
import { buddy } from './buddy.ts'
import { bump } from './bump.ts'
import { doubleFree } from './double-free.ts'
import type { Example } from './example.ts'
import { firstLook } from './first-look.ts'
import { fourMerges } from './four-merges.ts'
import { guardPage } from './guard-page.ts'
import { huntAlign, huntLost, huntNull, huntShrink, huntStale, huntWrap } from './hunts.ts'
import { kAndR } from './k-and-r.ts'
import { linkedBlocks } from './linked-blocks.ts'
import { mergeWhen } from './merge-when.ts'
import { newestFirst } from './newest-first.ts'
import { ostepHomework } from './ostep-homework.ts'
import { outOfMemory } from './out-of-memory.ts'
import { overflow } from './overflow.ts'
import { pinnedTop } from './pinned-top.ts'
import { reallocMoves } from './realloc-moves.ts'
import { sizeClasses } from './size-classes.ts'
import { splitOrNot } from './split-or-not.ts'
import { swissCheese } from './swiss-cheese.ts'
import { theBreak } from './the-break.ts'
import { useAfterFree } from './use-after-free.ts'
import { bestFitWins, firstFitWins, nextFitWins } from './which-hole.ts'

export { type Example, type Opening, openingStep, type Variant } from './example.ts'

/** The gallery in the order of the course; a first visit sees the first one. */
export const GALLERY: readonly Example[] = [
  firstLook,
  theBreak,
  bump,
  linkedBlocks,
  blockCost,
  splitOrNot,
  fourMerges,
  mergeWhen,
  firstFitWins,
  nextFitWins,
  bestFitWins,
  swissCheese,
  ostepHomework,
  newestFirst,
  sizeClasses,
  buddy,
  kAndR,
  guardPage,
  reallocMoves,
  pinnedTop,
  bigBlocks,
  outOfMemory,
  overflow,
  useAfterFree,
  doubleFree,
  huntNull,
  huntWrap,
  huntAlign,
  huntLost,
  huntStale,
  huntShrink,
]

/** What the chapters are called, by number. */
export const CHAPTERS: Readonly<Record<number, string>> = {
  1: 'Memory comes from the kernel',
  2: 'Inside the chunk',
  3: 'Which hole?',
  4: 'Other ways to keep free memory',
  5: 'Growing and giving back',
  6: 'When things go wrong',
}

/** The example with this id, or undefined. */
export function findExample(id: string): Example | undefined {
  return GALLERY.find((example) => example.id === id)
}
