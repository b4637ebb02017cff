import { META } from '../allocators/index.ts'
import { type Address, type Bytes, hex } from '../units.ts'
import { FREE, FREE_KEEP, READ, REALLOC, WRITE } from '../workload/trace.ts'
import type { Finding } from './findings.ts'
import type { TraceMachine } from './trace-machine.ts'

/**
 * What is wrong with operation `current`, which uses the pointer to block `block`, before it runs; null when
 * nothing is. Only the lab can know: it remembers what was allocated and freed, which no allocator does.
 */
export function misuseBefore(machine: TraceMachine, current: number, block: number): Finding | null {
  const kind = machine.trace.kind[current]!
  const freed = machine.history.isFreed(block, current)
  if (kind === WRITE || kind === READ) return accessOutside(machine, current, block, freed)
  const name = nameOf(machine, block)
  const start = machine.history.address[block]!
  const offset = kind === FREE_KEEP ? machine.trace.a[current]! : 0
  if (offset !== 0) return wrongPointer(machine, current, block, start + offset)
  if (!freed) return null
  const began = machine.history.freedAt[block]! - 1
  const owner = machine.blockStarting(start, current)
  const now =
    owner >= 0 && owner !== block
      ? ` Its bytes belong to ${nameOf(machine, owner)} now, which loses them.`
      : ''
  const call = kind === REALLOC ? 'realloc' : 'free'
  return {
    kind: 'double-free',
    operation: current,
    address: start,
    began,
    message: `${call}(${name}) is given ${hex(start)}, which operation ${began + 1} has freed already.${now}`,
  }
}

/**
 * A free of an id whose block `block` was freed before, the pointer becoming NULL with it: what a program that kept
 * the pointer would do twice. Here it does nothing, but it is the mistake that the trace shows.
 */
export function freeOfFreed(machine: TraceMachine, current: number, block: number): Finding | null {
  if (machine.trace.kind[current] !== FREE) return null
  const began = machine.history.freedAt[block]! - 1
  return {
    kind: 'double-free',
    operation: current,
    address: machine.history.address[block]!,
    began,
    message: `free(${nameOf(machine, block)}): operation ${began + 1} has freed this block already. The pointer became NULL then, so nothing happens here.`,
  }
}

function wrongPointer(machine: TraceMachine, current: number, block: number, pointer: Address): Finding {
  const owner = machine.blockAt(pointer, current)
  const misaligned = pointer % machine.allocator.alignment !== 0
  const inside =
    owner >= 0
      ? `${pointer - machine.history.address[owner]!} bytes inside ${nameOf(machine, owner)}`
      : `outside of every live block`
  const starts = owner >= 0 && machine.history.address[owner] === pointer
  return {
    kind: owner >= 0 && !starts ? 'interior-free' : misaligned ? 'misaligned-pointer' : 'invalid-free',
    operation: current,
    address: pointer,
    began: owner >= 0 ? owner : block,
    message: `free(${hex(pointer)}): malloc never returned this pointer; it lies ${inside}${misaligned ? ` and is no multiple of ${machine.allocator.alignment}` : ''}.`,
  }
}

function accessOutside(
  machine: TraceMachine,
  current: number,
  block: number,
  freed: boolean,
): Finding | null {
  const { trace, history } = machine
  const write = trace.kind[current] === WRITE
  const offset = trace.a[current]!
  const length = write ? (trace.bytes.get(current)?.length ?? 0) : trace.b[current]!
  if (length === 0) return null
  const start = history.address[block]!
  const requested = history.requested[block]!
  const name = nameOf(machine, block)
  const verb = write ? 'writes' : 'reads'
  if (freed) {
    const began = history.freedAt[block]! - 1
    const owner = machine.blockAt(start + offset, current)
    const whose =
      owner >= 0 ? `These bytes belong to ${nameOf(machine, owner)} now.` : 'No live block is there now.'
    return {
      kind: write ? 'use-after-free-write' : 'use-after-free-read',
      operation: current,
      address: start + offset,
      began,
      message: `The program ${verb} ${bytes(length)} at ${hex(start + offset)} through ${name}, freed by operation ${began + 1}. ${whose}`,
    }
  }
  if (offset >= 0 && offset + length <= requested) return null
  const first = offset < 0 ? start + offset : start + Math.max(offset, requested)
  const outside = offset < 0 ? Math.min(length, -offset) : offset + length - Math.max(offset, requested)
  const where = offset < 0 ? 'before its start' : 'past its end'
  return {
    kind: write ? 'overflow' : 'overread',
    operation: current,
    address: first,
    began: block,
    message: `The program ${verb} ${bytes(outside)} of ${name} (${bytes(requested)} at ${hex(start)}) ${where}, from ${hex(first)} on. ${neighbourhood(machine, first, outside)}`,
  }
}

/** What lies where an access leaves its block: the first tag or foreign payload that it reaches. */
function neighbourhood(machine: TraceMachine, from: Address, length: Bytes): string {
  let told = 'Nothing the allocator knows lies there.'
  machine.allocator.walk((chunk, size, state, payload, usable) => {
    if (chunk + size <= from) return true
    if (chunk >= from + length) return false
    const inPayload = state !== META && from >= payload && from < payload + usable
    if (inPayload && from + length <= payload + usable) {
      told = 'That is still inside the chunk: rounding, which nobody uses.'
      return false
    }
    if (inPayload) {
      told = `It first fills the chunk's unused end and then reaches what follows at ${hex(payload + usable)}.`
      return false
    }
    told =
      state === META
        ? `The allocator's own bytes lie at ${hex(chunk)}.`
        : `There lies a tag of the chunk at ${hex(chunk)} (${bytes(size)}).`
    return false
  })
  return told
}

function nameOf(machine: TraceMachine, block: number): string {
  return `p[${machine.trace.id[block]}]`
}

function bytes(count: Bytes): string {
  return count === 1 ? '1 byte' : `${count} bytes`
}
