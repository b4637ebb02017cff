import { ProcessAbort } from '../../../allocators/allocator.ts'
import { BudgetSignal } from '../../../allocators/stats.ts'
import { type Fault, FaultSignal } from '../../../memory/index.ts'
import { OP } from '../bytecode.ts'
import { ExitSignal, InputWait, KillSignal } from '../host.ts'
import { hi, lo } from './registers.ts'
import type { Vm } from './vm.ts'

/**
 * Why a run stopped.
 * - `event`: right before the instruction that begins event `untilEvent`.
 * - `budget`: the instructions it was given are used up; running again goes on.
 * - `input`: a host function waits for more input; running again makes the call again.
 * - `exited`, `killed`: the program is over. `fault`: the access that a SIGSEGV is for.
 * - `search`: the allocator has looked at so many chunks that it will hardly end.
 */
export type Stop =
  | { readonly kind: 'event' | 'budget' | 'input' }
  | { readonly kind: 'exited'; readonly status: number }
  | {
      readonly kind: 'killed'
      readonly signal: string
      readonly message: string
      readonly fault: Fault | null
      /** The address of the fault as 64 bits: `fault.address` is only near it where no memory can be. */
      readonly address: bigint
    }
  | { readonly kind: 'search'; readonly probes: number }

/** Why a signal of simulated code stops the run. Anything else is thrown on. */
export function stopOf(vm: Vm, signal: unknown): Stop {
  if (signal instanceof FaultSignal) return segmentation(vm, signal.fault)
  if (signal instanceof ExitSignal) return { kind: 'exited', status: signal.status }
  if (signal instanceof KillSignal) {
    return { kind: 'killed', signal: signal.signal, message: signal.message, fault: null, address: 0n }
  }
  if (signal instanceof ProcessAbort) {
    return { kind: 'killed', signal: 'SIGABRT', message: signal.message, fault: null, address: 0n }
  }
  if (signal instanceof BudgetSignal) return { kind: 'search', probes: signal.probes }
  if (signal instanceof InputWait) return { kind: 'input' }
  throw signal
}

function segmentation(vm: Vm, fault: Fault): Stop {
  return {
    kind: 'killed',
    signal: 'SIGSEGV',
    message: 'Segmentation fault',
    fault,
    address: faultAddress(vm, fault),
  }
}

/** The exact address of a fault. A pointer full of text has more bits than a number holds. */
function faultAddress({ code, pc }: Vm, { address }: Fault): bigint {
  const instruction = code[pc]!
  const op = instruction & 0xff
  const isAccess = op >= OP.LD_S8 && op <= OP.ST_F64
  if (Number.isSafeInteger(address) || !isAccess) return BigInt.asUintN(64, BigInt(Math.trunc(address)))
  const b = (instruction >>> 16) & 0xff
  const base = (BigInt(hi[b]!) << 32n) | BigInt(lo[b]! >>> 0)
  return BigInt.asUintN(64, base + BigInt(code[pc + 1]!))
}
