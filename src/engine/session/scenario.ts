import type { OptionValues } from '../allocators/index.ts'
import type { Address, Bytes } from '../units.ts'

/** What drives a run. */
export type Source =
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

/** Where a process ended before its workload did. */
export interface Ending {
  readonly operation: number
  /** `fault` SIGSEGV; `abort` SIGABRT with the allocator's words; `budget` the lab stopped it; `misuse` the scenario asked to stop there; `init` the allocator got no memory to begin with. */
  readonly kind: 'fault' | 'abort' | 'budget' | 'misuse' | 'init'
  /** One sentence: what happened. */
  readonly message: string
  readonly address?: Address
}
