import { BUDDY_SPEC } from './buddy/spec.ts'
import { BUMP_SPEC } from './bump/spec.ts'
import { CLASSROOM } from './classroom/spec.ts'
import { KR_SPEC } from './kr/spec.ts'
import { LINKED_SPEC } from './linked/spec.ts'
import { OSTEP_SPEC } from './ostep/spec.ts'
import { PAGES_SPEC } from './pages/spec.ts'
import { SEGREGATED_SPEC } from './segregated/spec.ts'

/** A documented option of an allocator. Data only: the page, the CLI and share links read it. */
export type OptionSpec =
  | {
      readonly key: string
      readonly label: string
      readonly help: string
      readonly type: 'choice'
      readonly values: readonly string[]
      readonly default: string
    }
  | {
      readonly key: string
      readonly label: string
      readonly help: string
      readonly type: 'number'
      readonly min: number
      readonly max: number
      readonly step: number
      readonly default: number
      readonly unit: 'bytes' | 'count'
      readonly zeroMeans?: string
    }
  | {
      readonly key: string
      readonly label: string
      readonly help: string
      readonly type: 'flag'
      readonly default: boolean
    }

/** An allocator or a named preset of one, as people choose it. */
export interface AllocatorSpec {
  /** What the CLI and share links call it. */
  readonly id: string
  /** Key of the factory in the registry; several presets share one. */
  readonly factory: string
  readonly name: string
  /** One sentence: what it is and what it is good for seeing. */
  readonly summary: string
  readonly options: readonly OptionSpec[]
  /** Values that differ from the options' defaults in this preset. */
  readonly preset?: Readonly<Record<string, string | number | boolean>>
}

/** All allocators and presets, in the order pickers show them. */
export const CATALOG: readonly AllocatorSpec[] = [
  ...CLASSROOM,
  KR_SPEC,
  BUMP_SPEC,
  LINKED_SPEC,
  SEGREGATED_SPEC,
  OSTEP_SPEC,
  BUDDY_SPEC,
  PAGES_SPEC,
]

/** The entry with this id, or undefined. */
export function findAllocator(id: string): AllocatorSpec | undefined {
  return CATALOG.find((spec) => spec.id === id)
}

/** Every option's value: the given one where it is of the right kind and within its limits, else the preset's, else the default. */
export function resolveOptions(
  spec: AllocatorSpec,
  given: Readonly<Record<string, string | number | boolean>>,
): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {}
  for (const option of spec.options) {
    const preset = spec.preset?.[option.key] ?? option.default
    const value = given[option.key]
    values[option.key] = value !== undefined && optionError(option, value) === null ? value : preset
  }
  return values
}

/** Why a value is not allowed for an option, in words; null when it is. */
export function optionError(option: OptionSpec, value: string | number | boolean): string | null {
  switch (option.type) {
    case 'choice':
      return option.values.includes(String(value))
        ? null
        : `${option.key} is one of ${option.values.join(', ')}`
    case 'flag':
      return typeof value === 'boolean' ? null : `${option.key} is true or false`
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return `${option.key} is a number`
      if (value === 0 && option.zeroMeans !== undefined) return null
      if (value < option.min || value > option.max)
        return `${option.key} is between ${option.min} and ${option.max}`
      return value % option.step === 0 ? null : `${option.key} is a multiple of ${option.step}`
  }
}
