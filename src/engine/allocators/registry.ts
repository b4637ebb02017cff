import type { Allocator, AllocatorContext, AllocatorFactory, OptionValues } from './allocator.ts'
import { findAllocator, resolveOptions } from './catalog.ts'

/** Factories by the `factory` key of the catalog's entries. */
const factories = new Map<string, AllocatorFactory>()

/** Makes known what builds the allocators of a family. `key`: the `factory` of the catalog's entries. */
export function provideFamily(key: string, factory: AllocatorFactory): void {
  factories.set(key, factory)
}

/**
 * Makes the allocator with the given id; `options` override the preset's and the defaults, unknown keys are ignored.
 * Its family must have been provided: `all.ts` provides every one.
 */
export function createAllocator(
  id: string,
  context: AllocatorContext,
  options: OptionValues = {},
): Allocator {
  const spec = findAllocator(id)
  if (spec === undefined) throw new Error(`There is no allocator called ${id}`)
  const factory = factories.get(spec.factory)
  if (factory === undefined) throw new Error(`The allocators of the family ${spec.factory} are not loaded`)
  return factory(context, resolveOptions(spec, options))
}
