import type { AllocatorSpec } from '../catalog.ts'

/** The simplest malloc there is. */
export const BUMP_SPEC: AllocatorSpec = {
  id: 'bump',
  factory: 'bump',
  name: 'Bump',
  summary: 'malloc moves the break, free does nothing: what an allocator without any bookkeeping costs.',
  options: [
    {
      key: 'alignment',
      label: 'Alignment',
      help: 'Payloads are multiples of this, and sizes are rounded up to one. With 1, malloc(n) is sbrk(n).',
      type: 'choice',
      values: ['1', '8', '16'],
      default: '16',
    },
  ],
}
