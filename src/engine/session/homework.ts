import { createAllocator, HeapStats, type OptionValues, ProcessAbort } from '../allocators/index.ts'
import type { OstepAllocator } from '../allocators/ostep/index.ts'
import { Process } from '../kernel/index.ts'
import { FREE, FREE_KEEP, failedTrace, MALLOC, type Trace, TraceBuilder } from '../workload/index.ts'
import { heapOptions, type OstepHeap, parseArguments, runProgram } from '../workload/ostep/index.ts'
import type { Scenario } from './scenario.ts'

/** Operations that a homework may have. */
const OPERATION_LIMIT = 1_000_000

/** The operations of an OSTEP command line, and a line of text for each. */
export interface Homework {
  readonly trace: Trace
  readonly lines: readonly string[]
}

/** The words of a command line; `python3 malloc.py` or the like in front of the flags is dropped. */
export function commandWords(line: string): string[] {
  const words = line
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const program = words.findIndex((word) => word.endsWith('malloc.py'))
  return program >= 0 && program <= 1 ? words.slice(program + 1) : words
}

/**
 * The scenario with the options of the allocator `ostep` that its command line means, unless it says otherwise.
 * Scenarios with other sources or allocators are as they were.
 */
export function withImpliedOptions(scenario: Scenario): Scenario {
  const { source, allocator } = scenario
  if (source.kind !== 'ostep' || allocator.id !== 'ostep') return scenario
  const parsed = parseArguments(commandWords(source.args))
  const heap = parsed.kind === 'flags' ? heapOptions(parsed.flags) : null
  return {
    ...scenario,
    allocator: { id: 'ostep', options: { ...(heap?.options ?? {}), ...allocator.options } },
  }
}

/**
 * Draws the operations of a homework. Which ones are drawn depends on which allocations succeed, so the heap runs
 * beside: the one of the scenario where that is an OSTEP heap, else the one that the flags describe.
 */
export function readHomework(args: string, options: OptionValues): Homework {
  const parsed = parseArguments(commandWords(args))
  if (parsed.kind !== 'flags') {
    const complaint =
      parsed.kind === 'help' ? 'this asks for help; the homework needs flags' : lastLine(parsed.text)
    return { trace: failedTrace(complaint), lines: [args] }
  }
  const { flags } = parsed
  const heap = heapOptions(flags)
  if (heap.failure !== null) return { trace: failedTrace(heap.failure.reason), lines: [args] }
  const builder = new TraceBuilder(OPERATION_LIMIT)
  const lines: string[] = []
  const run = runProgram(flags, scratchHeap({ ...heap.options, ...options }))
  let next = run.next()
  for (; next.done !== true; next = run.next()) {
    const event = next.value
    const line = lines.length + 1
    if (event.kind === 'alloc') {
      lines.push(`ptr[${event.pointer}] = Alloc(${event.written})`)
      if (!builder.add(MALLOC, builder.ids.index(event.pointer), event.size, 0, line)) break
    } else if (event.kind === 'free') {
      lines.push(`Free(ptr[${event.pointer}])`)
      const kind = flags.list === '' ? FREE : FREE_KEEP
      if (!builder.add(kind, builder.ids.index(event.pointer), 0, 0, line)) break
    }
  }
  if (next.done === true && next.value !== null) builder.fail(lines.length + 1, 1, next.value.reason)
  return { trace: builder.build(), lines }
}

function scratchHeap(options: OptionValues): OstepHeap {
  const process = new Process({ layout: 'bare' })
  const context = { process, words: process.words, stats: new HeapStats(), observer: null }
  const allocator = createAllocator('ostep', context, options) as OstepAllocator
  allocator.init()
  return {
    malloc: (size) => {
      context.stats.probes = 0
      try {
        return allocator.place(size)
      } catch (signal) {
        if (signal instanceof ProcessAbort) return null
        throw signal
      }
    },
    free: (block) => allocator.release(block),
  }
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').pop() ?? ''
}
