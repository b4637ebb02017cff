import { FREE, FREE_KEEP, MALLOC, type Trace } from '../trace.ts'
import { TraceBuilder } from '../traces/columns.ts'
import type { OstepFlags } from './args.ts'
import { type OstepEvent, type OstepHeap, runProgram } from './program.ts'

/** Operations that a homework may have. */
const OPERATION_LIMIT = 1_000_000

/** The operations of a homework, and the program's text for each. */
export interface Homework {
  readonly trace: Trace
  readonly lines: readonly string[]
}

/**
 * The homework that the flags describe, as a trace. Which operations are drawn depends on which allocations
 * succeed, so they run on `heap` beside. Where malloc.py would die, or where a size is below what a C program
 * can ask for, the trace ends with an error.
 */
export function homeworkTrace(flags: OstepFlags, heap: OstepHeap): Homework {
  const builder = new TraceBuilder(OPERATION_LIMIT)
  const lines: string[] = []
  const run = runProgram(flags, heap)
  let next = run.next()
  for (; next.done !== true; next = run.next()) {
    lines.push(lineOf(next.value))
    if (!add(builder, next.value, flags, lines.length)) break
  }
  if (next.done === true && next.value !== null) builder.fail(lines.length + 1, 1, next.value.reason)
  return { trace: builder.build(), lines }
}

function lineOf(event: OstepEvent): string {
  switch (event.kind) {
    case 'alloc':
      return `ptr[${event.pointer}] = Alloc(${event.written})`
    case 'free':
    case 'lost':
      return `Free(ptr[${event.pointer}])`
    case 'skip':
      return 'Invalid Free: Skipping'
  }
}

/** False when the trace has to end here. */
function add(builder: TraceBuilder, event: OstepEvent, flags: OstepFlags, line: number): boolean {
  switch (event.kind) {
    case 'alloc': {
      if (event.size + flags.headerSize < 1 || event.size < 0) {
        builder.fail(line, 1, `a block of ${event.written} bytes has no bytes of its own; the lab stops here`)
        return false
      }
      if (!builder.add(MALLOC, builder.ids.index(event.pointer), event.size, 0, line)) return false
      if (!Number.isSafeInteger(event.size)) builder.setExact(event.written, '0', line)
      return true
    }
    case 'free': {
      // A listed free keeps the pointer, so that the list can free it again.
      const kind = flags.list === '' ? FREE : FREE_KEEP
      return builder.add(kind, builder.ids.index(event.pointer), 0, 0, line)
    }
    case 'skip':
      builder.warn(line, 1, () => 'this frees a pointer that does not exist yet, and is skipped')
      return true
    case 'lost':
      return true
  }
}
