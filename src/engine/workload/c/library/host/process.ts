import { ExitSignal, type HostFunction, KillSignal } from '../../host.ts'
import { host } from './define.ts'
import { PROCESS_ID } from './descriptors.ts'

/*
 * The process itself: how it ends, what it is called, how much memory it has.
 */

/** Linux's signals on x86, by number, with what the shell prints for them. */
const SIGNALS: readonly (readonly [name: string, message: string])[] = [
  ['', ''],
  ['SIGHUP', 'Hangup'],
  ['SIGINT', 'Interrupt'],
  ['SIGQUIT', 'Quit'],
  ['SIGILL', 'Illegal instruction'],
  ['SIGTRAP', 'Trace/breakpoint trap'],
  ['SIGABRT', 'Aborted'],
  ['SIGBUS', 'Bus error'],
  ['SIGFPE', 'Floating point exception'],
  ['SIGKILL', 'Killed'],
  ['SIGUSR1', 'User defined signal 1'],
  ['SIGSEGV', 'Segmentation fault'],
  ['SIGUSR2', 'User defined signal 2'],
  ['SIGPIPE', 'Broken pipe'],
  ['SIGALRM', 'Alarm clock'],
  ['SIGTERM', 'Terminated'],
]

/** A signal without a handler: those above end the process, the others (SIGCHLD, SIGWINCH …) do nothing. */
function killSelf(number: number): void {
  const signal = SIGNALS[number]
  if (number > 0 && signal !== undefined) throw new KillSignal(...signal)
}

/** Ends and facts of the process. */
export const processFunctions: readonly HostFunction[] = [
  host('_exit', (call) => {
    throw new ExitSignal(call.int(0) & 255)
  }),
  host('abort', () => killSelf(6)),
  host('__kill_self', (call) => killSelf(call.int(0))),
  host('getpid', (call) => call.returnInt(PROCESS_ID)),
  host('getppid', (call) => call.returnInt(PROCESS_ID - 1)),
  host('__has_terminal', (call) => call.returnInt(call.options.isTerminal ? 1 : 0)),
  host('__memory_figure', (call) => {
    call.returnLong(call.int(0) === 0 ? call.process.residentBytes : call.process.pageFaults)
  }),
]
