import type { Process } from '../kernel/index.ts'
import type { Words } from '../memory/index.ts'
import type { Address, Bytes } from '../units.ts'
import type { Word } from './bits.ts'
import type { HeapStats } from './stats.ts'
import type { StepObserver } from './steps.ts'

/** What a chunk is, as a walker tells it. */
export const USED = 0
export const FREE = 1
/** The free run that ends at the program break. */
export const TOP = 2
/** A chunk with a mapping of its own. */
export const MAPPED = 3
/** Bytes the allocator keeps for itself: prologue, epilogue, padding, list pages, guard pages. */
export const META = 4
export type ChunkState = typeof USED | typeof FREE | typeof TOP | typeof MAPPED | typeof META

/**
 * Called for each chunk in address order; return true to go on, false to stop.
 * `payload` is what malloc returned or would return, `usable` the bytes the caller may use there (0 for META).
 */
export type ChunkVisitor = (
  chunk: Address,
  size: Bytes,
  state: ChunkState,
  payload: Address,
  usable: Bytes,
) => boolean

/** Where a walk had to stop because the bytes make no sense; null when it reached the end. */
export interface WalkProblem {
  readonly address: Address
  readonly reason: string
}

/** Called for each free chunk in search order; `list` counts from 0 and has a name in `listNames`. Return true to go on, false to stop. */
export type ListVisitor = (list: number, chunk: Address, size: Bytes) => boolean

/** A place worth a label on the map: next fit's rover, a list head. */
export interface Mark {
  readonly name: string
  readonly address: Address
}

/**
 * One decoded word of a chunk, for the inspector: a tag or a number with all its bits, or (without `word`) a link. It is
 * read from the bytes as they are, damaged or not.
 */
export interface Field extends Partial<Word> {
  readonly label: string
  readonly address: Address
  readonly size: Bytes
  /** The value as text, as the field's meaning wants it (decimal size, hex address, yes/no). */
  readonly value: string
}

/** An invariant of the heap's bytes that does not hold. */
export interface HeapProblem {
  readonly address: Address
  /** A short stable name: 'footer', 'list link', 'uncoalesced' … */
  readonly invariant: string
  /** One sentence with the numbers. */
  readonly message: string
}

/**
 * What an allocator's rules make of a request, so that it can be said where each byte of a chunk in use goes. A block
 * that `isMapped` has a mapping of its own; its chunk is the mapping.
 */
export interface Anatomy {
  /** Whether each chunk in use is one block. Where it is not (bump), bytes of freed blocks stay in use. */
  readonly knowsBlocks: boolean
  /** Bytes of tags in the chunk of a block. */
  tagBytes(isMapped: boolean): Bytes
  /** Bytes of the chunk that a request needs, with its tags and rounding; it may get a larger one. */
  chunkFor(requested: Bytes, isMapped: boolean): Bytes
  /** Bytes of the chunk that `walk` calls TOP; 0 if there is none. Read by peek, without a walk. */
  topBytes(): Bytes
}

/** A heap as a debugger sees it: read by peek only, whatever the bytes say, bounded by what is mapped. */
export interface HeapView {
  /** Bytes of heap where it has a size of its own, apart from the break and mappings. Absent elsewhere. */
  readonly fixedHeap?: Bytes

  /** Payloads are multiples of this. */
  readonly alignment: Bytes

  /** How its chunks are made. Absent where nobody knows: in a program's own malloc. */
  readonly anatomy?: Anatomy

  walk(visit: ChunkVisitor): WalkProblem | null
  /** Names of the free lists or bins, in the order they are searched; empty when the list is implicit and searched chunk by chunk. */
  readonly listNames: readonly string[]
  walkLists(visit: ListVisitor): WalkProblem | null
  marks(): readonly Mark[]
  /** The words of a chunk (as found by walk), decoded. */
  fields(chunk: Address): readonly Field[]
  /** The heap checker: reports every invariant that does not hold. */
  check(report: (problem: HeapProblem) => void): void
}

/**
 * A malloc. All its state lies in simulated memory (heap, mappings, and static variables in
 * [process.staticStart, process.staticEnd)); the object itself holds only what its options fix.
 * So restoring the process restores the allocator, and nothing else need be kept.
 *
 * Calls may end by FaultSignal, BudgetSignal or ProcessAbort, thrown through them; whoever runs
 * operations catches these. On failure a call answers 0 and sets process.errno.
 */
export interface Allocator extends HeapView {
  /** Runs once, before the first call of the process. Returns false when memory is refused. */
  init(): boolean
  malloc(size: Bytes): Address
  calloc(count: number, size: Bytes): Address
  realloc(payload: Address, size: Bytes): Address
  /** As glibc's memalign: an alignment that is no power of two is rounded up to one. */
  memalign(alignment: Bytes, size: Bytes): Address
  free(payload: Address): void
  /** malloc_usable_size; 0 for NULL. */
  usableSize(payload: Address): Bytes
  /** malloc_trim: 1 if memory was given back, else 0. Absent where the allocator has none. */
  trim?(pad: Bytes): number

  /** Called after memory was restored or written by somebody else: drop whatever was derived from bytes. */
  invalidate(): void
}

/** What an allocator is given. */
export interface AllocatorContext {
  readonly process: Process
  readonly words: Words
  readonly stats: HeapStats
  /** Attached while an operation is looked at; null at full speed. Read it at each step: it changes. */
  observer: StepObserver | null
}

/** The allocator itself ends the process, as glibc's malloc_printerr does. */
export class ProcessAbort {
  constructor(readonly message: string) {}
}

/** Option values by key, as the catalog describes them. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>

export type AllocatorFactory = (context: AllocatorContext, options: OptionValues) => Allocator

/** Requests above this fail at once: no address space has room (and arithmetic stays exact below). */
export const MAX_REQUEST: Bytes = 2 ** 47
