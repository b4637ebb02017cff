import { externalFragmentation, internalFragmentation } from '../../engine/fragmentation.ts'
import type { PartName } from '../../engine/parts.ts'
import type { FigureColumns } from '../../engine/session/index.ts'
import { partName, partsShown } from '../part-words.ts'

/** What the numbers of a chart are, which decides its grid and its labels. */
export type Unit = 'bytes' | 'share' | 'count'

/** The colours of a chart: a part's own, or one of the lines. */
export type Tint = PartName | 'live' | 'heap' | 'resident' | 'mapped' | 'internal' | 'external' | 'probes'

/** A row of numbers, one for each point of the chart. */
export interface Row {
  readonly tint: Tint
  readonly name: string
  readonly values: Float64Array
}

/** A chart over the operations of a run. */
export interface Chart {
  readonly id: 'parts' | 'bytes' | 'fragmentation' | 'probes'
  readonly title: string
  /** Whether the rows lie on each other, are lines, or bars. */
  readonly shape: 'stack' | 'lines' | 'bars'
  readonly unit: Unit
  /** Whether equal ways up are equal factors, for rows of very different sizes. */
  readonly isLogarithmic: boolean
  /** The operation of each point. */
  readonly operations: Float64Array
  readonly rows: readonly Row[]
  /** The largest value that must fit. */
  readonly most: number
}

/** The charts of a run under an allocator of this factory. `ownMalloc`: of its heap only the blocks are known. */
export function chartsOf(figures: FigureColumns, factory: string, ownMalloc: boolean): readonly Chart[] {
  const { metrics, operation: operations, parts } = figures
  const each = (value: (i: number) => number) => Float64Array.from(operations, (_, i) => value(i))
  const internal = each((i) => internalFragmentation(metrics.live[i]!, metrics.chunkBytes[i]!))
  const external = each((i) => externalFragmentation(metrics.free[i]!, metrics.largestFree[i]!))
  const fragmentation: Chart = {
    id: 'fragmentation',
    title: 'Fragmentation',
    shape: 'lines',
    unit: 'share',
    isLogarithmic: false,
    operations,
    rows: [
      { tint: 'internal', name: 'internal', values: internal },
      { tint: 'external', name: 'external', values: external },
    ],
    most: 1,
  }
  const probes: Chart = {
    id: 'probes',
    title: 'Probes per operation',
    shape: 'bars',
    unit: 'count',
    isLogarithmic: false,
    operations,
    rows: [{ tint: 'probes', name: 'probes', values: metrics.probes }],
    most: largest(metrics.probes),
  }
  const all: readonly Chart[] = [
    {
      id: 'parts',
      title: 'Where each byte goes',
      shape: 'stack',
      unit: 'bytes',
      isLogarithmic: false,
      operations,
      rows: partsShown(ownMalloc).map((part) => ({
        tint: part,
        name: partName(part, factory, ownMalloc),
        values: parts[part],
      })),
      most: largest(metrics.footprint),
    },
    {
      id: 'bytes',
      title: 'Bytes',
      shape: 'lines',
      unit: 'bytes',
      isLogarithmic: true,
      operations,
      rows: [
        { tint: 'live', name: 'requested', values: metrics.live },
        { tint: 'heap', name: 'heap', values: metrics.footprint },
        { tint: 'resident', name: 'resident', values: metrics.resident },
        { tint: 'mapped', name: 'mapped', values: metrics.mapped },
      ],
      most: largest(metrics.mapped),
    },
    fragmentation,
    probes,
  ]
  // Nobody sees the chunks or the searches of a program's own malloc.
  return ownMalloc ? all.slice(0, 2) : all
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 1)
}

/** The point that tells of an operation: the one whose stretch of operations it lies in; -1 if there is none. */
export function pointOf({ from, to, operation: points }: FigureColumns, operation: number): number {
  if (points.length === 0 || operation < from || operation >= to) return -1
  return Math.min(points.length - 1, Math.floor(((operation - from) * points.length) / (to - from)))
}

/** The operations that a point stands for, from and to, both included. */
export function stretchOf(figures: FigureColumns, point: number): readonly [from: number, to: number] {
  const { from, to, operation } = figures
  const width = (to - from) / operation.length
  return [Math.ceil(from + point * width), Math.ceil(from + (point + 1) * width) - 1]
}
