import type { Process } from '../../kernel/index.ts'
import type { Words } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'
import { BACK, FREE_FLAG, NEXT, PREV, SIZE } from './layout.ts'

/** The list of all blocks: how it is written, cut and joined. Counts nothing and reports nothing. */
export class Blocks {
  private readonly words: Words

  constructor(
    private readonly process: Process,
    private readonly header: Bytes,
  ) {
    this.words = process.words
  }

  /** Writes a header, but for the free flag. */
  write(block: Address, size: Bytes, prev: Address, next: Address): void {
    const { words } = this
    words.store64(block + SIZE, size)
    words.store64(block + NEXT, next)
    words.store64(block + PREV, prev)
    words.store64(block + BACK, block + this.header)
  }

  /** Makes two blocks of one with `have` bytes: the first keeps `keep` of them. */
  insert(block: Address, have: Bytes, keep: Bytes): void {
    const { words } = this
    const second = block + this.header + keep
    const next = words.load64(block + NEXT)
    this.write(second, have - keep - this.header, block, next)
    if (next !== 0) words.store64(next + PREV, second)
    words.store64(block + NEXT, second)
    words.store64(block + SIZE, keep)
  }

  /** Takes the follower of `block` out of the list; its bytes now belong to `block`. */
  join(block: Address): void {
    const { words } = this
    const next = words.load64(block + NEXT)
    const behind = words.load64(next + NEXT)
    words.store64(block + SIZE, words.load64(block + SIZE) + this.header + words.load64(next + SIZE))
    words.store64(block + NEXT, behind)
    if (behind !== 0) words.store64(behind + PREV, block)
    // The pointer to a block that is no more must not pass for one again.
    words.store64(next + BACK, 0)
  }

  /** Whether `next`, the follower of `block` or 0, is free and touches it. */
  reachesFree(block: Address, next: Address): boolean {
    if (next === 0 || this.words.load32(next + FREE_FLAG) === 0) return false
    return block + this.header + this.words.load64(block + SIZE) === next
  }

  /** Why a pointer is not the payload of a block in use, in words; null when it is. The tutorial's test. */
  refusal(payload: Address): string | null {
    const { words, process } = this
    const base = words.load64(process.staticStart)
    if (base === 0 || payload < base + this.header || payload >= process.programBreak) {
      return 'it does not lie in the heap'
    }
    const block = payload - this.header
    if (words.load64(block + BACK) !== payload) return 'the header in front of it does not point back to it'
    return words.load32(block + FREE_FLAG) === 0 ? null : 'its block is free already'
  }
}
