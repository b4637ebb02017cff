import { straceAligned, straceLine } from '../kernel/index.ts'
import type { Address } from '../units.ts'
import { BEFORE_ALL, type SyscallLog } from './syscall-log.ts'
import { syscallWords } from './syscall-words.ts'
import type { SyscallRequest, SyscallView, SyscallWindow } from './views.ts'

/** Calls of one answer at most. */
const WINDOW = 5000

/** What a workload says of the operation that made a system call. */
export interface CallerTelling {
  /** It, as its author wrote it. */
  text(operation: number): string
  /** `line 8`; '' where there is nothing to add to the number of the operation. */
  where(operation: number): string
}

/** The system calls of a run. */
export interface SystemCalls {
  readonly log: SyscallLog
  readonly callers: CallerTelling
  /** Where the break stood before the first of them. */
  readonly brkStart: Address
}

/** Calls of a run as strace prints them, with what each changed and who made it. */
export function syscallWindow(
  { log, callers, brkStart }: SystemCalls,
  { from, count, operation }: SyscallRequest,
): SyscallWindow {
  const wanted = from ?? log.before(operation) - Math.floor(count / 2)
  const first = Math.max(0, Math.min(wanted, log.length))
  const end = Math.min(log.length, first + Math.min(count, WINDOW))
  let breakBefore = log.breakBefore(first, brkStart)
  const calls: SyscallView[] = []
  for (let i = first; i < end; i++) {
    const call = log.call(i)
    const maker = log.operation(i)
    const isBefore = maker === BEFORE_ALL
    calls.push({
      line: straceLine(call),
      aligned: straceAligned(call),
      words: syscallWords(call, breakBefore),
      operation: maker,
      by: isBefore ? '' : callers.text(maker),
      where: isBefore ? '' : callers.where(maker),
    })
    if (call.name === 'brk') breakBefore = call.result
  }
  return {
    from: first,
    calls,
    kept: log.length,
    made: log.made,
    counts: log.counts(),
    before: log.before(operation),
    through: log.before(operation + 1),
  }
}
