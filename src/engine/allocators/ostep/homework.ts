import { Process } from '../../kernel/index.ts'
import type { Address, Bytes } from '../../units.ts'
import { ProcessAbort } from '../allocator.ts'
import { HeapStats } from '../stats.ts'
import type { OstepOptions } from './options.ts'
import { OstepAllocator } from './ostep.ts'

/** The allocator in a process of its own, with malloc.py's calls: what the homework program runs on. */
export class HomeworkHeap {
  private readonly stats = new HeapStats()
  private readonly allocator: OstepAllocator

  constructor(options: OstepOptions) {
    const process = new Process({ layout: 'bare' })
    const { words } = process
    this.allocator = new OstepAllocator({ process, words, stats: this.stats, observer: null }, options)
    this.allocator.init()
  }

  /** Elements that the last malloc looked at. */
  get searched(): number {
    return this.stats.probes
  }

  /** The block's address, -1 when nothing fits, null where malloc.py dies of its assertion. */
  malloc(size: Bytes): Address | null {
    this.stats.probes = 0
    try {
      return this.allocator.place(size)
    } catch (signal) {
      if (signal instanceof ProcessAbort) return null
      throw signal
    }
  }

  /** False when no block begins there. */
  free(block: Address): boolean {
    return this.allocator.release(block)
  }

  /** The free list in its order: [address, size] each. */
  freeList(): readonly (readonly [Address, Bytes])[] {
    const ranges: [Address, Bytes][] = []
    this.allocator.walkLists((_list, address, size) => {
      ranges.push([address, size])
      return true
    })
    return ranges
  }
}
