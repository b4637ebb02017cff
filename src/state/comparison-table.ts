import { thousands } from '../engine/format.ts'
import { externalFragmentation, internalFragmentation } from '../engine/fragmentation.ts'
import type { FigureColumns, Scenario, SessionInfo } from '../engine/session/index.ts'
import { allocatorName } from './comparison.ts'
import { endedEarly } from './selectors.ts'
import type { LabState } from './store.ts'

/** A run that takes part: the page's own first, then the rivals. */
export interface Contender {
  /** 0 for the page's own run, else the rival's. */
  readonly key: number
  readonly name: string
  readonly allocator: Scenario['allocator']
  readonly info: SessionInfo | null
  readonly whole: FigureColumns | null
}

/** A figure of one run. `mark`: whether it is the best of its row, alone or with others; null where it is not. */
export interface Cell {
  /** NaN while it is not known. */
  readonly value: number
  readonly text: string
  readonly mark: 'best' | 'tie' | null
}

/** One figure for all runs. */
export interface TableRow {
  readonly name: string
  readonly help: string
  readonly better: 'more' | 'less'
  readonly cells: readonly Cell[]
}

/** All who take part; empty while nothing is compared. */
export function contendersOf({
  scenario,
  info,
  comparison,
}: Pick<LabState, 'scenario' | 'info' | 'comparison'>): readonly Contender[] {
  if (scenario === null || comparison === null) return []
  const own = { key: 0, allocator: scenario.allocator, info, whole: comparison.whole }
  return [own, ...comparison.rivals].map(({ key, allocator, info: its, whole }) => ({
    key,
    name: allocatorName(allocator),
    allocator,
    info: its,
    whole,
  }))
}

interface Measure {
  readonly name: string
  readonly help: string
  readonly better: 'more' | 'less'
  readonly value: (info: SessionInfo, whole: FigureColumns) => number
  readonly text: (value: number) => string
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const twoDigits = (value: number) => thousands(Math.floor(value)) + value.toFixed(2).slice(-3)

const MEASURES: readonly Measure[] = [
  {
    name: 'Utilization',
    help: 'Most bytes requested at a time ÷ the largest heap',
    better: 'more',
    value: ({ summary }) => summary.utilization,
    text: percent,
  },
  {
    name: 'Peak heap, bytes',
    help: 'The largest heap, mappings included',
    better: 'less',
    value: ({ summary }) => summary.peakHeap,
    text: thousands,
  },
  {
    name: 'Heap at the end, bytes',
    help: 'What has not been given back to the kernel',
    better: 'less',
    value: ({ summary }) => summary.finalHeap,
    text: thousands,
  },
  {
    name: 'Probes per call, mean',
    help: 'Chunks that a search looks at',
    better: 'less',
    value: ({ summary }) => (summary.operations === 0 ? 0 : summary.probes / summary.operations),
    text: twoDigits,
  },
  {
    name: 'Probes per call, most',
    help: 'The longest search',
    better: 'less',
    value: (_info, { metrics }) => metrics.probes[0] ?? 0,
    text: thousands,
  },
  {
    name: 'External fragmentation, peak',
    help: '1 − largest free chunk ÷ all free bytes, when the heap was largest',
    better: 'less',
    value: (_info, { metrics }) => externalFragmentation(metrics.free[0] ?? 0, metrics.largestFree[0] ?? 0),
    text: percent,
  },
  {
    name: 'External fragmentation, end',
    help: 'The same at the end of the run',
    better: 'less',
    value: ({ summary }) => summary.externalFragmentation,
    text: percent,
  },
  {
    name: 'Internal fragmentation, peak',
    help: '1 − requested ÷ bytes of chunks in use, when the heap was largest',
    better: 'less',
    value: (_info, { metrics }) => internalFragmentation(metrics.live[0] ?? 0, metrics.chunkBytes[0] ?? 0),
    text: percent,
  },
  {
    name: 'Internal fragmentation, end',
    help: 'The same at the end of the run',
    better: 'less',
    value: ({ summary }) => summary.internalFragmentation,
    text: percent,
  },
  {
    name: 'System calls',
    help: 'sbrk, mmap and the like, those before the first operation included',
    better: 'less',
    value: ({ summary }) => summary.syscalls,
    text: thousands,
  },
  {
    name: 'Failed calls',
    help: 'Requests that were refused',
    better: 'less',
    value: ({ summary }) => summary.failed,
    text: thousands,
  },
]

/** What stands where a run has no figures yet. */
const UNKNOWN = '…'

/**
 * The figures of all runs. The best of a row is marked when all runs are complete; what reads the same is a tie. A run
 * that ended before its time has done less, so its figures are shown but win nothing.
 */
export function comparisonTable(contenders: readonly Contender[]): readonly TableRow[] {
  const complete = contenders.every(isComplete)
  return MEASURES.map(({ name, help, better, value, text }) => {
    const values = contenders.map(({ info, whole }) =>
      info === null || whole === null ? Number.NaN : value(info, whole),
    )
    const texts = values.map((each) => (Number.isNaN(each) ? UNKNOWN : text(each)))
    const fair = contenders.map(({ info }) => info !== null && !endedEarly(info.ending))
    const best = complete ? bestOf(values, fair, better) : -1
    const same = texts.filter((each, i) => fair[i] && each === texts[best]).length
    // Where nobody is better than anybody else there is nothing to mark.
    const marked = best >= 0 && same < fair.filter(Boolean).length
    const cells = texts.map((each, i): Cell => {
      const wins = marked && fair[i] && each === texts[best]
      return { value: values[i]!, text: each, mark: wins ? (same > 1 ? 'tie' : 'best') : null }
    })
    return { name, help, better, cells }
  })
}

function isComplete({ info, whole }: Contender): boolean {
  return info?.complete === true && whole !== null
}

/** Index of the best value of those that count; -1 if none does. */
function bestOf(values: readonly number[], counts: readonly boolean[], better: 'more' | 'less'): number {
  const sign = better === 'more' ? -1 : 1
  return values.reduce((best, value, i) => {
    if (!counts[i] || Number.isNaN(value)) return best
    return best < 0 || sign * value < sign * values[best]! ? i : best
  }, -1)
}

const MARKS = { best: ' (best)', tie: ' (best, tie)' } as const

/** The table as lines of values with commas; shares are between 0 and 1. */
export function tableCsv(contenders: readonly Contender[]): string {
  const lines = [
    ['figure', 'better', ...contenders.map(({ name }) => name)],
    ...comparisonTable(contenders).map(({ name, better, cells }) => [
      name,
      better,
      ...cells.map(({ value }) => (Number.isNaN(value) ? '' : String(value))),
    ]),
  ]
  return `${lines.map((line) => line.map(quoted).join(',')).join('\n')}\n`
}

function quoted(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** The table in Markdown; the best of a row is bold, and said. */
export function tableMarkdown(contenders: readonly Contender[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rows = comparisonTable(contenders).map(({ name, cells }) =>
    line([name, ...cells.map(({ text, mark }) => (mark === null ? text : `**${text}**${MARKS[mark]}`))]),
  )
  const head = line(['', ...contenders.map(({ name }) => name)])
  const rule = `|---|${contenders.map(() => '---:|').join('')}`
  return `${[head, rule, ...rows].join('\n')}\n`
}
