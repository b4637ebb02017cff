import type { Address, Bytes } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import { binName, type Classes } from './classes.ts'
import { binAt, bitmapWordAt, NEXT, PREV, sizeOf } from './layout.ts'

const BY = 'Segregated fit'

/** The bins: one doubly linked list of free chunks for each class, newest first. */
export class Bins {
  readonly names: readonly string[]

  constructor(
    private readonly context: AllocatorContext,
    private readonly classes: Classes,
  ) {
    this.names = Array.from({ length: classes.count }, (_, bin) => binName(classes, bin))
  }

  /** A free chunk enters its bin, in front. */
  link(chunk: Address, size: Bytes): void {
    const { words, process, stats, observer } = this.context
    const bin = this.classes.binOf(size)
    const head = binAt(process.staticStart, bin)
    const first = words.load64(head)
    words.store64(chunk + NEXT, first)
    words.store64(chunk + PREV, 0)
    if (first === 0) this.setBit(bin, true)
    else words.store64(first + PREV, chunk)
    words.store64(head, chunk)
    stats.addFree(size)
    observer?.({ kind: 'link', chunk, size, list: this.nameOf(bin), position: 0 })
  }

  /** A free chunk leaves its bin. */
  unlink(chunk: Address, size: Bytes): void {
    const { words, process, stats, observer } = this.context
    const bin = this.classes.binOf(size)
    const next = words.load64(chunk + NEXT)
    const prev = words.load64(chunk + PREV)
    if (next !== 0) words.store64(next + PREV, prev)
    if (prev !== 0) {
      words.store64(prev + NEXT, next)
    } else {
      words.store64(binAt(process.staticStart, bin), next)
      if (next === 0) this.setBit(bin, false)
    }
    stats.removeFree(size)
    observer?.({ kind: 'unlink', chunk, size, list: this.nameOf(bin) })
  }

  /**
   * A free chunk of at least `need` bytes, still in its bin; 0 when there is none. The first that fits in
   * the class of `need`, or else the newest of the next class that has any: there every chunk fits.
   */
  find(need: Bytes): Address {
    const { words, process, observer } = this.context
    const own = this.classes.binOf(need)
    let visits = 0
    let chunk = words.load64(binAt(process.staticStart, own))
    for (; chunk !== 0; chunk = words.load64(chunk + NEXT)) {
      if (this.visit(chunk, need, ++visits)) return chunk
    }
    const larger = this.nextOccupied(own + 1)
    if (larger >= 0) {
      if (observer !== null) this.tellClass(own, larger, need)
      chunk = words.load64(binAt(process.staticStart, larger))
      this.visit(chunk, need, ++visits)
      return chunk
    }
    observer?.({ kind: 'fail', by: BY, need, visits, why: 'no bin of a larger class holds a chunk' })
    return 0
  }

  /** Looks at one chunk; whether it fits. */
  private visit(chunk: Address, need: Bytes, visits: number): boolean {
    const { words, stats, observer } = this.context
    stats.probe()
    const size = sizeOf(words.load64(chunk))
    const fits = size >= need
    if (observer !== null) {
      const verdict = fits ? 'fits' : 'too small'
      observer({ kind: 'visit', by: BY, chunk, size, used: false, need, verdict })
      if (fits) observer({ kind: 'choose', by: BY, chunk, size, need, visits })
    }
    return fits
  }

  private tellClass(own: number, larger: number, need: Bytes): void {
    const text = `The class of ${this.names[own]} has nothing that fits; the next with a chunk is ${this.names[larger]}`
    this.context.observer?.({
      kind: 'note',
      text,
      chunk: binAt(this.context.process.staticStart, larger),
      size: need,
    })
  }

  private nameOf(bin: number): string {
    return `the bin of ${this.names[bin]}`
  }

  private setBit(bin: number, on: boolean): void {
    const { words, process } = this.context
    const at = bitmapWordAt(process.staticStart, bin)
    const mask = 1 << (bin & 31)
    const word = words.load32(at)
    words.store32(at, (on ? word | mask : word & ~mask) >>> 0)
  }

  /** The lowest bin from `bin` upward that the bitmap says is not empty, or -1. */
  private nextOccupied(bin: number): number {
    const { words, process } = this.context
    let keep = ~0 << (bin & 31)
    for (let at = bin & ~31; at < this.classes.count; at += 32) {
      const word = words.load32(bitmapWordAt(process.staticStart, at)) & keep
      if (word !== 0) return at + 31 - Math.clz32(word & -word)
      keep = ~0
    }
    return -1
  }
}
