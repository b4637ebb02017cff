import { type AllocatorSpec, CATALOG, findAllocator, resolveOptions } from '../engine/allocators/catalog.ts'
import type { OptionValues } from '../engine/allocators/index.ts'
import type { Scenario, Series } from '../engine/session/index.ts'
import { type Example, GALLERY } from '../scenarios/index.ts'
import type { LabState } from './store.ts'

/** The catalog's entry for the allocator that is chosen; undefined if a link names one that does not exist. */
export function allocatorOf(state: LabState): AllocatorSpec | undefined {
  return state.scenario === null ? undefined : findAllocator(state.scenario.allocator.id)
}

/** The value of every option, the preset's where the scenario sets none. */
export function optionsOf(spec: AllocatorSpec, given: OptionValues): OptionValues {
  return resolveOptions(spec, given)
}

/** The options that differ from what the allocator comes with, by key. */
export function changedOptions(spec: AllocatorSpec, given: OptionValues): string[] {
  const values = resolveOptions(spec, given)
  const preset = resolveOptions(spec, {})
  return spec.options.map(({ key }) => key).filter((key) => values[key] !== preset[key])
}

/** The allocator as people call it: its name, and the choices that differ (`Classroom allocator · best, lifo`). */
export function allocatorTitle(spec: AllocatorSpec, given: OptionValues): string {
  const values = resolveOptions(spec, given)
  const same = CATALOG.find(
    (other) => other.factory === spec.factory && equal(values, resolveOptions(other, {})),
  )
  if (same !== undefined) return same.name
  const changed = changedOptions(spec, given)
  const words = changed.map((key) => {
    const option = spec.options.find((candidate) => candidate.key === key)
    return option?.type === 'choice' ? String(values[key]) : `${option?.label ?? key} ${values[key]}`
  })
  return `${spec.name} · ${words.slice(0, 3).join(', ')}${words.length > 3 ? ' …' : ''}`
}

function equal(a: OptionValues, b: OptionValues): boolean {
  return Object.keys(a).every((key) => a[key] === b[key])
}

/** The example of the gallery that is open, whatever its allocator; undefined for the person's own work. */
export function exampleOf(state: LabState): Example | undefined {
  const { scenario } = state
  return scenario === null ? undefined : GALLERY.find((example) => sameSource(example.scenario, scenario))
}

function sameSource({ source: a }: Scenario, { source: b }: Scenario): boolean {
  if (a.kind === 'trace') return b.kind === 'trace' && a.text === b.text
  if (a.kind === 'ostep') return b.kind === 'ostep' && a.args === b.args
  return a === b
}

/** How much is wrong: the findings, a source that cannot be read to its end, a process that ended early. */
export function troubleCount({ info }: LabState): number {
  if (info === null) return 0
  return info.findingCount + (info.error === null ? 0 : 1) + (info.ending === null ? 0 : 1)
}

/** Whether the run is under way, and neither complete nor stopped. */
export function isRunning(state: LabState): boolean {
  return state.info !== null && !state.info.complete && !state.stopped
}

/** The text of a source that is carried along; null where it is not text. */
export function sourceText(scenario: Scenario): string | null {
  return scenario.source.kind === 'trace' ? scenario.source.text : null
}

/** External fragmentation of each bucket, 0 to 1: 1 - largest free chunk / all free bytes. */
export function fragmentationOf(series: readonly Series[]): Float64Array {
  const free = series.find(({ name }) => name === 'free')
  const largest = series.find(({ name }) => name === 'largestFree')
  if (free === undefined || largest === undefined) return new Float64Array(0)
  return free.max.map((bytes, i) => (bytes > 0 ? Math.max(0, 1 - largest.max[i]! / bytes) : 0))
}

/** Live bytes of each bucket; null while there are none. */
export function liveOf(series: readonly Series[]): Series | null {
  return series.find(({ name }) => name === 'live') ?? null
}
