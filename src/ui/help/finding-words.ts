import type { FindingKind } from '../../engine/session/findings.ts'

/** What a finding means, and the lesson that shows one. */
export interface FindingHelp {
  readonly means: string
  readonly lesson?: string
}

/** Everything that the lab finds wrong with a run. */
export const FINDING_HELP: Readonly<Record<FindingKind, FindingHelp>> = {
  'double-free': {
    means:
      'A block is freed a second time. An allocator that does not notice enters it into its list twice, and may give it to two owners.',
    lesson: 'double-free',
  },
  'invalid-free': {
    means:
      'free or realloc is given an address that malloc never returned, such as that of a variable. What the allocator takes for a header there is something else.',
  },
  'interior-free': {
    means: 'free or realloc is given an address inside a block instead of the block’s own.',
  },
  'misaligned-pointer': {
    means:
      'An address that is not a multiple of the alignment: some instructions of the processor refuse it, and no block can begin there.',
    lesson: 'hunt-align',
  },
  'use-after-free-write': {
    means:
      'The program writes into a block that it has freed. The bytes may be the allocator’s links by then, or somebody else’s data.',
    lesson: 'use-after-free',
  },
  'use-after-free-read': {
    means:
      'The program reads from a block that it has freed: the bytes may have changed, or belong to another block.',
    lesson: 'use-after-free',
  },
  overflow: {
    means:
      'A write to bytes in front of a block or behind it. They are often tags, so the harm shows later and elsewhere.',
    lesson: 'overflow',
  },
  overread: { means: 'A read of bytes in front of a block or behind it, which nobody has promised.' },
  'heap-damaged': {
    means:
      'The bytes of the heap contradict one another: a size leads to no chunk, two tags of a chunk differ, or a list leads astray.',
    lesson: 'overflow',
  },
  'overlapping-block': {
    means: 'malloc has given out bytes that belong to a block still in use: both owners will write there.',
    lesson: 'hunt-wrap',
  },
  fault: {
    means:
      'An access to an address where nothing is mapped, or that its page does not allow. The kernel ends the process with SIGSEGV.',
    lesson: 'guard-page',
  },
  abort: { means: 'The process ended itself, by abort or a failed assertion.' },
  budget: {
    means: 'The lab stopped the run: a search or a program did not come to an end within its limit.',
  },
  leak: { means: 'A block that is never freed. At the end of the process the kernel takes everything back.' },
  signal: { means: 'The kernel ended the process, for example after a division by zero.' },
  bounds: { means: 'An index behind the last element of an array, or in front of the first.' },
  uninitialised: {
    means:
      'Bytes are used that were never written: malloc does not clear a block, and a local variable holds what was on the stack.',
  },
  'overlapping-copy': {
    means: 'memcpy or strcpy between places that overlap, which only memmove may do.',
  },
  'pointer-cut': {
    means:
      'A pointer was kept in an integer of 32 bits, which loses its upper half, and became a pointer again.',
  },
  'size-wrapped': {
    means:
      'A sum, difference or product of sizes does not fit its type and starts again from 0, so that far too little is asked for.',
    lesson: 'hunt-wrap',
  },
  'wrong-answer': {
    means:
      'The program brings its own malloc, and that breaks a promise: it writes into a block in use, say, or loses what realloc must keep.',
    lesson: 'hunt-shrink',
  },
  'unused-hole': {
    means:
      'The program’s own malloc asks the kernel for memory although freed bytes that nobody owns would be enough.',
    lesson: 'hunt-lost',
  },
}
