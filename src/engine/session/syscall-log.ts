import type { Process, SyscallName, SyscallRecord } from '../kernel/index.ts'
import { countBelow, grown, grownLength } from './columns.ts'

const NAMES: readonly SyscallName[] = ['brk', 'mmap', 'munmap', 'mremap', 'mprotect', 'madvise']

/** Calls kept at most: some 45 MB of them. */
const MOST_KEPT = 1_000_000

/** The operation of calls that were made before the first one began. */
export const BEFORE_ALL = -1

/** The system calls of a run in the order in which they were made, kept in columns. The first run writes them. */
export class SyscallLog {
  /** Calls kept; calls made. */
  length = 0
  made = 0
  private names = new Uint8Array(0)
  private operations = new Int32Array(0)
  /** Where the numbers of each call begin in `numbers`: its arguments, then its result. */
  private starts = new Uint32Array(0)
  private numbers = new Float64Array(0)
  private used = 0
  private readonly countOf = new Float64Array(NAMES.length)

  /** Writes down every call of a process from now on. `operation` tells which one is running. */
  follow(process: Process, operation: () => number): void {
    process.onSyscall = (call) => this.add(call, operation())
  }

  add({ name, args, result }: SyscallRecord, operation: number): void {
    const kind = NAMES.indexOf(name)
    this.made++
    this.countOf[kind]!++
    if (this.length >= MOST_KEPT) return
    this.reserve(this.length, this.used + args.length)
    this.names[this.length] = kind
    this.operations[this.length] = operation
    this.starts[this.length] = this.used
    for (const value of args) this.numbers[this.used++] = value
    this.numbers[this.used++] = result
    this.length++
  }

  /** Call number `index`, from 0. */
  call(index: number): SyscallRecord {
    const start = this.starts[index]!
    const end = (index + 1 < this.length ? this.starts[index + 1]! : this.used) - 1
    return {
      name: NAMES[this.names[index]!]!,
      args: Array.from(this.numbers.subarray(start, end)),
      result: this.numbers[end]!,
    }
  }

  /** The operation that made it; BEFORE_ALL for none. */
  operation(index: number): number {
    return this.operations[index]!
  }

  /** Where the break stood before call `index`; `first` if no call of brk is earlier. */
  breakBefore(index: number, first: number): number {
    for (let i = index - 1; i >= 0; i--) if (this.names[i] === 0) return this.call(i).result
    return first
  }

  /** Calls kept that operations below `operation` have made. */
  before(operation: number): number {
    return countBelow(this.operations, this.length, operation)
  }

  /** How many of each kind were made, the kinds that were made at all. */
  counts(): { readonly name: SyscallName; readonly count: number }[] {
    return NAMES.map((name, kind) => ({ name, count: this.countOf[kind]! })).filter(({ count }) => count > 0)
  }

  private reserve(index: number, number: number): void {
    if (index >= this.names.length) {
      const length = Math.min(MOST_KEPT, grownLength(index))
      this.names = grown(this.names, new Uint8Array(length))
      this.operations = grown(this.operations, new Int32Array(length))
      this.starts = grown(this.starts, new Uint32Array(length))
    }
    if (number >= this.numbers.length) {
      this.numbers = grown(this.numbers, new Float64Array(grownLength(number)))
    }
  }
}
