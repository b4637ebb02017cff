import type { Anatomy } from '../allocators/index.ts'
import type { Process } from '../kernel/index.ts'
import type { Bytes } from '../units.ts'
import { grown, grownLength } from './columns.ts'
import type { History } from './history.ts'

/** How many bytes in the chunks of the live blocks are tags, and how many are rounding; kept as blocks come and go. */
export class Accounts {
  tags: Bytes = 0
  rounding: Bytes = 0
  /** By block: 1 if it was given a mapping of its own. */
  private mapped = new Uint8Array(0)

  constructor(
    private readonly anatomy: Anatomy,
    private readonly history: History,
    private readonly process: Process,
  ) {}

  /** Enters what row `row`, which has just run, has begun and ended. */
  row(row: number): void {
    const { history } = this
    const ends = history.ends[row]!
    if (ends !== 0) this.enter(ends - 1, -1)
    const payload = history.address[row]!
    if (payload === 0) return
    if (row >= this.mapped.length) this.mapped = grown(this.mapped, new Uint8Array(grownLength(row)))
    this.mapped[row] = isMapped(this.process, payload) ? 1 : 0
    this.enter(row, 1)
  }

  private enter(block: number, sign: 1 | -1): void {
    const { anatomy } = this
    const requested = this.history.requested[block]!
    const mapped = this.mapped[block] === 1
    const tags = anatomy.tagBytes(mapped)
    this.tags += sign * tags
    this.rounding += sign * (anatomy.chunkFor(requested, mapped) - tags - requested)
  }
}

/** Whether a block that has just been given out has a mapping of its own: it does not lie in the brk heap. */
export function isMapped(process: Process, payload: number): boolean {
  return payload < process.brkStart || payload >= process.programBreak
}
