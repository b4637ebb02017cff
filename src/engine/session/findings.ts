import type { Fault } from '../memory/index.ts'
import { type Address, hex } from '../units.ts'

/** Names of what can be wrong. */
export type FindingKind =
  | 'double-free'
  | 'invalid-free'
  | 'interior-free'
  | 'misaligned-pointer'
  | 'use-after-free-write'
  | 'use-after-free-read'
  | 'overflow'
  | 'overread'
  | 'heap-damaged'
  | 'overlapping-block'
  | 'fault'
  | 'abort'
  | 'budget'
  | 'leak'
  | 'signal'
  | 'bounds'
  | 'uninitialised'
  | 'overlapping-copy'
  | 'pointer-cut'
  | 'size-wrapped'
  | 'wrong-answer'
  | 'unused-hole'

/** Something wrong, seen at an operation. */
export interface Finding {
  readonly kind: FindingKind
  /** Operation (from 0) at which it was seen; the number of operations for a leak at the end. */
  readonly operation: number
  /** What happened, in a sentence or two with the numbers. */
  readonly message: string
  readonly address: Address
  /** Operation at which it began (the block was allocated or freed); -1 if there is none. */
  readonly began: number
  /** In a program: where it was seen, and where it began. */
  readonly place?: SourcePlace
  readonly beganPlace?: SourcePlace
}

/** A place in a program's text; lines and columns from 1. */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What a finding is called on screen. */
export const FINDING_NAMES: Readonly<Record<FindingKind, string>> = {
  'double-free': 'Double free',
  'invalid-free': 'Free of a pointer that malloc never returned',
  'interior-free': 'Free of a pointer into the middle of a block',
  'misaligned-pointer': 'Misaligned pointer',
  'use-after-free-write': 'Write after free',
  'use-after-free-read': 'Read after free',
  overflow: 'Write outside the block',
  overread: 'Read outside the block',
  'heap-damaged': 'Damaged heap',
  'overlapping-block': 'Two live blocks overlap',
  fault: 'Segmentation fault',
  abort: 'Abort',
  budget: 'Stopped by the lab',
  leak: 'Leak',
  signal: 'Killed by a signal',
  bounds: 'Index outside the array',
  uninitialised: 'Read of bytes never written',
  'overlapping-copy': 'Copy of overlapping bytes',
  'pointer-cut': 'Pointer squeezed through an integer',
  'size-wrapped': 'Size arithmetic wrapped around',
  'wrong-answer': 'Mistake of the program’s own malloc',
  'unused-hole': 'Freed bytes that are not used again',
}

/** What a fault is, as a sentence: the shell's word for it, the access, the address and why. */
export function faultSentence(fault: Fault): string {
  if (fault.kind === 'exhausted') return 'The process uses more memory than the lab allows, and is killed.'
  const why = fault.kind === 'unmapped' ? 'where nothing is mapped' : 'which its page does not allow'
  return `Segmentation fault: a ${fault.access} of ${fault.size === 1 ? '1 byte' : `${fault.size} bytes`} at ${hex(fault.address)}, ${why}.`
}
