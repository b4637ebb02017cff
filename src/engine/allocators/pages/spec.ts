import type { AllocatorSpec } from '../catalog.ts'

/** A mapping for every block. */
export const PAGES_SPEC: AllocatorSpec = {
  id: 'pages',
  factory: 'pages',
  name: 'Pages',
  summary:
    'Every block has a mapping of its own, with a guard page behind it if wanted: errors fault at once.',
  options: [
    {
      key: 'guard',
      label: 'Guard page',
      help: 'A page without permissions behind each block.',
      type: 'flag',
      default: true,
    },
    {
      key: 'place',
      label: 'Block lies at',
      help: 'The start of its pages, or their end, so that the guard page follows at once.',
      type: 'choice',
      values: ['start', 'end'],
      default: 'start',
    },
    {
      key: 'alignment',
      label: 'Alignment at the end',
      help: 'Blocks at the end of their pages begin at a multiple of this. With 1 nothing lies behind them.',
      type: 'choice',
      values: ['1', '8', '16'],
      default: '16',
    },
  ],
}
