import { type Address, type Bytes, PAGE_SIZE } from '../units.ts'
import type { History } from './history.ts'

/** Blocks from this size on are kept in a list of their own, so that looking back over pages stays short. */
const LARGE = 16 * PAGE_SIZE

/**
 * Which live block holds an address, at any moment of a run. Derived from the history; moving the moment by n
 * operations costs n steps, forwards or backwards.
 */
export class LiveBlocks {
  private now = 0
  private readonly pages = new Map<number, number[]>()
  private readonly large = new Set<number>()
  private readonly starts = new Map<Address, number>()

  constructor(private readonly history: History) {}

  /** The live block at `address` before operation `now`, or -1. */
  at(address: Address, now: number): number {
    this.moveTo(now)
    for (const block of this.large) if (this.holds(block, address)) return block
    const page = Math.floor(address / PAGE_SIZE)
    for (let p = page; p > page - LARGE / PAGE_SIZE - 1; p--) {
      for (const block of this.pages.get(p) ?? []) if (this.holds(block, address)) return block
    }
    return -1
  }

  /** The live block whose payload begins at `address` before operation `now`, or -1. */
  startingAt(address: Address, now: number): number {
    this.moveTo(now)
    return this.starts.get(address) ?? -1
  }

  /** Whether a live block begins in [from, to) before operation `now`. */
  beginsIn(from: Address, to: Address, now: number): boolean {
    this.moveTo(now)
    const begins = (block: number) => {
      const start = this.history.address[block]!
      return start >= from && start < to
    }
    for (const block of this.large) if (begins(block)) return true
    const first = Math.floor(from / PAGE_SIZE)
    const pages = Math.ceil(to / PAGE_SIZE) - first
    if (pages > this.pages.size) {
      for (const blocks of this.pages.values()) if (blocks.some(begins)) return true
      return false
    }
    for (let i = 0; i < pages; i++) if (this.pages.get(first + i)?.some(begins) === true) return true
    return false
  }

  /** The live block that ends last among those that end at or up to `near` bytes before `address`; -1 if none does. */
  endingBefore(address: Address, near: Bytes, now: number): number {
    this.moveTo(now)
    let last = -1
    const look = (block: number) => {
      const end = this.endOf(block)
      if (end <= address && end >= address - near && (last < 0 || end > this.endOf(last))) last = block
    }
    this.large.forEach(look)
    const lowest = Math.floor((address - near - LARGE) / PAGE_SIZE)
    for (let p = Math.floor(address / PAGE_SIZE); p >= lowest; p--) this.pages.get(p)?.forEach(look)
    return last
  }

  private endOf(block: number): Address {
    return this.history.address[block]! + Math.max(1, this.history.requested[block]!)
  }

  private holds(block: number, address: Address): boolean {
    return address >= this.history.address[block]! && address < this.endOf(block)
  }

  private moveTo(now: number): void {
    for (; this.now < now; this.now++) {
      const ends = this.history.ends[this.now]!
      if (ends !== 0) this.remove(ends - 1)
      if (this.history.address[this.now] !== 0) this.add(this.now)
    }
    while (this.now > now) {
      this.now--
      if (this.history.address[this.now] !== 0) this.remove(this.now)
      const ends = this.history.ends[this.now]!
      if (ends !== 0) this.add(ends - 1)
    }
  }

  private add(block: number): void {
    const start = this.history.address[block]!
    this.starts.set(start, block)
    if (this.history.requested[block]! >= LARGE) {
      this.large.add(block)
      return
    }
    const page = Math.floor(start / PAGE_SIZE)
    const list = this.pages.get(page)
    if (list === undefined) this.pages.set(page, [block])
    else list.push(block)
  }

  private remove(block: number): void {
    const start = this.history.address[block]!
    if (this.starts.get(start) === block) this.starts.delete(start)
    if (this.large.delete(block)) return
    const page = Math.floor(start / PAGE_SIZE)
    const list = this.pages.get(page)
    if (list === undefined) return
    const i = list.indexOf(block)
    if (i < 0) return
    list[i] = list[list.length - 1]!
    list.pop()
    if (list.length === 0) this.pages.delete(page)
  }
}
