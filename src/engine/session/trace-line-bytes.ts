import type { History } from './history.ts'
import type { Loaded } from './load.ts'
import { operationAtLine, sourceLine } from './source.ts'
import type { LineBytes, LineBytesRequest } from './views.ts'

/** Lines of a trace that are told at once. */
const MOST_LINES = 2000

/** What the lines of a trace that the request asks for have allocated and freed: each its own operations alone. */
export function traceLineBytes(
  loaded: Loaded,
  history: History,
  done: number,
  { operations, firstLine, count }: LineBytesRequest,
): LineBytes[] {
  const now = Math.min(operations, done)
  const last = firstLine + Math.min(count, MOST_LINES)
  const told: LineBytes[] = []
  for (let row = operationAtLine(loaded, firstLine); row >= 0 && row < now; row++) {
    const line = sourceLine(loaded, row)
    if (line >= last) break
    const ended = history.ends[row]! - 1
    const isGiven = history.address[row] !== 0
    if (!isGiven && ended < 0) continue
    const allocated = isGiven ? history.requested[row]! : 0
    told.push({
      file: '',
      line,
      allocations: Number(isGiven),
      allocated,
      frees: Number(ended >= 0),
      freed: ended < 0 ? 0 : history.requested[ended]!,
      live: isGiven && !history.isFreed(row, now) ? allocated : 0,
    })
  }
  return told
}
