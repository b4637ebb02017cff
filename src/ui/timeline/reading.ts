import { FINDING_NAMES } from '../../engine/session/findings.ts'
import type { Finding } from '../../engine/session/index.ts'
import { count } from '../format.ts'
import { operationAt, type TimelineFrame, type TimelineModel, xOf } from './model.ts'

/** The pointer is at a finding if its mark is as near as this. */
const NEAR_PX = 6

/** What the timeline tells of a place. */
export interface Reading {
  /** The operation there: that of the finding whose mark is there, else the nearest. */
  readonly operation: number
  readonly finding: Finding | null
  /** Least and most live bytes, and the external fragmentation, 0 to 1; null where nothing is known or told. */
  readonly live: readonly [least: number, most: number] | null
  readonly fragmentation: number | null
}

/** What is told of a place from left to right; null where there is no run. */
export function readingAt(model: TimelineModel, frame: TimelineFrame, x: number): Reading | null {
  const { total, live, fragmentation, isCovered } = model
  if (total === 0) return null
  const finding = findingAt(model, frame, x)
  const operation = finding === null ? operationAt(frame, total, x) : Math.min(finding.operation, total - 1)
  const bucket = bucketOf(model, operation)
  const isTold = bucket >= 0 && !(isCovered && operation >= model.operation)
  return {
    operation,
    finding,
    live: isTold && live !== null ? [live.min[bucket]!, live.max[bucket]!] : null,
    fragmentation: isTold ? (fragmentation[bucket] ?? null) : null,
  }
}

function findingAt({ findings, total }: TimelineModel, frame: TimelineFrame, x: number): Finding | null {
  let nearest: Finding | null = null
  let least = NEAR_PX
  for (const finding of findings) {
    const away = Math.abs(xOf(frame, total, Math.min(finding.operation, total - 1)) - x)
    if (away < least) {
      nearest = finding
      least = away
    }
  }
  return nearest
}

function bucketOf({ live, covered }: TimelineModel, operation: number): number {
  const buckets = live?.max.length ?? 0
  return operation >= covered ? -1 : Math.floor((operation * buckets) / covered)
}

/** A reading in words, a line for each thing. */
export function readingLines({ operation, finding, live, fragmentation }: Reading): readonly string[] {
  const lines = [`Operation ${count(operation + 1)}`]
  if (finding !== null) lines.push(FINDING_NAMES[finding.kind])
  if (live !== null) {
    const [least, most] = live
    lines.push(`${least === most ? count(most) : `${count(least)} to ${count(most)}`} live bytes`)
  }
  if (fragmentation !== null) lines.push(`${Math.round(fragmentation * 100)} % external fragmentation`)
  return lines
}
