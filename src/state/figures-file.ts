import { externalFragmentation, internalFragmentation } from '../engine/fragmentation.ts'
import { PARTS } from '../engine/parts.ts'
import type { FigureColumns, MetricName } from '../engine/session/index.ts'

/** Operations told one by one in a file of figures; of more, each line stands for several. */
export const MOST_TOLD = 100_000

/** The bytes of a part are called by its name; these figures stand behind them. */
const FIGURES: readonly (readonly [name: string, metric: MetricName])[] = [
  ['heap', 'footprint'],
  ['brk_heap', 'heap'],
  ['mapped', 'mapped'],
  ['resident', 'resident'],
  ['chunk_bytes', 'chunkBytes'],
  ['free', 'free'],
  ['largest_free', 'largestFree'],
  ['used_chunks', 'usedChunks'],
  ['free_chunks', 'freeChunks'],
  ['probes', 'probes'],
  ['system_calls', 'syscalls'],
]

/** The columns of a file of figures, in order. Operations count from 1; fragmentation is between 0 and 1. */
export const COLUMN_NAMES: readonly string[] = [
  'operation',
  ...PARTS,
  ...FIGURES.map(([name]) => name),
  'internal_fragmentation',
  'external_fragmentation',
]

/** Line `i` of the figures: a number for each column. */
export function rowOf({ operation, parts, metrics }: FigureColumns, i: number): number[] {
  return [
    operation[i]! + 1,
    ...PARTS.map((part) => parts[part][i]!),
    ...FIGURES.map(([, metric]) => metrics[metric][i]!),
    short(internalFragmentation(metrics.live[i]!, metrics.chunkBytes[i]!)),
    short(externalFragmentation(metrics.free[i]!, metrics.largestFree[i]!)),
  ]
}

function short(share: number): number {
  return Math.round(share * 1e6) / 1e6
}

/** What a thinned file says of itself; null where every operation is told. */
export function thinningNote(total: number, width: number): string | null {
  if (width <= 1) return null
  return `Thinned: of every ${width} of the ${total} operations, the one with the largest heap. probes are the most of one operation, system_calls those of all.`
}

/** A file of figures that is written slice by slice, so that no slice takes long. */
export interface FigureWriter {
  add(figures: FigureColumns): void
  /** The pieces of the file. */
  finish(): Uint8Array<ArrayBuffer>[]
}

const ENCODER = new TextEncoder()

/** Lines of numbers with commas, the names of the columns first; before them the note, if there is one, behind a `#`. */
export function csvWriter(note: string | null): FigureWriter {
  const head = note === null ? '' : `# ${note}\n`
  const pieces = [ENCODER.encode(`${head}${COLUMN_NAMES.join(',')}\n`)]
  return {
    add: (figures) => {
      const lines = rowsOf(figures).map((row) => `${row.join(',')}\n`)
      pieces.push(ENCODER.encode(lines.join('')))
    },
    finish: () => pieces,
  }
}

/** An object with the figures in columns, by name; `about` comes first. */
export function jsonWriter(about: Readonly<Record<string, unknown>>, note: string | null): FigureWriter {
  const head = JSON.stringify({ ...about, ...(note === null ? {} : { note }) })
  const columns = COLUMN_NAMES.map((name, i) => {
    const before = i === 0 ? `${head.slice(0, -1)},\n  "columns": {\n` : '],\n'
    return [ENCODER.encode(`${before}    "${name}": [`)]
  })
  return {
    add: (figures) => {
      const rows = rowsOf(figures)
      columns.forEach((pieces, i) => {
        const comma = pieces.length > 1 ? ',' : ''
        pieces.push(ENCODER.encode(comma + rows.map((row) => row[i]).join(',')))
      })
    },
    finish: () => [...columns.flat(), ENCODER.encode(']\n  }\n}\n')],
  }
}

function rowsOf(figures: FigureColumns): number[][] {
  return Array.from(figures.operation, (_, i) => rowOf(figures, i))
}
