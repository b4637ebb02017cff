import type { OptionValues } from '../allocators/index.ts'
import type { Address, Bytes } from '../units.ts'

/** What drives a run. */
export type Source =
  | ProgramSource
  /** A `.rep` trace whose text is part of the scenario. */
  | { readonly kind: 'trace'; readonly name: string; readonly text: string }
  /** A trace from a file that is too large to carry along: its bytes are handed to `open` separately. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Bytes }
  /** A command line of the OSTEP homework, `-n 10 -p BEST -s 0`. */
  | { readonly kind: 'ostep'; readonly args: string }
  /** A seeded generator (see workload/generators). */
  | {
      readonly kind: 'generator'
      readonly shape: string
      readonly seed: number
      readonly params: Readonly<Record<string, number>>
    }

/** A C program, the files of which are part of the scenario. */
export interface ProgramSource {
  readonly kind: 'c'
  /** Those that end in .h are for #include; all others are compiled together. At least one. */
  readonly files: readonly { readonly name: string; readonly text: string }[]
  /** What the program reads from standard input. */
  readonly input: string
  /** Whether reads behind the input see its end. If not (the default), the program waits there for more. */
  readonly inputEnds?: boolean
  /** Sizes of long and of pointers: 8 bytes (the default), or 4 as under gcc -m32. */
  readonly model?: 'lp64' | 'ilp32'
  /** What standard output is: a terminal (the default, line-buffered) or a pipe (fully buffered). */
  readonly output?: 'terminal' | 'pipe'
  /** Macros defined on the command line, `NAME` or `NAME=value`. */
  readonly defines?: readonly string[]
}

/** How the simulated process is set up. Absent: Linux's default. */
export interface ProcessSetup {
  /** `linux`: a small dynamically linked program; `oracle`: the empty mmap area that recordings were made with. */
  readonly layout?: 'linux' | 'oracle'
  /** With a seed the layout is randomised as Linux does; without it is not. */
  readonly seed?: number
  /** RLIMIT_DATA: bytes of data beyond what the process has at its start. */
  readonly dataLimit?: Bytes
  /** RLIMIT_AS: bytes of address space beyond what the process has at its start. */
  readonly addressLimit?: Bytes
  /** One unreadable page this far above the first break. */
  readonly wall?: Bytes
}

/** How the run treats the program's payloads and mistakes. */
export interface RunSetup {
  /** On a wrong use that the lab sees: end the run there, or go on as the real machine would. Default: go on. */
  readonly onMisuse?: 'continue' | 'abort'
  /** Bytes that the program writes into each new block, at most; -1 is the whole block. Default 4096. */
  readonly fill?: Bytes
  /** Whether blocks still live at the end are a finding. Default true; a recording that merely stops has none. */
  readonly leaks?: boolean
  /** Instructions after which a program is stopped. Default 1,000,000,000. */
  readonly instructions?: number
}

/** Everything a run depends on. The same scenario gives the same bytes, always. */
export interface Scenario {
  readonly title: string
  readonly source: Source
  readonly allocator: { readonly id: string; readonly options: OptionValues }
  readonly process: ProcessSetup
  readonly run: RunSetup
}

/**
 * A moment of a run: the state right after step `step` of operation `operation` (counted from 0).
 * Steps count from 1; step 0 is the moment before the operation, and the last step the one at which it is complete.
 */
export interface Position {
  readonly operation: number
  readonly step: number
}

/** What the program writes into a new block if the scenario does not say. */
export const DEFAULT_FILL: Bytes = 4096

/** Instructions after which a program is stopped if the scenario does not say. */
export const DEFAULT_INSTRUCTIONS = 1_000_000_000

/** Where a process ended before its workload did, or how a program did. */
export interface Ending {
  readonly operation: number
  /**
   * `fault` SIGSEGV; `signal` another signal (SIGFPE …); `abort` SIGABRT; `budget` the lab stopped it; `misuse` the
   * scenario asked to stop there; `init` the allocator got no memory to begin with; `exit` the program ended by
   * itself; `input` it waits for more input.
   */
  readonly kind: 'fault' | 'signal' | 'abort' | 'budget' | 'misuse' | 'init' | 'exit' | 'input'
  /** One sentence: what happened. */
  readonly message: string
  readonly address?: Address
  /** The exit status of `exit`, the name of the signal that killed the process (`SIGSEGV`). */
  readonly status?: number
  readonly signal?: string
}
