import {
  errnoName,
  MAP_ANONYMOUS,
  MAP_PRIVATE,
  ORACLE_MMAP_TOP,
  Process,
  type ProcessOptions,
  permissions,
} from '../../../src/engine/kernel/index.ts'
import { PROT_READ, PROT_WRITE } from '../../../src/engine/memory/index.ts'
import { hex } from '../../../src/engine/units.ts'

export const RW = PROT_READ | PROT_WRITE
export const PAGE = 4096
export const MIB = 2 ** 20
/** The top of the mmap area in the probes, as in the recordings. */
export const T = ORACLE_MMAP_TOP

/** A process as the probes arrange theirs: nothing mapped below T, no hole above it. */
export function probe(options: ProcessOptions = {}): Process {
  return new Process({ layout: 'oracle', ...options })
}

/** mmap of private anonymous read-write memory. */
export function anon(process: Process, length: number, hint = 0, flags = 0, prot = RW): number {
  return process.mmap(hint, length, prot, MAP_PRIVATE | MAP_ANONYMOUS | flags)
}

/** A result as the probes print it: T-0x1000, or the name of the error. */
export function rel(result: number): string {
  if (result < 0) return errnoName(-result)
  return result <= T ? `T-${hex(T - result)}` : hex(result)
}

/** `0`, or the name of the error. */
export function ok(result: number): string {
  return result < 0 ? errnoName(-result) : String(result)
}

/** The byte at an address, or SIGSEGV. */
export function peek(process: Process, address: number): string {
  const value = process.memory.load8(address)
  return value < 0 ? 'SIGSEGV' : hex(value)
}

/** The regions that meet [from, to), relative to `from`. */
export function maps(process: Process, from: number, to: number): string[] {
  return process.regions
    .overlapping(from, to)
    .map(({ start, end, prot }) => `+${hex(start - from)}..+${hex(end - from)} ${permissions(prot)}`)
}
