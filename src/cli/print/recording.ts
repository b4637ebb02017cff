import {
  errnoName,
  type Process,
  type Region,
  type SyscallRecord,
  straceLine,
} from '../../engine/kernel/index.ts'
import { PROT_READ } from '../../engine/memory/index.ts'
import type { TraceMachine } from '../../engine/session/trace-machine.ts'
import { type Address, type Bytes, hex } from '../../engine/units.ts'
import { BREAK, operationText, TRIM } from '../../engine/workload/index.ts'

/*
 * Runs as the recordings of real allocators write them (shared/oracle: .expected, .strace, .dump), without their
 * header lines.
 */

/** What is printed of each operation. */
export interface Columns {
  /** What it answered, and the break behind it. */
  readonly addresses: boolean
  /** Its system calls. */
  readonly strace: boolean
}

/** Starts a machine and runs all its operations, a line for each, the system calls below it. */
export function* recording(machine: TraceMachine, { addresses, strace }: Columns): Iterable<string> {
  const { process, trace } = machine
  const format = (address: Address) => addressText(process, address)
  const calls: SyscallRecord[] = []
  if (strace) process.onSyscall = (call) => calls.push(call)
  machine.start()
  // Calls made before the first operation have no line of their own in the recordings.
  for (const call of calls) yield `  ${straceLine(call, format, false)}\n`
  while (!machine.finished) {
    const current = machine.operation
    calls.length = 0
    machine.execute()
    const text = `${current} ${operationText(trace, current)}`
    yield addresses ? `${text} = ${resultText(machine, current)}\n` : `${text}\n`
    // To ask for the break is the recorder's own call, not the allocator's.
    if (trace.kind[current] === BREAK) continue
    for (const call of calls) yield `  ${straceLine(call, format, false)}\n`
  }
  process.onSyscall = null
}

/** What the operation that has just run answered, `heap+0x2a0 brk+0x21000`, or how it ended the process. */
export function resultText(machine: TraceMachine, operation: number): string {
  const { ending, process } = machine
  if (ending !== null) {
    if (ending.kind === 'fault') return '!SIGSEGV'
    return `${ending.kind === 'abort' ? '!SIGABRT' : '!STOPPED'} ${ending.message.split('\n', 1)[0]}`
  }
  return `${answerText(machine, operation)} brk+${hex(process.programBreak - process.brkStart)}`
}

function answerText(machine: TraceMachine, operation: number): string {
  const { process, trace, answer } = machine
  const kind = trace.kind[operation]
  switch (machine.answerKind) {
    case 'pointer':
      if (answer !== 0) return addressText(process, answer)
      return `NULL:${machine.errno === 0 ? '0' : errnoName(machine.errno)}`
    case 'number':
      return kind === BREAK ? hex(answer - process.brkStart) : String(answer)
    case 'bytes':
      return hexText(machine.answerBytes)
    case 'nothing':
      return kind === TRIM ? 'none' : 'ok'
  }
}

/** An address by where it lies: heap+0x… from the first break, mmap-0x… from the top of the mmap area, else abs0x…. */
export function addressText(process: Process, address: Address): string {
  const { brkStart, mmapTop } = process
  // Heap and mappings grow towards each other; what lies nearer to the break's start is the heap's.
  const middle = brkStart + (mmapTop - brkStart) / 2
  if (address >= brkStart && address < middle) return `heap+${hex(address - brkStart)}`
  if (address >= middle && address < mmapTop) return `mmap-${hex(mmapTop - address)}`
  return `abs${hex(address)}`
}

/** A stretch of memory to be dumped. */
interface Stretch {
  readonly name: string
  readonly start: Address
  readonly length: Bytes
  readonly readable: boolean
}

/** All memory an allocator has: the brk heap, then every mapping below the top of the mmap area, lowest first. */
export function* dump(process: Process): Iterable<string> {
  for (const stretch of [...heapStretches(process), ...mappedStretches(process)]) {
    yield `@ ${stretch.name} ${stretch.length}${stretch.readable ? '' : ' unreadable'}\n`
    if (stretch.readable) yield* dumpBytes(process, stretch.start, stretch.length)
  }
}

function heapStretches(process: Process): Stretch[] {
  const { brkStart, programBreak, regions } = process
  return regions
    .overlapping(brkStart, programBreak)
    .map((region) => stretchOf(process, region, Math.min(region.end, programBreak)))
}

/** Mappings of files are the program's and its libraries', whose bytes the lab does not have. */
function mappedStretches(process: Process): Stretch[] {
  const { brkStart, mmapTop, regions } = process
  return regions
    .overlapping(brkStart + (mmapTop - brkStart) / 2, mmapTop)
    .filter((region) => region.name === '')
    .map((region) => stretchOf(process, region, region.end))
}

function stretchOf(process: Process, { start, prot }: Region, end: Address): Stretch {
  const readable = (prot & PROT_READ) !== 0
  return { name: addressText(process, start), start, length: end - start, readable }
}

const ROW = 32
const PIECE = 4096

/** Rows of 32 bytes; a star stands for rows equal to the one above. */
function* dumpBytes(process: Process, start: Address, length: Bytes): Iterable<string> {
  let last = ''
  let starred = false
  for (let at = 0; at < length; at += PIECE) {
    const text = hexText(process.memory.peekBytes(start + at, Math.min(PIECE, length - at)))
    for (let i = 0; i < text.length; i += 2 * ROW) {
      const row = text.slice(i, i + 2 * ROW)
      if (row === last && row.length === 2 * ROW) {
        if (!starred) yield '*\n'
        starred = true
        continue
      }
      last = row
      starred = false
      yield `${hex(at + i / 2)}: ${row}\n`
    }
  }
}

function hexText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
