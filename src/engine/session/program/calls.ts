import type { Address } from '../../units.ts'
import type { HostCall, HostFunction } from '../../workload/c/host.ts'
import type { HeapCall } from '../../workload/c/vm/index.ts'
import { callText } from './call-text.ts'
import type { Frame } from './frames.ts'
import type { ProgramMachine } from './machine.ts'
import { effectOf, isInLabBlock, PAYLOAD_CALLS } from './own-calls.ts'
import { CALL_NAMES, type CallName } from './rows.ts'

/** Makes the rows of a program: one for each call of the allocator and the kernel, and tells the steps of its answer. */
export class Calls {
  /** Rows made so far. */
  row = 0
  /** The call that the operation makes, as C; null if it has made none. */
  text: string | null = null

  constructor(private readonly machine: ProgramMachine) {}

  /** A call begins. `caller`: the statement that it is made for. Answers its row. */
  begin(name: CallName, a: number, b: number): number {
    const { vm, statement } = this.machine
    const caller = vm.isInLibrary() ? callerIn(this.machine.frames()) : statement
    const row = this.put(name, a, b, caller, false)
    this.text = callText(name, a, b)
    this.machine.observer?.rowBegins(row, name, a, b)
    return row
  }

  /** It is over. `failed`: it was refused memory. */
  end(row: number, failed: boolean): void {
    this.machine.observer?.rowEnds(row, failed)
  }

  /** Tells its answer, as the last step of the operation. */
  answered(name: string, what: 'pointer' | 'number' | 'nothing', value: number): void {
    const { context, process } = this.machine
    context.observer?.({ kind: 'return', name, what, value, errno: process.errno, filled: 0 })
  }

  /** A function of the library, with a row for each call if it is a system call; the malloc family makes its own. */
  withRow(host: HostFunction): HostFunction {
    const name = host.name.replace(/^__/, '') as CallName
    if (!host.isOperation || !KERNEL_CALLS.has(name)) return host
    const run = (call: HostCall) => {
      const [a, b] =
        name === 'mem_sbrk' || name === 'sbrk' ? [call.long(0), 0] : [call.pointer(0), call.size(1)]
      const row = this.begin(name, a, b)
      const { process, vm } = this.machine
      const breakBefore = process.programBreak
      host.run(call)
      const failed = process.errno !== 0
      this.tellBreak(breakBefore)
      this.answered(name, POINTER_CALLS.has(name) ? 'pointer' : 'number', failed ? -1 : vm.answer)
      this.end(row, failed)
    }
    return { ...host, run }
  }

  private tellBreak(from: Address): void {
    const { context, process } = this.machine
    const to = process.programBreak
    if (to > from) context.observer?.({ kind: 'grow', from, to, wanted: to - from })
    else if (to < from) context.observer?.({ kind: 'shrink', from, to })
  }

  /** The program's own malloc, free … is over: a row of its own, at the moment of the answer. */
  ownEnds(call: HeapCall): void {
    const { machine } = this
    const name = call.name as CallName
    const { ended, payload, size } = effectOf(machine, call)
    // Looked up before the call has its row: the live blocks of a row are those of a complete history.
    const isGiven = payload !== 0 && !isInLabBlock(machine, payload)
    const [a = 0, b = 0] = name === 'malloc' ? [0, ...call.arguments] : call.arguments
    // The innermost frame is still the one of malloc itself.
    const row = this.put(name, a, b, callerIn(machine.frames().slice(1)), true)
    this.text ??= callText(name, a, b)
    if (ended >= 0) machine.history.ended(row, ended)
    if (isGiven) machine.history.allocated(row, payload, size)
    this.answered(name, PAYLOAD_CALLS.has(name) ? 'pointer' : 'nothing', payload)
    const failed = payload === 0 && PAYLOAD_CALLS.has(name) && name !== 'realloc'
    machine.observer?.ownEnds(row, call, ended, failed)
  }

  private put(name: CallName, a: number, b: number, caller: number, isOwn: boolean): number {
    const { context, process, history, rows, current } = this.machine
    const row = this.row++
    context.stats.probes = 0
    process.errno = 0
    history.reserve(row)
    rows.put(row, current, name, a, b, caller, isOwn)
    return row
  }
}

/** The statement that a call is made for, of its frames; -1 if the library makes it for itself (a buffer of stdio). */
function callerIn(frames: readonly Frame[]): number {
  const own = frames.findIndex(({ function: { isLibrary } }) => !isLibrary)
  const library = frames.slice(0, Math.max(0, own))
  const isAsked = library.length === 0 || library.some((frame) => GIVES_BLOCKS.has(frame.function.name))
  return isAsked ? (frames[own]?.statement ?? -1) : -1
}

/** Functions of the library that call malloc for their caller. */
const GIVES_BLOCKS: ReadonlySet<string> = new Set([
  'strdup',
  'strndup',
  'asprintf',
  'vasprintf',
  'getline',
  'getdelim',
  'aligned_alloc',
  'posix_memalign',
  'valloc',
  'pvalloc',
  'reallocarray',
])

/** Those that answer with an address. */
const POINTER_CALLS: ReadonlySet<string> = new Set<CallName>(['sbrk', 'mem_sbrk', 'mmap', 'mremap'])

/** System calls of which each is a row. */
const KERNEL_CALLS: ReadonlySet<string> = new Set(CALL_NAMES.slice(CALL_NAMES.indexOf('sbrk')))
