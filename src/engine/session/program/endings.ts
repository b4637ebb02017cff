import { counted, thousands } from '../../format.ts'
import type { Fault } from '../../memory/index.ts'
import type { Stop } from '../../workload/c/vm/index.ts'
import type { Ending } from '../scenario.ts'
import type { ProgramMachine } from './machine.ts'
import { whatLiesAt } from './surroundings.ts'

/** What a stop of the virtual machine means for the session; null when the program can go on. `misuse`: why the lab ended it. */
export function endingOf(machine: ProgramMachine, stop: Stop, misuse: string | null): Ending | null {
  const operation = Math.max(0, machine.current)
  const where = machine.statements.where(machine.statement)
  switch (stop.kind) {
    case 'event':
    case 'budget':
      return null
    case 'input':
      return {
        operation,
        kind: 'input',
        message: `The program waits for input on ${where}.`,
      }
    case 'exited':
      return {
        operation,
        kind: 'exit',
        status: stop.status,
        message: `The program has ended with exit status ${stop.status}.`,
      }
    case 'search': {
      const message = `The search looked at ${thousands(stop.probes)} chunks and did not end: stopped.`
      return { operation, kind: 'budget', message }
    }
    case 'killed': {
      const { signal, fault, address } = stop
      if (misuse !== null) {
        const message = `${misuse} The scenario ends here, as it was told to on wrong use.`
        return { operation, kind: 'misuse', message }
      }
      if (fault !== null) {
        const why = stackText(machine, fault) ?? textIn(address) ?? `${whatLiesAt(machine, fault.address)}.`
        const message = `${faultText(fault, address)} ${why}`
        return { operation, kind: 'fault', signal, message, address: fault.address }
      }
      const kind = signal === 'SIGABRT' ? 'abort' : signal === 'SIGSEGV' ? 'fault' : 'signal'
      const words = SHELL_WORDS[signal] ?? signal
      const why = stop.message === words ? '' : `: ${stop.message}`
      return { operation, kind, signal, message: `${words} (${signal})${why}.` }
    }
  }
}

/** What the shell says of a process that a signal has killed. */
export const SHELL_WORDS: Readonly<Record<string, string>> = {
  SIGSEGV: 'Segmentation fault',
  SIGABRT: 'Aborted',
  SIGFPE: 'Floating point exception',
  SIGILL: 'Illegal instruction',
  SIGTRAP: 'Trace/breakpoint trap',
  SIGBUS: 'Bus error',
}

function faultText(fault: Fault, address: bigint): string {
  const at = `0x${address.toString(16)}`
  if (fault.kind === 'exhausted') return `Killed: the process uses more memory than the lab allows, at ${at}.`
  if (fault.access === 'execute')
    return `Segmentation fault (SIGSEGV): a jump to ${at}, where no function is.`
  const what = `a ${fault.access} of ${fault.size === 1 ? '1 byte' : `${thousands(fault.size)} bytes`} at ${at}`
  const why = fault.kind === 'unmapped' ? 'where nothing is mapped' : 'which its page does not allow'
  return `Segmentation fault (SIGSEGV): ${what}, ${why}.`
}

/** Why the stack is full; null for a fault elsewhere. Below it lies the gap that the kernel keeps free. */
function stackText(machine: ProgramMachine, { address }: Fault): string | null {
  const { stackFloor, stackTop } = machine.process
  if (address >= stackTop || address < stackFloor - MIB || address >= stackFloor + MIB) return null
  const frames = machine.frames()
  const name = frames[0]?.function.name ?? ''
  return `The stack is full: it may grow to ${Math.round((stackTop - stackFloor) / MIB)} MiB. ${name} was called once too often: ${frames.length >= MOST_COUNTED ? 'more than ' : ''}${counted(frames.length, 'call')} are under way.`
}

const MIB = 2 ** 20
/** Frames that are counted. */
const MOST_COUNTED = 1000

/** Addresses from here on that the processor does not even look up. */
const CANONICAL = 1n << 47n

/** Letters in an address that is none: text has been taken for a pointer. */
function textIn(address: bigint): string | null {
  if (address < CANONICAL) return null
  const bytes = Array.from({ length: 8 }, (_, i) => Number((address >> BigInt(8 * i)) & 0xffn))
  const isText = bytes.slice(1).every((byte) => byte >= 0x20 && byte < 0x7f)
  if (!isText) return null
  return `No address is so large. Its bytes are text, "${String.fromCharCode(...bytes)}": something has been written over a pointer.`
}
