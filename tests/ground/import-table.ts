/**
 * Which part of the project may import which. `docs/architecture.md` shows this table, and
 * `tests/imports.test.ts` holds every file of `src/` to it.
 */
export interface Layer {
  readonly name: string
  /** The layer's files, as a pattern of paths from the project's top. A file belongs to the first layer that matches. */
  readonly files: RegExp
  /** Layers whose values it may import; its own always. */
  readonly values: readonly string[]
  /** Layers of which it may import types besides, with `import type`. */
  readonly types: readonly string[]
  /** Packages it may import. */
  readonly packages: readonly string[]
}

const INTERFACE = ['base', 'memory', 'kernel', 'catalog', 'allocator']
const ENGINE = [
  ...INTERFACE,
  'family',
  'registry',
  'inspect',
  'operation',
  'reader',
  'workload',
  'program',
  'runner',
  'findings',
  'session',
]

/** From the bottom up. */
export const LAYERS: readonly Layer[] = [
  layer('base', /^src\/engine\/[^/]+\.ts$/, []),
  layer('catalog', /^src\/engine\/(allocators\/(catalog|[^/]+\/spec)|workload\/[^/]+\/catalog)\.ts$/, [
    'base',
  ]),
  layer('memory', /^src\/engine\/memory\//, ['base']),
  layer('kernel', /^src\/engine\/kernel\//, ['base', 'memory']),
  layer('registry', /^src\/engine\/allocators\/(registry|index|all)\.ts$/, [...INTERFACE, 'family']),
  layer('allocator', /^src\/engine\/allocators\/[^/]+\.ts$/, ['base', 'memory', 'kernel', 'catalog']),
  layer('family', /^src\/engine\/allocators\/[^/]+\//, INTERFACE),
  layer('inspect', /^src\/engine\/inspect\//, ['base', 'memory', 'kernel', 'allocator'], ['registry']),
  layer('operation', /^src\/engine\/workload\/trace\.ts$/, ['base']),
  layer('workload', /^src\/engine\/workload\/index\.ts$/, ['operation', 'reader']),
  layer('runner', /^src\/engine\/workload\/c\/run\.ts$/, [...INTERFACE, 'registry', 'program']),
  layer('program', /^src\/engine\/workload\/c\//, INTERFACE),
  layer('reader', /^src\/engine\/workload\//, ['base', 'catalog', 'operation']),
  layer('findings', /^src\/engine\/session\/findings\.ts$/, ['base'], ['memory']),
  layer('session', /^src\/engine\/session\//, ENGINE),
  layer('protocol', /^src\/worker\/(protocol|client|transport)\.ts$/, ['base'], ENGINE),
  layer('worker', /^src\/worker\//, [...ENGINE, 'protocol', 'scenarios']),
  layer('share', /^src\/share\//, ['base', 'catalog'], ENGINE, ['fflate']),
  layer('scenarios', /^src\/scenarios\//, ['base', 'catalog'], ENGINE),
  layer('course', /^src\/course\//, ['base', 'catalog', 'share', 'scenarios'], ENGINE),
  layer('state', /^src\/state\//, ['base', 'catalog', 'protocol', 'share', 'scenarios', 'course'], ENGINE, [
    'zustand',
  ]),
  layer('page', /^src\/ui\/main\.tsx$/, ['protocol', 'share', 'state', 'ui'], [], ['react', 'react-dom']),
  layer(
    'ui',
    /^src\/ui\//,
    ['base', 'catalog', 'findings', 'state'],
    [...ENGINE, 'protocol', 'scenarios', 'share'],
    ['react', 'zustand', 'qr', '@tanstack/react-virtual', '@codemirror/*', '@lezer/highlight'],
  ),
  layer('offline', /^src\/offline\//, []),
  layer('cli', /^src\/cli\//, [...ENGINE, 'share', 'scenarios'], [], ['node:*', 'fflate']),
]

/** Folders whose subfolders do not import each other, but for the shared ones. */
export const APART: readonly { readonly folder: string; readonly shared: readonly string[] }[] = [
  { folder: 'src/engine/allocators', shared: [] },
  { folder: 'src/ui', shared: ['canvas', 'parts', 'styles'] },
]

/** Where the same scenario must give the same bytes, and what therefore must be passed in instead. */
export const WITHOUT_SURROUNDINGS = /^src\/(engine|share|course|state)\//
export const SURROUNDINGS: readonly string[] = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'globalThis',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'crypto',
  'Math.random',
]

/** Imports that break the table for the time being, with the reason. Meant to stay empty. */
export const DEBT: readonly { readonly from: string; readonly to: string; readonly reason: string }[] = []

function layer(
  name: string,
  files: RegExp,
  values: readonly string[],
  types: readonly string[] = [],
  packages: readonly string[] = [],
): Layer {
  return { name, files, values, types, packages }
}

/** The table as `docs/architecture.md` shows it. */
export function markdownTable(layers: readonly Layer[]): string {
  const rows = layers.map((row) => {
    const files = row.files.source
      .replaceAll('\\', '')
      .replace(/^\^/, '')
      .replace(/\$$/, '')
      .replaceAll('[^/]+', '*')
    return `| ${row.name} | \`${files.replaceAll('|', ',')}\` | ${list(row.values)} | ${list(row.types)} | ${list(row.packages)} |`
  })
  return [
    '| layer | files | imports values of | and types of | packages |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function list(names: readonly string[]): string {
  if (!ENGINE.every((name) => names.includes(name))) return names.join(', ')
  return ['all of the engine', ...names.filter((name) => !ENGINE.includes(name))].join(', ')
}
