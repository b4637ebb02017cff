import type { AllocatorSpec } from '../catalog.ts'

/** The allocator of "The C Programming Language", 2nd edition, section 8.7. */
export const KR_SPEC: AllocatorSpec = {
  id: 'kr',
  factory: 'kr',
  name: 'K&R',
  summary:
    'The allocator of the C book: a circular free list by address, next fit, and blocks cut from the tail.',
  options: [
    {
      key: 'nalloc',
      label: 'Units per growth',
      help: 'The least that morecore asks the kernel for, in units of 16 bytes (NALLOC in the book).',
      type: 'number',
      min: 1,
      max: 65536,
      step: 1,
      default: 1024,
      unit: 'count',
    },
  ],
}
