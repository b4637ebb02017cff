import { countBelow, grown, grownLength } from '../columns.ts'

/** The calls that get a row: those of the malloc family, and system calls. */
export const CALL_NAMES = [
  'malloc',
  'calloc',
  'realloc',
  'memalign',
  'aligned_alloc',
  'posix_memalign',
  'free',
  'malloc_usable_size',
  'malloc_trim',
  'sbrk',
  'brk',
  'mmap',
  'munmap',
  'mremap',
  'mprotect',
  'madvise',
  'mem_sbrk',
] as const

/** Calls after which a program is stopped: what is kept of each takes memory. */
export const MOST_ROWS = 3_000_000

export type CallName = (typeof CALL_NAMES)[number]

/**
 * The calls of the allocator and the kernel that a program made, a row each. The first run writes them; since every
 * run of a scenario is the same, a replay finds past and future in it.
 */
export class Rows {
  /** Rows that have been made so far, by whoever was furthest. */
  length = 0
  private operations = new Int32Array(0)
  private names = new Int32Array(0)
  private first = new Float64Array(0)
  private second = new Float64Array(0)
  private lines = new Int32Array(0)
  private own = new Int32Array(0)

  /**
   * Row `row` is the call `name(a, b)` in operation `operation`, made by the statement `line` (an index of the program's
   * lines; -1 for the library's own doing). `isOwn`: the program's own malloc family answers it.
   */
  put(
    row: number,
    operation: number,
    name: CallName,
    a: number,
    b: number,
    line: number,
    isOwn: boolean,
  ): void {
    if (row < this.length) return
    this.reserve(row)
    this.operations[row] = operation
    this.names[row] = CALL_NAMES.indexOf(name)
    this.first[row] = a
    this.second[row] = b
    this.lines[row] = line
    this.own[row] = Number(isOwn)
    this.length = row + 1
  }

  operation(row: number): number {
    return this.operations[row]!
  }

  name(row: number): CallName {
    return CALL_NAMES[this.names[row]!]!
  }

  /** The statement that made the call: an index of the program's lines; -1 for the library's own doing. */
  line(row: number): number {
    return this.lines[row]!
  }

  /** What is called, and by which statement, as one number: equal for equal calls. */
  identity(row: number): number {
    return this.names[row]! + CALL_NAMES.length * (this.lines[row]! + 1)
  }

  /** Whether the program's own malloc family has answered the call. */
  isOwn(row: number): boolean {
    return this.own[row] === 1
  }

  /** Bytes that the call asks for; -1 if it asks for none. */
  requested(row: number): number {
    switch (this.name(row)) {
      case 'malloc':
      case 'realloc':
        return this.second[row]!
      case 'calloc':
        return this.first[row]! * this.second[row]!
      case 'memalign':
      case 'aligned_alloc':
        return this.second[row]!
      default:
        return -1
    }
  }

  /** Rows made before operation `operation` began. */
  before(operation: number): number {
    return countBelow(this.operations, this.length, operation)
  }

  private reserve(row: number): void {
    if (row < this.operations.length) return
    const length = grownLength(row)
    this.operations = grown(this.operations, new Int32Array(length))
    this.names = grown(this.names, new Int32Array(length))
    this.first = grown(this.first, new Float64Array(length))
    this.second = grown(this.second, new Float64Array(length))
    this.lines = grown(this.lines, new Int32Array(length))
    this.own = grown(this.own, new Int32Array(length))
  }
}
