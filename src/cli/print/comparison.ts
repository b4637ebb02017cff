import { thousands } from '../../engine/format.ts'
import { optionsText, type Result } from '../result.ts'
import { ratio } from './report.ts'
import { table } from './table.ts'

interface Column {
  readonly title: string
  readonly value: (result: Result) => number
  readonly text: (value: number) => string
  /** 1 where more is better, -1 where less is, 0 where neither is. */
  readonly better: 1 | -1 | 0
}

const COLUMNS: readonly Column[] = [
  { title: 'utilization', value: ({ info }) => info.summary.utilization, text: ratio, better: 1 },
  { title: 'peak heap', value: ({ info }) => info.summary.peakHeap, text: thousands, better: -1 },
  { title: 'final heap', value: ({ info }) => info.summary.finalHeap, text: thousands, better: -1 },
  { title: 'ext. frag.', value: ({ info }) => info.summary.externalFragmentation, text: ratio, better: -1 },
  { title: 'worst', value: ({ worstFragmentation }) => worstFragmentation, text: ratio, better: -1 },
  { title: 'probes', value: ({ info }) => info.summary.probes, text: thousands, better: -1 },
  { title: 'sys. calls', value: ({ info }) => info.summary.syscalls, text: thousands, better: -1 },
  { title: 'failed', value: ({ info }) => info.summary.failed, text: thousands, better: -1 },
  { title: 'findings', value: ({ info }) => info.findingCount, text: thousands, better: 0 },
]

/** Runs of one workload side by side; a star marks the best of each column that has a best. */
export function* comparison(title: string, results: readonly Result[]): Iterable<string> {
  const best = COLUMNS.map((column) => bestOf(column, results))
  const rows = results.map((result) => [
    [result.allocator.id, optionsText(result.scenario.allocator.options)].join(' ').trimEnd(),
    ...COLUMNS.map((column, i) => {
      const value = column.value(result)
      return column.text(value) + (value === best[i] ? '*' : ' ')
    }),
  ])
  const operations = thousands(results[0]?.info.total ?? 0)
  yield `${title}: ${operations} operations; * is the best of a column\n\n`
  const head = ['', ...COLUMNS.map((column) => `${column.title} `)]
  yield* table([head, ...rows], ['left', ...COLUMNS.map(() => 'right' as const)])
}

/** The best value of a column; null where all are equal or none is better. */
function bestOf({ value, better }: Column, results: readonly Result[]): number | null {
  const values = results.map(value)
  if (better === 0 || values.every((each) => each === values[0])) return null
  return better > 0 ? Math.max(...values) : Math.min(...values)
}
