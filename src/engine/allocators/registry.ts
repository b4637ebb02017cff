import type { Allocator, AllocatorContext, AllocatorFactory, OptionValues } from './allocator.ts'
import { createBuddy } from './buddy/buddy.ts'
import { createBump } from './bump/bump.ts'
import { findAllocator, resolveOptions } from './catalog.ts'
import { createClassroom } from './classroom/index.ts'
import { createKr } from './kr/kr.ts'
import { createLinked } from './linked/linked.ts'
import { createOstep } from './ostep/ostep.ts'
import { createPages } from './pages/pages.ts'
import { createSegregated } from './segregated/segregated.ts'

/** Factories by the `factory` key of the catalog's entries. */
const FACTORIES: Readonly<Record<string, AllocatorFactory>> = {
  classroom: createClassroom,
  kr: createKr,
  bump: createBump,
  linked: createLinked,
  segregated: createSegregated,
  ostep: createOstep,
  buddy: createBuddy,
  pages: createPages,
}

/** Makes the allocator with the given id; `options` override the preset's and the defaults, unknown keys are ignored. */
export function createAllocator(
  id: string,
  context: AllocatorContext,
  options: OptionValues = {},
): Allocator {
  const spec = findAllocator(id)
  if (spec === undefined) throw new Error(`There is no allocator called ${id}`)
  const factory = FACTORIES[spec.factory]
  if (factory === undefined) throw new Error(`There is no factory called ${spec.factory}`)
  return factory(context, resolveOptions(spec, options))
}
