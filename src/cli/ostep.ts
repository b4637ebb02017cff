import { HomeworkHeap } from '../engine/allocators/ostep/index.ts'
import type { Address } from '../engine/units.ts'
import {
  heapOptions,
  type OstepEvent,
  type OstepFailure,
  type OstepFlags,
  parseArguments,
  runProgram,
} from '../engine/workload/ostep/index.ts'

/** Takes text to print. */
export type Out = (text: string) => void

/** Text is handed on in pieces of about this many characters. */
const PIECE = 1 << 14

/**
 * The homework program of OSTEP's chapter on free space: takes the flags of malloc.py and prints what
 * it prints, run by the lab's own heap. Answers that program's exit code: 0, 1 where Python would end
 * with an exception (its last line goes to `err`), 2 for a bad command line.
 */
export function ostep(argv: string[], out: Out, err: Out): number {
  const parsed = parseArguments(argv)
  switch (parsed.kind) {
    case 'help':
      out(parsed.text)
      return 0
    case 'error':
      err(parsed.text)
      return 2
    case 'flags':
      return run(parsed.flags, out, err)
  }
}

function run(flags: OstepFlags, out: Out, err: Out): number {
  const heap = heapOptions(flags)
  if (heap.failure !== null) return died(heap.failure, err)
  const printer = new Printer(flags, new HomeworkHeap(heap.options), out)
  const failure = printer.run()
  return failure === null ? 0 : died(failure, err)
}

function died(failure: OstepFailure, err: Out): number {
  err(`ostep: ${failure.reason}\n`)
  if (failure.exception === null) return 2
  err(`${failure.exception}\n`)
  return 1
}

/** Prints a run line by line as malloc.py does, its quirks included. */
class Printer {
  private text = ''

  constructor(
    private readonly flags: OstepFlags,
    private readonly heap: HomeworkHeap,
    private readonly out: Out,
  ) {}

  run(): OstepFailure | null {
    this.print(settings(this.flags))
    const events = runProgram(this.flags, this.heap)
    let next = events.next()
    for (; next.done !== true; next = events.next()) this.print(this.told(next.value))
    this.flush()
    return next.value
  }

  private print(text: string): void {
    this.text += text
    if (this.text.length >= PIECE) this.flush()
  }

  private flush(): void {
    this.out(this.text)
    this.text = ''
  }

  private told(event: OstepEvent): string {
    switch (event.kind) {
      case 'alloc': {
        const call = `ptr[${event.pointer}] = Alloc(${event.written})`
        return `${call} returned ${this.answer(event.block)}\n${this.list()}`
      }
      case 'free': {
        const result = this.flags.compute ? (event.freed ? '0' : '-1') : '?'
        return `Free(ptr[${event.pointer}])\nreturned ${result}\n${this.list()}`
      }
      case 'skip':
        return 'Invalid Free: Skipping\n'
      case 'lost':
        return `Free(ptr[${event.pointer}])\n`
    }
  }

  /** What Alloc answers. Random operations add the header to it, to the -1 of a failure too; listed ones never do. */
  private answer(block: Address): string {
    const { compute, list, headerSize } = this.flags
    if (!compute) return '?'
    return `${list === '' ? block + headerSize : block} (searched ${this.heap.searched} elements)`
  }

  private list(): string {
    const { compute, list } = this.flags
    // The question has a blank behind it only where operations are random.
    return `${compute ? this.freeList() : list === '' ? 'List? \n' : 'List?\n'}\n`
  }

  private freeList(): string {
    const ranges = this.heap.freeList()
    const cells = ranges.map(([address, size]) => `[ addr:${address} sz:${size} ]`)
    return `Free List [ Size ${ranges.length} ]: ${cells.join('')}\n`
  }
}

/** The settings as the program repeats them first. */
function settings(flags: OstepFlags): string {
  const rows: [string, string | number | bigint][] = [
    ['seed', flags.seed],
    ['size', flags.heapSize],
    ['baseAddr', flags.baseAddress],
    ['headerSize', flags.headerSize],
    ['alignment', flags.alignment],
    ['policy', flags.policy],
    ['listOrder', flags.order],
    ['coalesce', truth(flags.coalesce)],
    ['numOps', flags.operations],
    ['range', flags.range],
    ['percentAlloc', flags.percentAlloc],
    ['allocList', flags.list],
    ['compute', truth(flags.compute)],
  ]
  return `${rows.map(([name, value]) => `${name} ${value}\n`).join('')}\n`
}

function truth(value: boolean): string {
  return value ? 'True' : 'False'
}
