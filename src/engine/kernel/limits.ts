import { alignDown, type Bytes, PAGE_SIZE } from '../units.ts'
import type { Regions } from './regions.ts'

export interface LimitOptions {
  /** RLIMIT_DATA: bytes of data (the heap, private writable mappings) beyond what the process has at its start. */
  readonly dataLimit?: Bytes
  /** RLIMIT_AS: bytes of mappings of any kind beyond what the process has at its start. */
  readonly addressSpaceLimit?: Bytes
  /** Memory and swap of the machine: one request for more is refused. 1 TiB less a page unless given. */
  readonly machineMemory?: Bytes
  /** Most regions a process may have (vm.max_map_count, 65530 on most systems). No limit unless given. */
  readonly mapLimit?: number
}

/** Limits as the kernel compares them. */
export interface Limits {
  /** Most bytes of data, in whole pages. */
  readonly data: Bytes
  /** Most bytes mapped, in whole pages. */
  readonly mapped: Bytes
  readonly machineMemory: Bytes
  readonly maps: number
}

/** The limits of a process that has `regions` at its start. */
export function makeLimits(options: LimitOptions, regions: Regions): Limits {
  return {
    data: regions.dataBytes + wholePages(options.dataLimit ?? Number.POSITIVE_INFINITY),
    mapped: regions.mappedBytes + wholePages(options.addressSpaceLimit ?? Number.POSITIVE_INFINITY),
    machineMemory: options.machineMemory ?? 2 ** 40 - PAGE_SIZE,
    maps: options.mapLimit ?? Number.POSITIVE_INFINITY,
  }
}

function wholePages(bytes: Bytes): Bytes {
  return bytes === Number.POSITIVE_INFINITY ? bytes : alignDown(bytes, PAGE_SIZE)
}
