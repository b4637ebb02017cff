import type { Address, Bytes } from '../units.ts'

/**
 * Why an access failed.
 * - `unmapped`: no region holds the address (SEGV_MAPERR).
 * - `forbidden`: the region's permissions do not allow it (SEGV_ACCERR).
 * - `exhausted`: the lab's own budget of resident pages is used up; a real machine's
 *   kernel would kill the process for want of memory.
 */
export type FaultKind = 'unmapped' | 'forbidden' | 'exhausted'

/** What an access wanted to do. */
export type AccessKind = 'read' | 'write' | 'execute'

/** An access that did not happen. `size` is the width of the whole access in bytes. */
export interface Fault {
  readonly kind: FaultKind
  readonly access: AccessKind
  /** First byte that could not be accessed. */
  readonly address: Address
  readonly size: Bytes
}

/** Permission bits of a page, as PROT_READ, PROT_WRITE and PROT_EXEC. */
export const PROT_NONE = 0
export const PROT_READ = 1
export const PROT_WRITE = 2
export const PROT_EXEC = 4

/** Answer of a protection look-up for an address that no region holds. */
export const UNMAPPED = -1
