import { EINVAL, ENOMEM, type Process } from '../kernel/index.ts'
import type { Words } from '../memory/index.ts'
import type { Address, Bytes } from '../units.ts'
import type {
  Allocator,
  AllocatorContext,
  Anatomy,
  ChunkVisitor,
  Field,
  HeapProblem,
  ListVisitor,
  Mark,
  WalkProblem,
} from './allocator.ts'
import { MAX_REQUEST } from './allocator.ts'
import type { HeapStats } from './stats.ts'
import type { Step } from './steps.ts'

const MAX_ALIGNMENT = 2 ** 46

/** What all allocators share: failing, calloc, the plain realloc, alignment rules, reporting of steps. */
export abstract class BaseAllocator implements Allocator {
  abstract readonly alignment: Bytes
  abstract readonly listNames: readonly string[]
  abstract readonly anatomy: Anatomy
  protected readonly process: Process
  protected readonly words: Words
  protected readonly stats: HeapStats

  constructor(protected readonly context: AllocatorContext) {
    this.process = context.process
    this.words = context.words
    this.stats = context.stats
  }

  abstract init(): boolean
  abstract malloc(size: Bytes): Address
  abstract free(payload: Address): void
  abstract usableSize(payload: Address): Bytes
  abstract walk(visit: ChunkVisitor): WalkProblem | null
  abstract walkLists(visit: ListVisitor): WalkProblem | null
  abstract fields(chunk: Address): readonly Field[]
  abstract check(report: (problem: HeapProblem) => void): void

  /** malloc with a payload aligned to `alignment`, a power of two above `this.alignment`; `size` is at most MAX_REQUEST. */
  protected abstract allocateAligned(alignment: Bytes, size: Bytes): Address

  marks(): readonly Mark[] {
    return []
  }

  invalidate(): void {}

  /** Clears the whole request. A product that does not fit 64 bits (or any address space) is ENOMEM. */
  calloc(count: number, size: Bytes): Address {
    const total = count * size
    if (!(total <= MAX_REQUEST)) return this.fail(ENOMEM)
    const payload = this.malloc(total)
    if (payload === 0) return 0
    this.words.fill(payload, 0, total)
    if (this.context.observer !== null) this.emit({ kind: 'clear', address: payload, length: total })
    return payload
  }

  /** realloc(NULL, n) is malloc(n); realloc(p, 0) frees p and gives NULL; on failure the old block stays. */
  realloc(payload: Address, size: Bytes): Address {
    if (payload === 0) return this.malloc(size)
    if (size === 0) {
      this.free(payload)
      return 0
    }
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    return this.resize(payload, size)
  }

  /** The work of realloc for a block and a size that are neither 0. Plain: malloc, copy, free. */
  protected resize(payload: Address, size: Bytes): Address {
    return this.moveBlock(payload, this.usableSize(payload), size)
  }

  /** malloc(size), copies what fits of `usable` bytes, frees the old block. 0 when there is no memory: the old block stays. */
  protected moveBlock(payload: Address, usable: Bytes, size: Bytes): Address {
    const target = this.malloc(size)
    if (target === 0) return 0
    const length = Math.min(usable, size)
    this.words.copy(target, payload, length)
    if (this.context.observer !== null) this.emit({ kind: 'copy', from: payload, to: target, length })
    this.free(payload)
    return target
  }

  memalign(alignment: Bytes, size: Bytes): Address {
    if (alignment > MAX_ALIGNMENT) return this.fail(EINVAL)
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    if (alignment <= this.alignment) return this.malloc(size)
    let rounded = this.alignment
    while (rounded < alignment) rounded *= 2
    return this.allocateAligned(rounded, size)
  }

  /** sbrk, told as a 'grow' step: the old break, or -1 with errno ENOMEM when the kernel refuses. */
  protected growBreak(increment: Bytes): Address {
    const from = this.process.programBreak
    const answer = this.process.sbrk(increment)
    if (this.context.observer !== null) {
      this.emit({ kind: 'grow', from, to: this.process.programBreak, wanted: increment })
    }
    return answer
  }

  /** Sets errno and answers NULL. */
  protected fail(errno: number): 0 {
    this.process.errno = errno
    return 0
  }

  /** A freed block was merged with what was free `before` and `after` it, or with nothing. Call only when an observer is attached. */
  protected emitMerge(chunk: Address, size: Bytes, freed: Address, before: boolean, after: boolean): void {
    const parts = 1 + Number(before) + Number(after)
    if (parts > 1) this.emit({ kind: 'coalesce', chunk, size, freed, before, after, parts })
    else this.emit({ kind: 'alone', chunk, size, why: 'no free neighbour' })
  }

  /** Reports a step. Call only when an observer is attached, so that no object is made at full speed. */
  protected emit(step: Step): void {
    this.context.observer!(step)
  }
}

/** aligned_alloc: EINVAL unless the alignment is a power of two (glibc 2.38 and later, malloc/malloc.c). */
export function alignedAlloc(allocator: Allocator, process: Process, alignment: Bytes, size: Bytes): Address {
  if (isPower(alignment)) return allocator.memalign(alignment, size)
  process.errno = EINVAL
  return 0
}

/**
 * posix_memalign without the store to its out parameter: the block, or minus the error number it returns
 * (EINVAL unless the alignment is a power of two and a multiple of a pointer's 8 bytes; errno is not set).
 */
export function posixMemalign(
  allocator: Allocator,
  process: Process,
  alignment: Bytes,
  size: Bytes,
): Address {
  if (!isPower(alignment) || alignment % 8 !== 0) return -EINVAL
  const errno = process.errno
  const payload = allocator.memalign(alignment, size)
  if (payload !== 0) return payload
  process.errno = errno
  return -ENOMEM
}

function isPower(value: number): boolean {
  return value >= 1 && Number.isInteger(Math.log2(value))
}
