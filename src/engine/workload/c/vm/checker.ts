import type { Address, Bytes } from '../../../units.ts'
import type { HostChecks } from '../host.ts'
import type { Shadow } from './shadow.ts'

/**
 * Watches the first run of a program for accesses that C does not allow. The machine asks it only about accesses
 * that the shadow does not show to be right; whatever it answers, the program goes on as on the real machine. It may
 * change the shadow (`shadow.mark`), so that it is not asked again. While it is called `vm.pc` is the instruction.
 */
export interface Checker {
  readonly shadow: Shadow
  /** A load of bytes of which some may not be used, or were never written. */
  load(address: Address, size: Bytes): void
  /** A store to bytes of which some may not be used. Afterwards they count as written. */
  store(address: Address, size: Bytes): void
  /** The program's own malloc, free … is about to load or store in a live block (shadow GUARDED). */
  guarded(address: Address, size: Bytes, write: boolean): void
  /** A NOTE instruction: notes[index] with the halves of its two registers and its constant. */
  note(index: number, aLow: number, aHigh: number, bLow: number, bHigh: number, imm2: number): void
  /** What the library's own accesses are told to. */
  readonly host: HostChecks | null
}
