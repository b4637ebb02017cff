import { alignUp, type Bytes, PAGE_SIZE } from '../../units.ts'
import type { Anatomy } from '../allocator.ts'
import { isUsed, PREVIOUS_USED_BIT, sizeOf } from './layout.ts'
import type { HeapView } from './view.ts'

/** What the layout makes of a request, and how large the free chunk at the break is. */
export class ClassroomAnatomy implements Anatomy {
  readonly knowsBlocks = true

  constructor(private readonly view: HeapView) {}

  tagBytes(isMapped: boolean): Bytes {
    const { layout } = this.view
    return isMapped ? layout.mappedOffset : layout.overhead
  }

  chunkFor(requested: Bytes, isMapped: boolean): Bytes {
    const { layout } = this.view
    return isMapped ? alignUp(requested + layout.mappedOffset, PAGE_SIZE) : layout.need(requested)
  }

  topBytes(): Bytes {
    const { view } = this
    const { start, end, layout, process } = view
    if (start === 0 || end <= start || end + layout.epilogue !== process.programBreak) return 0
    const footer = view.tagAt(end - layout.tag)
    // Without a footer in chunks in use, the epilogue says whether the bytes before it are one.
    const used = layout.footersAlways ? isUsed(footer) : (view.tagAt(end) & PREVIOUS_USED_BIT) !== 0
    const size = sizeOf(footer)
    return used || size > end - start ? 0 : size
  }
}
