import type { Args, FlagSpec } from './args.ts'
import type { Io } from './io.ts'

/** Everything went well. */
export const FINE = 0
/** The scenario had findings. */
export const FINDINGS = 1
/** Bad usage, or input that cannot be read (to its end). */
export const UNUSABLE = 2

/** What the help says of a command. */
export interface CommandInfo {
  readonly name: string
  /** What follows the name, `FILE [flags]`. */
  readonly operands: string
  readonly summary: string
  readonly flags: readonly FlagSpec[]
}

/** A command of the command line. */
export interface Command extends CommandInfo {
  /** Does it; answers the exit code. Throws a UsageError. */
  run(args: Args, io: Io): Promise<number>
}
