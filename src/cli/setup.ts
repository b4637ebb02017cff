import {
  type AllocatorSpec,
  CATALOG,
  findAllocator,
  type OptionSpec,
  optionError,
} from '../engine/allocators/catalog.ts'
import type { OptionValues } from '../engine/allocators/index.ts'
import type { ProcessSetup, RunSetup, Scenario } from '../engine/session/index.ts'
import { type Args, type FlagSpec, oneOf, wholeNumber } from './args.ts'
import type { Input } from './input.ts'
import { UsageError } from './io.ts'
import { didYouMean } from './suggest.ts'

/** The allocator that runs when none is named. */
export const DEFAULT_ALLOCATOR = 'first-fit'

/** Flags that say how the process is set up and the program behaves. */
export const SETUP_FLAGS: readonly FlagSpec[] = [
  {
    name: 'process',
    value: 'linux|oracle',
    help: 'how the process begins: as a small Linux program, or as in the recordings (empty mmap area, all payload bytes written, no leaks reported)',
  },
  { name: 'seed', value: 'N', help: 'place program, heap and mappings at random, by this seed' },
  {
    name: 'limit-data',
    letter: 'D',
    value: 'BYTES',
    help: 'RLIMIT_DATA beyond what the process has at its start',
  },
  { name: 'limit-address', value: 'BYTES', help: 'RLIMIT_AS beyond what the process has at its start' },
  { name: 'wall', letter: 'W', value: 'OFFSET', help: 'an unreadable page this far above the first break' },
  { name: 'on-misuse', value: 'abort|continue', help: 'end the run at a wrong use, or go on (the default)' },
  { name: 'fill', value: 'N|all|none', help: 'bytes that the program writes into each new block, at most' },
]

/** The scenario that a command line describes: what a scenario file holds, and on top of it what flags say. */
export function scenarioOf(input: Input, spec: AllocatorSpec, options: OptionValues, args: Args): Scenario {
  const { name, bytes, saved } = input
  return {
    title: saved?.title ?? name,
    source: saved?.source ?? { kind: 'file', name, bytes: bytes.length },
    allocator: { id: spec.id, options },
    process: { ...saved?.process, ...processSetup(args) },
    run: { ...saved?.run, ...runSetup(args) },
  }
}

/** How flags say that the process is set up. */
export function processSetup(args: Args): ProcessSetup {
  const layout = args.value('process')
  return {
    ...(layout !== undefined && { layout: oneOf(layout, ['linux', 'oracle'], 'process') }),
    ...numberOf(args, 'seed', 'seed'),
    ...numberOf(args, 'limit-data', 'dataLimit'),
    ...numberOf(args, 'limit-address', 'addressLimit'),
    ...numberOf(args, 'wall', 'wall'),
  }
}

/** What flags say of wrong use and payloads. */
export function runSetup(args: Args): RunSetup {
  const recorded = args.value('process') === 'oracle'
  const onMisuse = args.value('on-misuse')
  return {
    ...(recorded && { leaks: false }),
    ...(onMisuse !== undefined && { onMisuse: oneOf(onMisuse, ['abort', 'continue'], 'on-misuse') }),
    ...fillOf(args.value('fill') ?? (recorded ? 'all' : undefined)),
  }
}

function fillOf(text: string | undefined): Pick<RunSetup, 'fill'> {
  if (text === undefined) return {}
  if (text === 'all') return { fill: -1 }
  return { fill: text === 'none' ? 0 : wholeNumber(text, 'fill') }
}

function numberOf<K extends string>(args: Args, flag: string, key: K): Partial<Record<K, number>> {
  const text = args.value(flag)
  return text === undefined ? {} : ({ [key]: wholeNumber(text, flag) } as Record<K, number>)
}

/** The allocator with this id; throws a UsageError with the closest ids. */
export function allocatorOf(id: string): AllocatorSpec {
  const spec = findAllocator(id)
  if (spec !== undefined) return spec
  const ids = CATALOG.map((each) => each.id)
  throw new UsageError(`There is no allocator "${id}".${didYouMean(id, ids)} "list" names them all.`)
}

/** The allocator of `run`, with its options: the one that is named, else the scenario file's, else the default. */
export function chosenAllocator(
  input: Input,
  args: Args,
): { readonly spec: AllocatorSpec; readonly options: OptionValues } {
  const saved = input.saved?.allocator
  const spec = allocatorOf(args.value('allocator') ?? saved?.id ?? DEFAULT_ALLOCATOR)
  const given = optionsOf(spec, args.values('option'))
  return { spec, options: saved?.id === spec.id ? { ...saved.options, ...given } : given }
}

/** Values of `key=value` words for an allocator's options. Throws a UsageError. */
export function optionsOf(spec: AllocatorSpec, pairs: readonly string[]): OptionValues {
  const values: Record<string, string | number | boolean> = {}
  for (const pair of pairs) {
    const equals = pair.indexOf('=')
    if (equals <= 0) throw new UsageError(`An option is written key=value, not "${pair}".`)
    const option = optionOf(spec, pair.slice(0, equals))
    values[option.key] = checkedValue(option, pair.slice(equals + 1))
  }
  return values
}

function optionOf(spec: AllocatorSpec, key: string): OptionSpec {
  const option = spec.options.find((each) => each.key === key)
  if (option !== undefined) return option
  const keys = spec.options.map((each) => each.key)
  const which = keys.length === 0 ? ' It has none.' : ` It has ${keys.join(', ')}.`
  throw new UsageError(`${spec.id} has no option "${key}".${didYouMean(key, keys) || which}`)
}

function checkedValue(option: OptionSpec, text: string): string | number | boolean {
  const value = typedValue(option, text)
  const problem = optionError(option, value)
  if (problem === null) return value
  const hint = option.type === 'choice' ? didYouMean(text, option.values) : ''
  throw new UsageError(`${problem}, not "${text}".${hint}`)
}

function typedValue(option: OptionSpec, text: string): string | number | boolean {
  if (option.type === 'number') return /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : text
  if (option.type !== 'flag') return text
  if (/^(true|yes|on|1)$/.test(text)) return true
  return /^(false|no|off|0)$/.test(text) ? false : text
}
