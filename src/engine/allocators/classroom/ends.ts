import type { Process } from '../../kernel/index.ts'
import type { Address, Bytes } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import type { Chunks } from './chunks.ts'
import { PREVIOUS_USED_BIT } from './layout.ts'

/** The two ends of the heap: where it begins, and the break that is moved up and down. */
export class HeapEnds {
  private readonly process: Process

  constructor(
    private readonly chunks: Chunks,
    private readonly context: AllocatorContext,
  ) {
    this.process = context.process
  }

  /**
   * Makes room for `amount` bytes of chunks behind the last one, whose tags are still to be written;
   * false when the kernel refuses or when the program has moved the break itself.
   */
  extend(amount: Bytes): boolean {
    if (!this.begin()) return false
    const { chunks, process } = this
    const end = chunks.end
    const target = end + amount + chunks.layout.epilogue
    if (chunks.start !== end && !this.ownsBreak) return this.reportForeignBreak(end)
    if (!this.moveBreak(target, amount)) return false
    // The old epilogue becomes the first header of the new room and keeps what it says.
    chunks.setEnd(process.programBreak - chunks.layout.epilogue)
    chunks.writeEpilogue(chunks.end, true)
    return true
  }

  /** Whether the break is still where the heap ends: the program has not moved it. */
  get ownsBreak(): boolean {
    return this.process.programBreak === this.chunks.end + this.chunks.layout.epilogue
  }

  /** Lowers the break to the start of the chunk at the end. */
  shrinkTo(chunk: Address): void {
    const { chunks, process } = this
    const previousUsed = chunks.layout.footersAlways || (chunks.tagAt(chunk) & PREVIOUS_USED_BIT) !== 0
    chunks.writeEpilogue(chunk, previousUsed)
    chunks.setEnd(chunk)
    const from = process.programBreak
    process.sbrk(chunk + chunks.layout.epilogue - from)
    if (this.context.observer !== null) {
      this.context.observer({ kind: 'shrink', from, to: process.programBreak })
    }
  }

  /** Decides where the heap begins, as long as it is empty: with bounds at the break of the moment it first grows. */
  private begin(): boolean {
    const { chunks, process } = this
    const { layout } = chunks
    const start = chunks.start
    if (layout.sentinels ? start !== 0 : start !== chunks.end) return true
    const lead = layout.firstChunk(process.programBreak)
    const first = lead + layout.prologue
    if (layout.sentinels) {
      if (!this.moveBreak(first + layout.epilogue, first + layout.epilogue - process.programBreak))
        return false
      chunks.writeEpilogue(first, true)
      chunks.markNew(lead, layout.prologue, true)
    }
    chunks.setStart(first)
    chunks.setEnd(first)
    return true
  }

  private moveBreak(target: Address, wanted: Bytes): boolean {
    const from = this.process.programBreak
    const moved = this.process.sbrk(target - from) !== -1
    if (this.context.observer !== null) {
      this.context.observer({ kind: 'grow', from, to: this.process.programBreak, wanted })
    }
    return moved
  }

  private reportForeignBreak(end: Address): false {
    if (this.context.observer !== null) {
      const text = 'The program has moved the break itself, so the heap cannot grow in one piece any more'
      this.context.observer({ kind: 'note', text, chunk: end, size: 0 })
    }
    return false
  }
}
