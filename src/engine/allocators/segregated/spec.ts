import type { AllocatorSpec } from '../catalog.ts'

/** Free chunks by size class. */
export const SEGREGATED_SPEC: AllocatorSpec = {
  id: 'segregated',
  factory: 'segregated',
  name: 'Segregated fits',
  summary: 'A free list for each size class: a search never looks at chunks that are too small by a class.',
  options: [
    {
      key: 'classes',
      label: 'Size classes',
      help: 'Powers of two, or steps of 16 bytes below 1,024 and four classes for each power of two above.',
      type: 'choice',
      values: ['fine', 'power-of-two'],
      default: 'fine',
    },
    {
      key: 'growth',
      label: 'Growth increment',
      help: 'The break moves by a multiple of this when no chunk is large enough.',
      type: 'number',
      min: 16,
      max: 1048576,
      step: 16,
      default: 0,
      unit: 'bytes',
      zeroMeans: 'exactly what is missing',
    },
  ],
}
