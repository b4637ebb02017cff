import type { Process } from '../../kernel/index.ts'
import type { Address, Bytes } from '../../units.ts'
import type { DataModel } from './source.ts'

/** What a program's run depends on beside its text and its process. */
export interface WorldOptions {
  /** Standard input. */
  readonly input: Uint8Array
  /** Whether reads beyond it see the end of the file; otherwise the program waits there (InputWait). */
  readonly inputEnds: boolean
  /** Whether standard output is a terminal: line-buffered with 1,024 bytes, else fully buffered with 4,096. */
  readonly isTerminal: boolean
}

/** State of a run that lies outside simulated memory. Immutable: a change makes a new one, so that it can be kept. */
export interface WorldState {
  /** Bytes of standard input that were read. */
  readonly inputRead: Bytes
  /** Bytes written to standard output and standard error so far, together. */
  readonly written: Bytes
  /** The toy files by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Open descriptors from 3 on. */
  readonly descriptors: readonly (Descriptor | null)[]
}

export interface Descriptor {
  readonly file: string
  readonly position: Bytes
  readonly flags: number
}

/** What happened to the outside: told once in the first run, and again in every replay. */
export type OutputSink = (descriptor: 1 | 2, bytes: Uint8Array) => void

/** What calls of the malloc family and of the kernel go through, so that each becomes an operation of the session. */
export interface HeapCalls {
  malloc(size: Bytes): Address
  calloc(count: number, size: Bytes): Address
  realloc(payload: Address, size: Bytes): Address
  memalign(alignment: Bytes, size: Bytes): Address
  free(payload: Address): void
  usableSize(payload: Address): Bytes
  /** malloc_trim; 0 where the allocator has none. */
  trim(pad: Bytes): number
  /** What mallinfo and malloc_stats print, as far as the lab knows it; without it they print the brk heap as all in use. */
  figures?(): HeapFigures
}

/** mallinfo's figures, under plain names. */
export interface HeapFigures {
  /** Bytes that the allocator has from the system by brk: in use and free. */
  readonly arena: Bytes
  readonly freeChunks: number
  readonly usedBytes: Bytes
  /** Chunks that are mappings of their own, and their bytes. */
  readonly mappedChunks: number
  readonly mappedBytes: Bytes
  /** Bytes of the top chunk. */
  readonly topBytes: Bytes
}

/** What the checker wants to know of the library's accesses. All may be ignored. */
export interface HostChecks {
  /** `call` (strcpy) is about to read, to write, [address, address + length). */
  reads(call: string, address: Address, length: Bytes): void
  writes(call: string, address: Address, length: Bytes): void
  /** Bytes copied without looking at them (memcpy, memmove, realloc): whether they were ever written goes with them. */
  copies(call: string, to: Address, from: Address, length: Bytes): void
  /** memcpy (or strcpy …) of overlapping ranges. */
  overlaps(call: string, to: Address, from: Address, length: Bytes): void
}

/**
 * A call of a host function, as the function sees it. Arguments count from 0. Addresses are numbers; what lies in the
 * upper half of 64 bits is negative, so that all addresses near either end are exact. Loads and stores go through
 * `process.words` and throw FaultSignal as machine code would fault.
 */
export interface HostCall {
  readonly model: DataModel
  readonly process: Process
  readonly options: WorldOptions
  state: WorldState
  readonly heap: HeapCalls
  /** null while nobody checks. */
  readonly checks: HostChecks | null
  readonly write: OutputSink
  /** int and narrower. */
  int(index: number): number
  unsigned(index: number): number
  /** A pointer, or a `long`: signed, exact to 2^53. */
  long(index: number): number
  /** A size_t: unsigned (under ILP32 below 2^32); above 2^53 the nearest number. */
  size(index: number): Bytes
  /** A pointer. */
  pointer(index: number): Address
  /** A 64-bit integer in two halves. */
  low(index: number): number
  high(index: number): number
  double(index: number): number
  returnInt(value: number): void
  /** A pointer, size_t or long; negative values sign-extended. */
  returnLong(value: number): void
  returnHalves(low: number, high: number): void
  returnDouble(value: number): void
  /** Loads and stores of a pointer of the data model. */
  loadPointer(address: Address): Address
  storePointer(address: Address, value: Address): void
  /** The errno of the program (an int in the library's data). */
  setErrno(value: number): void
}

/** A function of the library that is not written in C. `isOperation`: a call of it is a step of its own in the session (sbrk, malloc …). */
export interface HostFunction {
  readonly name: string
  readonly isOperation: boolean
  readonly run: (call: HostCall) => void
}

/** Ends the process with an exit status of 0 to 255. Thrown by a host function. */
export class ExitSignal {
  constructor(readonly status: number) {}
}

/** Ends the process by a signal, as `abort` and `__assert_fail` do. Thrown by a host function. */
export class KillSignal {
  /** `signal`: SIGABRT, SIGSEGV, SIGFPE … */
  constructor(
    readonly signal: string,
    readonly message: string,
  ) {}
}

/** The input is used up and has not ended: the call is made again when there is more. Nothing may have been changed before it is thrown. */
export class InputWait {}
