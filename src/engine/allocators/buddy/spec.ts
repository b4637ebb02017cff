import type { AllocatorSpec } from '../catalog.ts'

/** Powers of two from 4 KiB to 1 GiB, as option values. */
const POOL_SIZES = Array.from({ length: 19 }, (_, i) => String(4096 * 2 ** i))

/** Blocks of powers of two, split in halves and merged with their other half only. */
export const BUDDY_SPEC: AllocatorSpec = {
  id: 'buddy',
  factory: 'buddy',
  name: 'Binary buddy',
  summary:
    'Blocks of powers of two: quick to split and to merge, but only with the other half of the same block.',
  options: [
    {
      key: 'pool',
      label: 'Pool size',
      help: 'Bytes of the first pool, a power of two.',
      type: 'choice',
      values: POOL_SIZES,
      default: '65536',
    },
    {
      key: 'header',
      label: 'Header',
      help: 'Bytes in front of each payload. With 0, the state of blocks lies in a table behind the pool.',
      type: 'choice',
      values: ['0', '8', '16'],
      default: '16',
    },
    {
      key: 'growth',
      label: 'When the pools are full',
      help: 'Fail, or add a pool that doubles what there is.',
      type: 'choice',
      values: ['none', 'double'],
      default: 'double',
    },
  ],
}
