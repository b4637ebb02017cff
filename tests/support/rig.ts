import '../../src/engine/allocators/all.ts'
import {
  type Allocator,
  type AllocatorContext,
  createAllocator,
  FREE,
  type HeapProblem,
  HeapStats,
  META,
  type OptionValues,
  type Step,
  TOP,
  USED,
} from '../../src/engine/allocators/index.ts'
import { Process, type ProcessOptions } from '../../src/engine/kernel/index.ts'

/** A process with an allocator in it, ready for the first call. */
export interface Rig {
  readonly process: Process
  readonly context: AllocatorContext
  readonly allocator: Allocator
  /** The heap in a line: `[32] (48) top(96)`: sizes in bytes, used in square brackets, free in round ones, mapped in <>. META is left out. */
  notation(): string
  /** What the heap checker has to say; empty for a sound heap. */
  problems(): HeapProblem[]
  /** Runs `call` with an observer and answers the steps it reported. */
  steps(call: () => void): Step[]
}

/** Makes a rig; `init` has run. */
export function rig(id: string, options: OptionValues = {}, process: ProcessOptions = {}): Rig {
  // The OSTEP heap lies at addresses that only a bare process may map, as in a session.
  const machine = new Process(id === 'ostep' ? { layout: 'bare', ...process } : process)
  const context: AllocatorContext = {
    process: machine,
    words: machine.words,
    stats: new HeapStats(),
    observer: null,
  }
  const allocator = createAllocator(id, context, options)
  allocator.init()
  return {
    process: machine,
    context,
    allocator,
    notation: () => notation(allocator),
    problems: () => {
      const found: HeapProblem[] = []
      allocator.check((problem) => found.push(problem))
      return found
    },
    steps: (call) => {
      const seen: Step[] = []
      context.observer = (step) => seen.push(step)
      call()
      context.observer = null
      return seen
    },
  }
}

function notation(allocator: Allocator): string {
  const parts: string[] = []
  allocator.walk((_chunk, size, state) => {
    if (state === USED) parts.push(`[${size}]`)
    else if (state === FREE) parts.push(`(${size})`)
    else if (state === TOP) parts.push(`top(${size})`)
    else if (state !== META) parts.push(`<${size}>`)
    return true
  })
  return parts.join(' ')
}
