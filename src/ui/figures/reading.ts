import { useState } from 'react'
import type { FigureColumns } from '../../engine/session/index.ts'
import { useLabState } from '../context.ts'
import { bytesShort, count } from '../format.ts'
import { pointOf, stretchOf } from './model.ts'

/** What is read off the charts: what the person points at, or else the operation on the screen. */
export interface Reading {
  /** The point of the charts that is pointed at; -1 if none is. */
  readonly point: number
  /** The figures that are told, and the place in their columns. */
  readonly told: FigureColumns
  readonly index: number
  /** The operation they are of. */
  readonly operation: number
  /** Points at what tells of an operation; null points at nothing. */
  readonly read: (operation: number | null) => void
  /** Goes so many points on, from the operation on the screen if nothing is pointed at. */
  readonly move: (points: number) => void
}

/** `now`: the operation on the screen. Of a long run its own figures are told, not those of its neighbours. */
export function useReading(figures: FigureColumns, now: number): Reading {
  const here = useLabState((state) => state.figuresHere)
  const [pointed, setPointed] = useState(-1)
  const last = figures.operation.length - 1
  const point = Math.min(pointed, last)
  const nowPoint = Math.max(0, pointOf(figures, now))
  const isHere = point < 0 && here !== null && here.from === now
  const told = isHere ? here : figures
  const index = isHere ? 0 : point < 0 ? nowPoint : point
  return {
    point,
    told,
    index,
    operation: told.operation[index] ?? now,
    read: (operation) => setPointed(operation === null ? -1 : pointOf(figures, operation)),
    move: (points) => setPointed(Math.max(0, Math.min(last, (point < 0 ? nowPoint : point) + points))),
  }
}

/** Which operation is told of, and how large its heap is. */
export function readingText({ told, index, operation }: Reading): string {
  const [from, to] = stretchOf(told, index)
  const among = to > from ? ` (of ${count(from + 1)} to ${count(to + 1)}, the largest heap)` : ''
  return `After operation ${count(operation + 1)}${among}: heap ${bytesShort(told.metrics.footprint[index] ?? 0)}`
}
