import type { Finding, Series } from '../../engine/session/index.ts'

/** What the timeline shows, in columns. Operations count from 0. */
export interface TimelineModel {
  /** Operations of the workload, and how many of them have been run. */
  readonly total: number
  readonly done: number
  /** Operations that the figures cover: bucket i stands for [i * covered / buckets, (i + 1) * covered / buckets). */
  readonly covered: number
  /** Most and least live bytes in each bucket. */
  readonly live: Series | null
  /** External fragmentation in each bucket, 0 to 1. */
  readonly fragmentation: Float64Array
  readonly findings: readonly Finding[]
  /** The operation at which allocators that are compared part company; -1 for none. */
  readonly parting: number
  /** The operation of the pinned moment; -1 for none. */
  readonly pinned: number
  /** The operation on the screen. */
  readonly operation: number
  /** Whether what comes behind it must not be seen. */
  readonly isCovered: boolean
}

/** Where things lie, in CSS pixels. */
export interface TimelineFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const MARGIN = 16
/** Room on the left for what the colours mean, on a canvas that has it. */
const GUTTER = 146
const WITH_GUTTER = 640
/** Room below the curves for a tick an operation. */
const TICKS = 18

export function frameOf(width: number, height: number): TimelineFrame {
  return {
    left: width < WITH_GUTTER ? MARGIN : GUTTER,
    right: width - MARGIN,
    top: 18,
    bottom: height - TICKS,
  }
}

/** Where an operation stands from left to right. */
export function xOf(frame: TimelineFrame, total: number, operation: number): number {
  const width = frame.right - frame.left
  return total <= 1 ? frame.left + width / 2 : frame.left + (operation / (total - 1)) * width
}

/** The operation nearest to a place, within those of the workload. */
export function operationAt(frame: TimelineFrame, total: number, x: number): number {
  const share = (x - frame.left) / Math.max(1, frame.right - frame.left)
  return Math.max(0, Math.min(total - 1, Math.round(share * (total - 1))))
}
