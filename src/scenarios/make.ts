import type { OptionValues } from '../engine/allocators/allocator.ts'
import type { ProcessSetup, RunSetup, Scenario } from '../engine/session/scenario.ts'
import type { Variant } from './example.ts'

/**
 * The course's default, set in full so that the lab's own defaults may change: implicit list, merging at once,
 * 16-byte alignment, header and footer of 8 bytes, growth by exactly what is missing, no mapping, no trimming.
 */
const COURSE = {
  placement: 'first',
  list: 'implicit',
  coalescing: 'immediate',
  tag: '8',
  footers: 'always',
  alignment: '16',
  split: 0,
  growth: 'missing',
  increment: 0,
  initial: 0,
  mmapThreshold: 0,
  trimThreshold: 0,
  realloc: 'in-place',
  ends: 'bounds',
  rover: 'behind',
  mallocZero: 'chunk',
} as const

/** First fit as the course has it, but for the given options. */
export function course(options: OptionValues = {}): Scenario['allocator'] {
  return { id: 'classroom', options: { ...COURSE, ...options } }
}

/** The rest of a scenario whose blocks may live at its end. */
const USUAL: { readonly process: ProcessSetup; readonly run: RunSetup } = {
  process: {},
  run: { leaks: false },
}

/** For programs that write into their blocks themselves, and nothing else. */
export const UNFILLED: Partial<typeof USUAL> = { run: { leaks: false, fill: 0 } }

/** A scenario of the given `.rep` operations. They need no header: it would only count them. */
export function traced(
  title: string,
  operations: readonly string[],
  allocator: Scenario['allocator'],
  setup: Partial<typeof USUAL> = {},
): Scenario {
  const text = `${operations.join('\n')}\n`
  return { title, source: { kind: 'trace', name: fileName(title), text }, allocator, ...USUAL, ...setup }
}

function fileName(title: string): string {
  return `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.rep`
}

/** The scenario with another allocator. */
export function withAllocator(label: string, scenario: Scenario, allocator: Scenario['allocator']): Variant {
  return { label, scenario: { ...scenario, allocator } }
}

/** `count` operations, made from their numbers. */
export function times(count: number, operation: (i: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => operation(i))
}

/** A text as the bytes of `w`, with the final 0 of C. */
export function cString(text: string): string {
  return `${Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('')}00`
}
