import { bigBlocks } from './big-blocks.ts'
import { blockCost } from './block-cost.ts'
import { buddy } from './buddy.ts'
import { bump } from './bump.ts'
import { doubleFree } from './double-free.ts'
import type { Chapter, Course, Example } from './example.ts'
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

export {
  type Chapter,
  type Course,
  EXAMPLE_KINDS,
  type Example,
  type ExampleKind,
  type MomentLink,
  type Opening,
  openingStep,
  type Variant,
} from './example.ts'

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

const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Memory comes from the kernel',
    purpose: 'What the kernel gives a process, and how little it takes to make a malloc of it.',
  },
  {
    title: 'Inside the chunk',
    purpose: 'What stands around a block, what it costs, and how blocks are cut and joined.',
  },
  {
    title: 'Which hole?',
    purpose: 'Four ways to choose among the free chunks, and why none is best for all.',
  },
  {
    title: 'Other ways to keep free memory',
    purpose: 'Lists, classes, halves and pages: five designs of real allocators, each in its smallest form.',
  },
  {
    title: 'Growing and giving back',
    purpose: 'How blocks change their size, and when the kernel gets its memory back, or says no.',
  },
  {
    title: 'When things go wrong',
    purpose: 'What mistakes do to the bytes; then six allocators with one mistake each, for you to find.',
  },
]

/** The lab's own course: the gallery, in chapters. */
export const COURSE: Course = {
  id: 'heap-lab',
  title: 'How a heap works',
  about:
    'From the program break to allocators with a mistake in them. Each lesson is a program of a few lines, opens where there is something to see, and ends with a question.',
  chapters: CHAPTERS,
  lessons: GALLERY,
}

/** The example with this id, or undefined. */
export function findExample(id: string): Example | undefined {
  return GALLERY.find((example) => example.id === id)
}
