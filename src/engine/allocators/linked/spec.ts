import type { AllocatorSpec } from '../catalog.ts'

/** The allocator that most tutorials build first. */
export const LINKED_SPEC: AllocatorSpec = {
  id: 'linked',
  factory: 'linked',
  name: 'Linked blocks',
  summary:
    'A doubly linked list of all blocks with size, free flag and a back pointer that catches wrong frees.',
  options: [
    {
      key: 'alignment',
      label: 'Alignment',
      help: 'Payloads and sizes are multiples of this. The header has 40 bytes with 8, and 48 with 16.',
      type: 'choice',
      values: ['8', '16'],
      default: '16',
    },
    {
      key: 'giveBack',
      label: 'Give the end back',
      help: 'When the last block becomes free, the break moves down to it.',
      type: 'flag',
      default: true,
    },
  ],
}
