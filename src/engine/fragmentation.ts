import type { Bytes } from './units.ts'

/** External fragmentation: 1 - largest free chunk / all free bytes; 0 when nothing is free. */
export function externalFragmentation(free: Bytes, largest: Bytes): number {
  return free > 0 ? Math.max(0, 1 - largest / free) : 0
}

/** Internal fragmentation: 1 - bytes asked for / bytes of chunks in use; 0 when there are none. */
export function internalFragmentation(live: Bytes, chunkBytes: Bytes): number {
  return chunkBytes > 0 ? Math.max(0, 1 - live / chunkBytes) : 0
}
