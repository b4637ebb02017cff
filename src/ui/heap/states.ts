import type * as Engine from '../../engine/allocators/allocator.ts'

// The engine's own numbers, checked against its types: the page does not bundle the engine.
export const USED: typeof Engine.USED = 0
export const FREE: typeof Engine.FREE = 1
export const TOP: typeof Engine.TOP = 2
export const MAPPED: typeof Engine.MAPPED = 3
export const META: typeof Engine.META = 4
