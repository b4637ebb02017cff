import { findAllocator, type OptionSpec, optionError } from '../engine/allocators/catalog.ts'
import type { Scenario } from '../engine/session/index.ts'
import { MOST_RIVALS } from './comparison.ts'

type Chosen = Scenario['allocator']
type Value = string | number | boolean

/** Allocators as a short text for links: `best-fit kr?unit=32&order=lifo`. */
export function rivalsText(allocators: readonly Chosen[]): string {
  return allocators
    .map(({ id, options }) => {
      const values = Object.entries(options).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      return values.length === 0 ? id : `${id}?${values.join('&')}`
    })
    .join(' ')
}

/** What `rivalsText` wrote; allocators that there are not, and options that they do not have, are left out. */
export function readRivals(text: unknown): Chosen[] {
  if (typeof text !== 'string') return []
  return text
    .split(' ')
    .flatMap((part) => {
      const [id = '', options = ''] = part.split('?')
      const spec = findAllocator(id)
      return spec === undefined ? [] : [{ id: spec.id, options: readOptions(spec.options, options) }]
    })
    .slice(0, MOST_RIVALS)
}

function readOptions(specs: readonly OptionSpec[], text: string): Record<string, Value> {
  const given = new URLSearchParams(text)
  return Object.fromEntries(
    specs.flatMap((spec) => {
      const value = typedValue(spec, given.get(spec.key))
      return value === null || optionError(spec, value) !== null ? [] : [[spec.key, value]]
    }),
  )
}

function typedValue({ type }: OptionSpec, text: string | null): Value | null {
  if (text === null) return null
  if (type === 'number') return text.trim() === '' ? null : Number(text)
  return type === 'choice' ? text : text === 'true' ? true : text === 'false' ? false : null
}
