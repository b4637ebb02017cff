import type { AllocatorSpec, OptionSpec } from '../catalog.ts'

const OPTIONS: readonly OptionSpec[] = [
  {
    key: 'placement',
    label: 'Placement',
    help: 'Which free chunk is taken: the first that fits, the next one behind the last block given, the smallest that fits, or the largest.',
    type: 'choice',
    values: ['first', 'next', 'best', 'worst'],
    default: 'first',
  },
  {
    key: 'list',
    label: 'Free list',
    help: 'implicit: a search walks all chunks. The others link the free chunks, newest first (lifo), oldest first (fifo), by address, or by size (smallest first); links are 8 bytes each, so the smallest chunk grows to hold two.',
    type: 'choice',
    values: ['implicit', 'lifo', 'fifo', 'address', 'size'],
    default: 'implicit',
  },
  {
    key: 'coalescing',
    label: 'Coalescing',
    help: 'When free neighbours are merged: at once, when a search has failed (then the search is repeated), or never.',
    type: 'choice',
    values: ['immediate', 'deferred', 'never'],
    default: 'immediate',
  },
  {
    key: 'tag',
    label: 'Boundary tag',
    help: 'Bytes of a tag. With 4, a chunk is smaller than 4 GiB: larger requests fail, and free neighbours that together are larger stay apart.',
    type: 'choice',
    values: ['4', '8'],
    default: '8',
  },
  {
    key: 'footers',
    label: 'Footers',
    help: 'always: every chunk ends with a copy of its tag. free: only free chunks do, and each header has a bit that says whether the chunk before it is in use; the last chunk needs an epilogue for that, so the ends are sentinels whatever "Ends of the heap" says.',
    type: 'choice',
    values: ['always', 'free'],
    default: 'always',
  },
  {
    key: 'alignment',
    label: 'Alignment',
    help: 'Payload addresses and chunk sizes are multiples of this.',
    type: 'choice',
    values: ['8', '16', '32'],
    default: '16',
  },
  {
    key: 'split',
    label: 'Split from',
    help: 'The smallest remainder that is cut off as a chunk of its own. Values below the smallest chunk count as that.',
    type: 'number',
    min: 8,
    max: 65536,
    step: 8,
    default: 0,
    unit: 'bytes',
    zeroMeans: 'the smallest chunk',
  },
  {
    key: 'growth',
    label: 'Growth',
    help: 'missing: the heap grows by what the free chunk at its end lacks. need: by the whole chunk, even if there is a free one at the end.',
    type: 'choice',
    values: ['missing', 'need'],
    default: 'missing',
  },
  {
    key: 'increment',
    label: 'Grow at least',
    help: 'The smallest step by which the break is moved up, rounded up to the alignment.',
    type: 'number',
    min: 8,
    max: 16777216,
    step: 1,
    default: 0,
    unit: 'bytes',
    zeroMeans: 'no more than is needed',
  },
  {
    key: 'initial',
    label: 'Initial heap',
    help: 'Bytes of free heap made before the first call, rounded up to the alignment; at least the smallest chunk.',
    type: 'number',
    min: 8,
    max: 16777216,
    step: 1,
    default: 0,
    unit: 'bytes',
    zeroMeans: 'none',
  },
  {
    key: 'mmapThreshold',
    label: 'mmap from',
    help: 'Requests of this size and more get a mapping of their own (blocks with a special alignment do not).',
    type: 'number',
    min: 8,
    max: 1073741824,
    step: 1,
    default: 0,
    unit: 'bytes',
    zeroMeans: 'never',
  },
  {
    key: 'trimThreshold',
    label: 'Trim from',
    help: 'When the chunk at the end of the heap becomes free and has this size or more, the break is lowered to its start.',
    type: 'number',
    min: 8,
    max: 1073741824,
    step: 1,
    default: 0,
    unit: 'bytes',
    zeroMeans: 'never',
  },
  {
    key: 'realloc',
    label: 'realloc',
    help: 'in-place: the block stays where it is if it or the free memory behind it is large enough. move: always malloc, copy, free.',
    type: 'choice',
    values: ['in-place', 'move'],
    default: 'in-place',
  },
  {
    key: 'ends',
    label: 'Ends of the heap',
    help: 'bounds: two variables say where the heap begins and ends. sentinels: a chunk in use before the first one (prologue) and a tag of size 0 behind the last one (epilogue).',
    type: 'choice',
    values: ['bounds', 'sentinels'],
    default: 'bounds',
  },
  {
    key: 'rover',
    label: 'Next fit resumes',
    help: 'behind the last block it gave, or at it (as the book has it: when it has been freed, it is looked at again). Only for next fit on the implicit list; on a linked list next fit resumes at the successor of the chunk taken.',
    type: 'choice',
    values: ['behind', 'at'],
    default: 'behind',
  },
  {
    key: 'mallocZero',
    label: 'malloc(0)',
    help: 'Gives a smallest chunk, or NULL.',
    type: 'choice',
    values: ['chunk', 'null'],
    default: 'chunk',
  },
]

