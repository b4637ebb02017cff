import type { Address, Bytes } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import { listAt, MAX_ORDER, MIN_ORDER, NEXT, PREV } from './layout.ts'

const BY = 'Buddy'

/** The free lists: one for each order, doubly linked, newest first. */
export class Lists {
  readonly names: readonly string[]

  constructor(
    private readonly context: AllocatorContext,
    /** Links lie behind a header of so many bytes. */
    private readonly header: Bytes,
  ) {
    this.names = Array.from({ length: MAX_ORDER - MIN_ORDER + 1 }, (_, i) => `${2 ** (i + MIN_ORDER)} bytes`)
  }

  link(block: Address, order: number): void {
    const { words, process, stats, observer } = this.context
    const head = listAt(process.staticStart, order)
    const first = words.load64(head)
    const links = block + this.header
    words.store64(links + NEXT, first)
    words.store64(links + PREV, 0)
    if (first !== 0) words.store64(first + this.header + PREV, block)
    words.store64(head, block)
    stats.addFree(2 ** order)
    observer?.({ kind: 'link', chunk: block, size: 2 ** order, list: nameOf(order), position: 0 })
  }

  unlink(block: Address, order: number): void {
    const { words, process, stats, observer } = this.context
    const links = block + this.header
    const next = words.load64(links + NEXT)
    const prev = words.load64(links + PREV)
    if (next !== 0) words.store64(next + this.header + PREV, prev)
    words.store64(prev === 0 ? listAt(process.staticStart, order) : prev + this.header + NEXT, next)
    stats.removeFree(2 ** order)
    observer?.({ kind: 'unlink', chunk: block, size: 2 ** order, list: nameOf(order) })
  }

  /** The newest free block of the lowest order, from `order` up, that has any; 0 when none has. */
  find(order: number): Address {
    const { words, process, stats, observer } = this.context
    const need = 2 ** order
    for (let at = order; at <= MAX_ORDER; at++) {
      const block = words.load64(listAt(process.staticStart, at))
      if (block === 0) continue
      stats.probe()
      if (observer !== null) {
        const size = 2 ** at
        observer({ kind: 'visit', by: BY, chunk: block, size, used: false, need, verdict: 'fits' })
        observer({ kind: 'choose', by: BY, chunk: block, size, need, visits: 1 })
      }
      return block
    }
    observer?.({ kind: 'fail', by: BY, need, visits: 0, why: 'no list of that size or more holds a block' })
    return 0
  }
}

function nameOf(order: number): string {
  return `the list of ${2 ** order} bytes`
}
