import type { Address, Bytes } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import { BudgetSignal } from '../stats.ts'
import type { Chunks } from './chunks.ts'
import { ANYWHERE, type Order } from './freelist.ts'
import { isUsed, sizeOf } from './layout.ts'
import type { CoalescingName } from './options.ts'
import type { Placement } from './placement.ts'

/** Merging of free neighbours, and when it happens. */
export class Coalescer {
  constructor(
    private readonly chunks: Chunks,
    private readonly order: Order,
    private readonly placement: Placement,
    private readonly context: AllocatorContext,
    private readonly when: CoalescingName,
  ) {}

  /** A chunk just marked free joins its free neighbours, if that is done at once, and the list. Answers where it begins then. */
  release(chunk: Address, size: Bytes): Address {
    if (this.when === 'immediate') return this.join(chunk, size)
    this.reportAlone(chunk, size, this.when)
    this.order.insert(chunk, size, ANYWHERE)
    return chunk
  }

  /** The free chunk that ends the heap, if it has at most `most` bytes; else 0. */
  lastFree(most: Bytes): Address {
    const { chunks } = this
    const end = chunks.end
    if (end === chunks.start || !chunks.previousIsFree(end)) return 0
    const last = chunks.previousOf(end)
    return end - last <= most ? last : 0
  }

  /** The free chunk at the end takes in the new bytes behind it and leaves its list. */
  stretchLast(last: Address, added: Bytes): Address {
    const { chunks, context } = this
    const size = chunks.sizeAt(last)
    this.order.remove(last, size)
    context.stats.removeFree(size)
    this.makeOne(last, size + added)
    this.report(last, size + added, last + size, true, false, 2)
    return last
  }

  /** One pass over the whole heap when a search has failed; answers whether anything was merged. Only deferred coalescing has one. */
  pass(): boolean {
    if (this.when !== 'deferred') return false
    let merged = false
    const end = this.chunks.end
    for (let at = this.chunks.start; at < end; ) {
      const tag = this.chunks.tagAt(at)
      // Walking on from a size of 0 would never end.
      if (sizeOf(tag) === 0) throw new BudgetSignal(this.context.stats.probes)
      const size = isUsed(tag) ? 0 : this.takeInFollowing(at, sizeOf(tag))
      if (size > 0) merged = true
      at += size || sizeOf(tag)
    }
    return merged
  }

  /** Merges the free chunks right behind `chunk` into it; its new size, or 0 when there is none. */
  private takeInFollowing(chunk: Address, size: Bytes): Bytes {
    const { chunks, order, context } = this
    let total = size
    let parts = 1
    let successor = ANYWHERE
    while (this.canTakeIn(chunk + total, total)) {
      if (parts === 1) {
        successor = order.remove(chunk, size)
        context.stats.removeFree(size)
      }
      const next = chunk + total
      const nextSize = chunks.sizeAt(next)
      successor = order.remove(next, nextSize)
      context.stats.removeFree(nextSize)
      total += nextSize
      parts++
    }
    if (parts === 1) return 0
    this.makeOne(chunk, total)
    this.report(chunk, total, chunk, false, true, parts)
    order.insert(chunk, total, successor)
    return total
  }

  private join(chunk: Address, size: Bytes): Address {
    const { chunks, order, context } = this
    const next = chunk + size
    let from = chunk
    let total = size
    let successor = ANYWHERE
    if (chunks.previousIsFree(chunk)) {
      const previous = chunks.previousOf(chunk)
      if (total + (chunk - previous) <= chunks.layout.largest) {
        successor = order.remove(previous, chunk - previous)
        context.stats.removeFree(chunk - previous)
        from = previous
        total += chunk - previous
      }
    }
    const after = this.canTakeIn(next, total)
    if (after) {
      const nextSize = chunks.sizeAt(next)
      successor = order.remove(next, nextSize)
      context.stats.removeFree(nextSize)
      total += nextSize
    }
    if (total === size) this.reportAlone(chunk, size, 'no free neighbour')
    else {
      context.stats.removeFree(size)
      this.makeOne(from, total)
      this.report(from, total, chunk, from !== chunk, after, 1 + Number(from !== chunk) + Number(after))
    }
    order.insert(from, total, successor)
    return from
  }

  private canTakeIn(next: Address, size: Bytes): boolean {
    const { chunks } = this
    return chunks.nextIsFree(next) && size + chunks.sizeAt(next) <= chunks.layout.largest
  }

  private makeOne(chunk: Address, size: Bytes): void {
    this.chunks.mark(chunk, size, false)
    this.context.stats.addFree(size)
    this.placement.merged(chunk, size)
  }

  private report(
    chunk: Address,
    size: Bytes,
    freed: Address,
    before: boolean,
    after: boolean,
    parts: number,
  ): void {
    this.context.observer?.({ kind: 'coalesce', chunk, size, freed, before, after, parts })
  }

  private reportAlone(chunk: Address, size: Bytes, why: 'no free neighbour' | 'deferred' | 'never'): void {
    this.context.observer?.({ kind: 'alone', chunk, size, why })
  }
}
