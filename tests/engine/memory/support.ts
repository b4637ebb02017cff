import { Memory, PROT_READ, PROT_WRITE, UNMAPPED } from '../../../src/engine/memory/index.ts'
import { PAGE_SIZE } from '../../../src/engine/units.ts'

export const WINDOW = 0x555555554000
/** A place far from the window. */
export const FAR = 0x7ffff7000000
export const RW = PROT_READ | PROT_WRITE

/** Memory with a permission for each page that `map` names; all else is unmapped. */
export class TestMemory extends Memory {
  private readonly prots: Map<number, number>

  constructor(residentBudget?: number, grow?: (address: number) => boolean) {
    const prots = new Map<number, number>()
    super({
      windowBase: WINDOW,
      protection: (address) => prots.get(Math.floor(address / PAGE_SIZE)) ?? UNMAPPED,
      ...(residentBudget !== undefined && { residentBudget }),
      ...(grow !== undefined && { grow }),
    })
    this.prots = prots
  }

  /** Gives `pages` pages from `address` on a permission; UNMAPPED takes them away, with their bytes. */
  map(address: number, pages: number, prot: number = RW): this {
    for (let i = 0; i < pages; i++) this.prots.set(Math.floor(address / PAGE_SIZE) + i, prot)
    const end = address + pages * PAGE_SIZE
    if (prot === UNMAPPED) this.discard(address, end)
    else this.protectionChanged(address, end)
    return this
  }

  /** Sets the mapped pages to these, without a word to the memory: what a kernel does that restores its regions. */
  remap(pages: Iterable<number>): void {
    this.prots.clear()
    for (const page of pages) this.prots.set(page, RW)
  }
}

/** Memory with four pages in the window and four far away. */
export function smallMemory(): TestMemory {
  return new TestMemory().map(WINDOW, 4).map(FAR, 4)
}
