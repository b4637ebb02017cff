import { bytesText } from '../../format.ts'
import type { Process } from '../../kernel/index.ts'
import type { Memory } from '../../memory/index.ts'
import { type Address, type Bytes, hex, PAGE_SIZE } from '../../units.ts'
import {
  type ChunkVisitor,
  FREE,
  type ListVisitor,
  MAPPED,
  type Mark,
  META,
  TOP,
  USED,
  type WalkProblem,
} from '../allocator.ts'
import { linkAt } from '../bits.ts'
import {
  HEAP_END,
  HEAP_START,
  isUsed,
  type Layout,
  LIST_HEAD,
  LIST_TAIL,
  MAPPINGS,
  nextLink,
  previousLink,
  ROVER,
  sizeOf,
} from './layout.ts'
import type { ClassroomOptions } from './options.ts'

/** The heap as a debugger reads it: by peeking only, whatever the bytes are. */
export class HeapView {
  readonly memory: Memory

  constructor(
    readonly layout: Layout,
    readonly options: ClassroomOptions,
    readonly process: Process,
  ) {
    this.memory = process.memory
  }

  tagAt(address: Address): number {
    return this.layout.tag === 4 ? this.memory.peek32(address) : this.memory.peek64(address)
  }

  /** A static variable, by its offset. */
  variable(offset: Bytes): Address {
    return this.memory.peek64(this.process.staticStart + offset)
  }

  /** The first chunk; 0 before the heap has grown for the first time. */
  get start(): Address {
    return this.variable(HEAP_START)
  }

  /** The end of the last chunk. */
  get end(): Address {
    return this.variable(HEAP_END)
  }

  next(chunk: Address): Address {
    return this.memory.peek64(nextLink(this.layout, chunk))
  }

  previous(chunk: Address): Address {
    return this.memory.peek64(previousLink(this.layout, chunk))
  }

  /** Everything between the heap's start and the break, then the mappings, by address. */
  walk(visit: ChunkVisitor): WalkProblem | null {
    const { start, end, layout } = this
    if (start === 0) return this.walkMappings(visit)
    const outside = this.boundsProblem()
    if (outside !== null) return outside
    if (!this.walkFront(start, visit)) return null
    let stopped = false
    const problem = this.walkChunks((chunk, size, tag) => {
      const free = chunk + size === end && end + layout.epilogue === this.process.programBreak ? TOP : FREE
      const state = isUsed(tag) ? USED : free
      stopped = !visit(chunk, size, state, chunk + layout.tag, size - layout.overhead)
      return !stopped
    })
    if (problem !== null || stopped) return problem
    if (layout.epilogue > 0 && !visit(end, layout.epilogue, META, end, 0)) return null
    return this.walkMappings(visit)
  }

  /** The chunks between the heap's bounds; stops at the first that makes no sense. */
  walkChunks(visit: (chunk: Address, size: Bytes, tag: number) => boolean): WalkProblem | null {
    const { start, end } = this
    if (start === 0) return null
    const outside = this.boundsProblem()
    if (outside !== null) return outside
    for (let chunk = start; chunk < end; ) {
      const tag = this.tagAt(chunk)
      const size = sizeOf(tag)
      const reason = this.sizeProblem(size, end - chunk)
      if (reason !== null) return { address: chunk, reason }
      if (!visit(chunk, size, tag)) return null
      chunk += size
    }
    return null
  }

  /** The explicit list, in search order; nothing for the implicit one. */
  walkList(visit: ListVisitor): WalkProblem | null {
    if (!this.layout.linked) return null
    const { start, end } = this
    let at = this.variable(LIST_HEAD)
    let from = this.process.staticStart + LIST_HEAD
    let link = from
    for (let left = (end - start) / this.layout.smallest; at !== 0; left--) {
      if (!(at >= start && at < end && (at - start) % this.layout.alignment === 0)) {
        return { address: from, reason: `the link leads to ${linkAt(this.memory, link)}, which is no chunk` }
      }
      if (left <= 0) return { address: from, reason: 'the list runs in a circle' }
      if (!visit(0, at, sizeOf(this.tagAt(at)))) return null
      from = at
      link = nextLink(this.layout, at)
      at = this.next(at)
    }
    return null
  }

  /** The mappings in list order; stops at the first that makes no sense. */
  walkMappingList(visit: (mapping: Address, length: Bytes, tag: number) => void): WalkProblem | null {
    const seen = new Set<Address>()
    let from = this.process.staticStart + MAPPINGS
    for (let at = this.variable(MAPPINGS); at !== 0; at = this.memory.peek64(at)) {
      if (seen.has(at) || at % PAGE_SIZE !== 0 || !this.memory.allows(at, 'read')) {
        return { address: from, reason: `the link leads to ${hex(at)}, which is no mapping` }
      }
      seen.add(at)
      const tag = this.tagAt(at + this.layout.mappedOffset - this.layout.tag)
      visit(at, sizeOf(tag), tag)
      from = at
    }
    return null
  }

  marks(): readonly Mark[] {
    const marks: Mark[] = []
    if (this.options.placement === 'next' && this.variable(ROVER) !== 0) {
      marks.push({ name: 'rover', address: this.variable(ROVER) })
    }
    if (this.layout.linked && this.variable(LIST_HEAD) !== 0) {
      marks.push({ name: 'list head', address: this.variable(LIST_HEAD) })
      marks.push({ name: 'list tail', address: this.variable(LIST_TAIL) })
    }
    return marks
  }

  private walkFront(start: Address, visit: ChunkVisitor): boolean {
    const lead = start - this.layout.prologue
    const padding = lead - this.process.brkStart
    if (padding > 0 && padding < this.layout.alignment) {
      if (!visit(this.process.brkStart, padding, META, this.process.brkStart, 0)) return false
    }
    return this.layout.prologue === 0 || visit(lead, this.layout.prologue, META, lead, 0)
  }

  private walkMappings(visit: ChunkVisitor): WalkProblem | null {
    const found: [Address, Bytes][] = []
    const problem = this.walkMappingList((mapping, length) => found.push([mapping, length]))
    found.sort(([a], [b]) => a - b)
    const { mappedOffset } = this.layout
    for (const [mapping, length] of found) {
      if (!visit(mapping, length, MAPPED, mapping + mappedOffset, length - mappedOffset)) return null
    }
    return problem
  }

  private boundsProblem(): WalkProblem | null {
    const { start, end, process } = this
    if (start >= process.brkStart && start <= end && end <= process.programBreak) return null
    // An empty heap begins behind the padding that its first growth will add.
    if (start === end && start < process.programBreak + this.layout.alignment) return null
    const address = process.staticStart + HEAP_START
    return { address, reason: `the heap's bounds ${hex(start)} to ${hex(end)} lie outside the memory it has` }
  }

  private sizeProblem(size: Bytes, room: Bytes): string | null {
    const { smallest, alignment } = this.layout
    if (size < smallest) return `a chunk of ${bytesText(size)} is smaller than ${smallest}`
    if (size % alignment !== 0) return `a size of ${bytesText(size)} is no multiple of ${alignment}`
    return size > room ? `a chunk of ${bytesText(size)} goes past the end of the heap` : null
  }
}
