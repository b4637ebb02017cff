import { findAllocator, type OptionSpec, optionError } from '../engine/allocators/catalog.ts'
import type { ProcessSetup, ProgramSource, RunSetup, Scenario, Source } from '../engine/session/scenario.ts'
import { findShape } from '../engine/workload/generators/catalog.ts'
import {
  type Check,
  entries,
  flag,
  list,
  object,
  oneOf,
  optional,
  scalar,
  text,
  Wrong,
  whole,
  withDefault,
} from './check.ts'
import { type Read, type Saved, unreadable } from './saved.ts'

const NAME_LENGTH = 200
const ARGUMENT_LENGTH = 4000
const TEXT_LENGTH = 1 << 26
const MOST_BYTES = 2 ** 47
const MOST_OPERATIONS = 2 ** 31
const MOST_ENTRIES = 64
const MOST_INSTRUCTIONS = 2 ** 40

const seed = whole(0, Number.MAX_SAFE_INTEGER)
const bytes = whole(0, MOST_BYTES)
const values = withDefault(entries(scalar, MOST_ENTRIES), {})

const traceSource = object<Extract<Source, { kind: 'trace' }>>({
  kind: oneOf('trace'),
  name: withDefault(text(NAME_LENGTH), ''),
  text: text(TEXT_LENGTH),
})

const fileSource = object<Extract<Source, { kind: 'file' }>>({
  kind: oneOf('file'),
  name: withDefault(text(NAME_LENGTH), ''),
  bytes: whole(0, Number.MAX_SAFE_INTEGER),
})

const ostepSource = object<Extract<Source, { kind: 'ostep' }>>({
  kind: oneOf('ostep'),
  args: withDefault(text(ARGUMENT_LENGTH), ''),
})

const generatorSource: Check<Source> = (value, path) => {
  const source = object<{ kind: 'generator'; shape: string; seed: number; params: Record<string, number> }>({
    kind: oneOf('generator'),
    shape: text(NAME_LENGTH),
    seed: withDefault(seed, 0),
    params: withDefault(entries(whole(0, MOST_BYTES), MOST_ENTRIES), {}),
  })(value, path)
  const shape = findShape(source.shape)
  if (shape === undefined) throw new Wrong(`${path}.shape`, `there is no shape called "${source.shape}"`)
  return { ...source, params: known(shape.params, source.params, `${path}.params`) as Record<string, number> }
}

const MOST_FILES = 100
const MOST_DEFINES = 100

const programSource = object<ProgramSource>({
  kind: oneOf('c'),
  files: list(
    object<ProgramSource['files'][number]>({ name: text(NAME_LENGTH), text: text(TEXT_LENGTH) }),
    1,
    MOST_FILES,
  ),
  input: withDefault(text(TEXT_LENGTH), ''),
  inputEnds: optional(flag),
  model: optional(oneOf('lp64', 'ilp32')),
  output: optional(oneOf('terminal', 'pipe')),
  defines: optional(list(text(NAME_LENGTH), 0, MOST_DEFINES)),
})

const SOURCES: Readonly<Record<Source['kind'], Check<Source>>> = {
  c: programSource,
  trace: traceSource,
  file: fileSource,
  ostep: ostepSource,
  generator: generatorSource,
}

const source: Check<Source> = (value, path) => {
  const { kind } = object<{ kind: Source['kind'] }>({
    kind: oneOf('c', 'trace', 'file', 'ostep', 'generator'),
  })(value, path)
  return SOURCES[kind](value, path)
}

const allocator: Check<Scenario['allocator']> = (value, path) => {
  const given = object<Scenario['allocator']>({ id: text(NAME_LENGTH), options: values })(value, path)
  const spec = findAllocator(given.id)
  if (spec === undefined) throw new Wrong(`${path}.id`, `there is no allocator called "${given.id}"`)
  return { id: spec.id, options: known(spec.options, given.options, `${path}.options`) }
}

const processSetup = object<ProcessSetup>({
  layout: optional(oneOf('linux', 'oracle')),
  seed: optional(seed),
  dataLimit: optional(bytes),
  addressLimit: optional(bytes),
  wall: optional(bytes),
})

const runSetup = object<RunSetup>({
  onMisuse: optional(oneOf('continue', 'abort')),
  fill: optional(whole(-1, MOST_BYTES)),
  leaks: optional(flag),
  instructions: optional(whole(1, MOST_INSTRUCTIONS)),
})

const count = withDefault(whole(0, MOST_OPERATIONS), 0)

const saved = object<Saved>({
  scenario: object<Scenario>({
    title: withDefault(text(NAME_LENGTH), ''),
    source,
    allocator,
    process: withDefault(processSetup, {}),
    run: withDefault(runSetup, {}),
  }),
  position: withDefault(object<Saved['position']>({ operation: count, step: count }), {
    operation: 0,
    step: 0,
  }),
  view: values,
})

/** Checks the newest form of what is saved: every type, range and name. Unknown keys are dropped; what is absent gets its default. */
export function validate(value: unknown): Read {
  try {
    const { scenario, position, view } = saved(value, '')
    return { ok: true, value: { scenario: withoutUsualOptions(scenario), position, view } }
  } catch (wrong) {
    if (!(wrong instanceof Wrong)) throw wrong
    return unreadable('invalid', `This scenario cannot be used: ${wrong.path || 'it'} ${wrong.message}.`)
  }
}

/**
 * The scenario without the options that say what the allocator's preset, or else its defaults, say anyway.
 * A homework keeps them all: its flags imply options too, and one that is set counts more than a flag.
 */
export function withoutUsualOptions(scenario: Scenario): Scenario {
  const { id, options } = scenario.allocator
  const spec = findAllocator(id)
  if (spec === undefined || scenario.source.kind === 'ostep') return scenario
  const changed = spec.options.filter(
    ({ key, default: usual }) => options[key] !== undefined && options[key] !== (spec.preset?.[key] ?? usual),
  )
  const kept = Object.fromEntries(changed.map(({ key }) => [key, options[key]!]))
  return { ...scenario, allocator: { id, options: kept } }
}

/** The values that belong to one of the options, within its limits; a choice is always a text. */
function known(
  options: readonly OptionSpec[],
  given: Readonly<Record<string, string | number | boolean>>,
  path: string,
): Record<string, string | number | boolean> {
  const result: [string, string | number | boolean][] = []
  for (const option of options) {
    const value = Object.hasOwn(given, option.key) ? given[option.key] : undefined
    if (value === undefined) continue
    const error = optionError(option, value)
    if (error !== null) throw new Wrong(path, `is not right: ${error}`)
    result.push([option.key, option.type === 'choice' ? String(value) : value])
  }
  return Object.fromEntries(result)
}
