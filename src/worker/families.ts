import type { AllocatorFactory } from '../engine/allocators/allocator.ts'
import { findAllocator } from '../engine/allocators/catalog.ts'
import { createClassroom } from '../engine/allocators/classroom/index.ts'
import { provideFamily } from '../engine/allocators/registry.ts'

/** Where each family is, by the `factory` key of the catalog's entries. The first one is needed at every first visit. */
export const FAMILIES: Readonly<Record<string, () => Promise<AllocatorFactory>>> = {
  classroom: async () => createClassroom,
  kr: async () => (await import('../engine/allocators/kr/kr.ts')).createKr,
  bump: async () => (await import('../engine/allocators/bump/bump.ts')).createBump,
  linked: async () => (await import('../engine/allocators/linked/linked.ts')).createLinked,
  segregated: async () => (await import('../engine/allocators/segregated/segregated.ts')).createSegregated,
  ostep: async () => (await import('../engine/allocators/ostep/ostep.ts')).createOstep,
  buddy: async () => (await import('../engine/allocators/buddy/buddy.ts')).createBuddy,
  pages: async () => (await import('../engine/allocators/pages/pages.ts')).createPages,
}

/** Loads what builds the allocator with this id. An id that the catalog does not have is left to the session to refuse. */
export async function loadFamily(id: string): Promise<void> {
  const key = findAllocator(id)?.factory
  const load = key === undefined ? undefined : FAMILIES[key]
  if (key !== undefined && load !== undefined) provideFamily(key, await load())
}
