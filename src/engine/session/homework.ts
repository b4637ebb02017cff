import { optionError } from '../allocators/catalog.ts'
import type { OptionValues } from '../allocators/index.ts'
import { HomeworkHeap, ostepOptions } from '../allocators/ostep/index.ts'
import { OSTEP_SPEC } from '../allocators/ostep/spec.ts'
import { failedTrace } from '../workload/index.ts'
import { type Homework, heapOptions, homeworkTrace, parseArguments } from '../workload/ostep/index.ts'
import type { Scenario } from './scenario.ts'

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
 * The scenario with what its source implies. A homework's flags are options of the allocator `ostep`, unless the
 * scenario sets them itself, and blocks that live at its end are no leak: it just stops.
 */
export function withImplied(scenario: Scenario): Scenario {
  const { source, allocator } = scenario
  if (source.kind !== 'ostep') return scenario
  const run = { leaks: false, ...scenario.run }
  if (allocator.id !== 'ostep') return { ...scenario, run }
  const parsed = parseArguments(commandWords(source.args))
  const heap = parsed.kind === 'flags' ? heapOptions(parsed.flags) : null
  return { ...scenario, run, allocator: { id: 'ostep', options: { ...heap?.options, ...allocator.options } } }
}

/**
 * Draws the operations of a homework. Which ones are drawn depends on which allocations succeed, so a heap runs
 * beside: what the flags describe, but for the options that the scenario sets.
 */
export function readHomework(args: string, options: OptionValues): Homework {
  const parsed = parseArguments(commandWords(args))
  if (parsed.kind !== 'flags') {
    const complaint =
      parsed.kind === 'help' ? 'this asks for help; the homework needs flags' : lastLine(parsed.text)
    return { trace: failedTrace(complaint), lines: [args] }
  }
  const heap = heapOptions(parsed.flags)
  if (heap.failure !== null) return { trace: failedTrace(heap.failure.reason), lines: [args] }
  const values: OptionValues = { ...heap.options, ...options }
  const complaint = outOfBounds(values)
  if (complaint !== null) return { trace: failedTrace(complaint), lines: [args] }
  return homeworkTrace(parsed.flags, new HomeworkHeap(ostepOptions(values)))
}

/** Why the lab's heap cannot be as malloc.py's would be; null when it can. */
function outOfBounds(values: OptionValues): string | null {
  for (const option of OSTEP_SPEC.options) {
    const complaint = optionError(option, values[option.key] ?? option.default)
    if (complaint !== null) return complaint
  }
  return null
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').pop() ?? ''
}
