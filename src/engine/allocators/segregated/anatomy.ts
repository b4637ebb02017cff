import type { Process } from '../../kernel/index.ts'
import type { Bytes } from '../../units.ts'
import type { Anatomy } from '../allocator.ts'
import { chunkFor, END, FIRST, isUsed, sizeOf, TAG } from './layout.ts'

/** Two tags a chunk; the last chunk, if free, is what the next growth of the heap adds to. */
export class SegregatedAnatomy implements Anatomy {
  readonly knowsBlocks = true

  constructor(private readonly process: Process) {}

  tagBytes(): Bytes {
    return 2 * TAG
  }

  chunkFor(requested: Bytes): Bytes {
    return chunkFor(requested)
  }

  topBytes(): Bytes {
    const { memory, staticStart, programBreak } = this.process
    const first = memory.peek64(staticStart + FIRST)
    const end = memory.peek64(staticStart + END)
    if (first === 0 || end <= first || end + TAG !== programBreak) return 0
    const footer = memory.peek64(end - TAG)
    const size = sizeOf(footer)
    return isUsed(footer) || size > end - first ? 0 : size
  }
}
