import type { OptionValues } from '../engine/allocators/allocator.ts'
import type { StepKind } from '../engine/allocators/steps.ts'
import type { ProcessSetup, Scenario } from '../engine/session/scenario.ts'
import type { Condition } from '../engine/session/views.ts'
import type { MomentLink, Opening, Variant } from './example.ts'

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

/** A scenario of one C file, `NAME.c`. Blocks may live at its end: that is not what the lessons are about. */
export function program(
  name: string,
  title: string,
  text: string,
  allocator: Scenario['allocator'],
  process: ProcessSetup = {},
): Scenario {
  return programOf(title, { [`${name}.c`]: text }, allocator, process)
}

/** The same of several files, by name. */
export function programOf(
  title: string,
  files: Readonly<Record<string, string>>,
  allocator: Scenario['allocator'],
  process: ProcessSetup = {},
): Scenario {
  const list = Object.entries(files).map(([name, text]) => ({ name, text }))
  return { title, source: { kind: 'c', files: list, input: '' }, allocator, process, run: { leaks: false } }
}

/** The scenario with another allocator. */
export function withAllocator(label: string, scenario: Scenario, allocator: Scenario['allocator']): Variant {
  return { label, scenario: { ...scenario, allocator } }
}

/** Opens at a call of the allocator or the kernel, numbered from 1. */
export function atCall(number: number, step: StepKind | 'before' | 'after'): Opening {
  return { at: { kind: 'call', number }, step }
}

/** Opens where the first statement has run that begins on the first line with this text. */
export function afterLine(scenario: Scenario, text: string): Opening {
  return { at: lineWith(scenario, text), step: 'after' }
}

/** Opens at the end of the run. */
export const AT_END: Opening = { at: 'end', step: 'after' }

/** A piece of a text that leads to a moment. */
export function link(text: string, open: Opening): MomentLink {
  return { text, open }
}

function lineWith({ source }: Scenario, text: string): Condition {
  const places = (source.kind === 'c' ? source.files : []).flatMap(({ name, text: whole }) => {
    const index = whole.split('\n').findIndex((each) => each.includes(text))
    return index < 0 ? [] : [{ file: name, line: index + 1 }]
  })
  return { kind: 'line', file: '', line: 0, ...places[0] }
}
