import { ExitSignal, type HostCall, type HostFunction, KillSignal } from '../../host.ts'
import { host } from './define.ts'
import { PROCESS_ID } from './descriptors.ts'

/*
 * The process itself: how it ends, what it is called, what time it is.
 */

/** 2024-01-01 00:00:00 UTC: when every program starts. */
const START_SECONDS = 1704067200

/** The time of the `n`th question, in microseconds after the start: each takes one. */
function seconds(call: HostCall, questions: number): void {
  call.returnHalves(START_SECONDS + Math.floor(questions / 1e6), 0)
}

/** Ends and facts of the process. */
export const processFunctions: readonly HostFunction[] = [
  host('_exit', (call) => {
    throw new ExitSignal(call.int(0) & 255)
  }),
  host('abort', () => {
    throw new KillSignal('SIGABRT', 'Aborted')
  }),
  host('getpid', (call) => call.returnInt(PROCESS_ID)),
  host('getppid', (call) => call.returnInt(PROCESS_ID - 1)),
  host('__start_time', (call) => seconds(call, call.size(0))),
  host('__has_terminal', (call) => call.returnInt(call.options.isTerminal ? 1 : 0)),
]