/** What CS:APP 9.9 fixes beside the placement policy. */
const TEXTBOOK = {
  tag: '4',
  alignment: '8',
  growth: 'need',
  increment: 4096,
  initial: 4096,
  realloc: 'move',
  ends: 'sentinels',
  rover: 'at',
  mallocZero: 'null',
} as const

function preset(
  id: string,
  name: string,
  summary: string,
  values: NonNullable<AllocatorSpec['preset']>,
): AllocatorSpec {
  return { id, factory: 'classroom', name, summary, options: OPTIONS, preset: values }
}

/** The classroom family: one allocator with orthogonal options, under the names of its best known combinations. */
export const CLASSROOM: readonly AllocatorSpec[] = [
  preset('first-fit', 'First fit', 'Takes the first free chunk that is large enough.', {}),
  preset('next-fit', 'Next fit', 'First fit that goes on behind the last block it gave.', {
    placement: 'next',
  }),
  preset('best-fit', 'Best fit', 'Looks at every chunk and takes the smallest that is large enough.', {
    placement: 'best',
  }),
  preset('worst-fit', 'Worst fit', 'Looks at every chunk and takes the largest.', { placement: 'worst' }),
  preset('explicit-lifo', 'Explicit list, LIFO', 'First fit over a list of free chunks, newest first.', {
    list: 'lifo',
  }),
  preset('explicit-fifo', 'Explicit list, FIFO', 'First fit over a list of free chunks, oldest first.', {
    list: 'fifo',
  }),
  preset(
    'explicit-address',
    'Explicit list by address',
    'First fit over a list of free chunks in address order.',
    {
      list: 'address',
    },
  ),
  preset('explicit-size', 'Explicit list by size', 'First fit over a list of free chunks, smallest first.', {
    list: 'size',
  }),
  preset('deferred', 'Deferred coalescing', 'Merges free neighbours only when a search has failed.', {
    coalescing: 'deferred',
  }),
  preset('never', 'No coalescing', 'Never merges free neighbours: shows what merging is good for.', {
    coalescing: 'never',
  }),
  preset(
    'csapp-first-fit',
    'CS:APP textbook, first fit',
    'The implicit-list allocator of CS:APP section 9.9.',
    TEXTBOOK,
  ),
  preset(
    'csapp-next-fit',
    'CS:APP textbook, next fit',
    'The allocator of CS:APP section 9.9 with next fit.',
    {
      ...TEXTBOOK,
      placement: 'next',
    },
  ),
  preset(
    'csapp-best-fit',
    'CS:APP textbook, best fit',
    'The allocator of CS:APP section 9.9 with best fit.',
    {
      ...TEXTBOOK,
      placement: 'best',
    },
  ),
  preset('classroom', 'Classroom allocator', 'All options of the family, to combine freely.', {}),
]
