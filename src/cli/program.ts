import { basename } from 'node:path'
import { mapsText, straceLine } from '../engine/kernel/index.ts'
import { FINDING_NAMES } from '../engine/session/findings.ts'
import type { ProgramSource, Scenario } from '../engine/session/index.ts'
import { ProgramRun } from '../engine/session/program/run.ts'
import { compile } from '../engine/workload/c/compile.ts'
import type { SourceFile } from '../engine/workload/c/source.ts'
import { tooLarge } from '../engine/workload/c/vm/index.ts'
import { type Args, type FlagSpec, wholeNumber } from './args.ts'
import { readBytes } from './input.ts'
import { type Io, UsageError } from './io.ts'
import { diagnosticText, traceLine } from './print/index.ts'
import { allocatorOf, DEFAULT_ALLOCATOR, optionsOf, processSetup, runSetup } from './setup.ts'

/** Flags of `run` that only C programs have. */
export const PROGRAM_FLAGS: readonly FlagSpec[] = [
  {
    name: 'input',
    value: 'FILE',
    help: 'C: what the program reads from standard input (default: standard input)',
  },
  { name: 'm32', letter: 'm32', help: 'C: pointers, long and size_t of 4 bytes, as gcc -m32' },
  { name: 'define', value: 'NAME[=VALUE]', help: 'C: a macro, as gcc -D' },
  {
    name: 'pipe',
    help: 'C: standard output is a pipe (fully buffered, 4,096 bytes) and not a terminal (1,024)',
  },
  { name: 'instructions', value: 'N', help: 'C: stop after so many instructions (default 1,000,000,000)' },
  { name: 'trace-c', help: 'C: each statement as it runs, on standard error' },
]

/** Flags of `run` that mean something for C programs besides. */
const UNUSED = ['addresses', 'dump', 'json', 'fill', 'process'] as const

/** Work between two looks at the output. */
const SLICE = 1 << 18
/** What `timeout` answers for a program that it has stopped. */
const STOPPED = 124
const REFUSED = 1
/** As the shell has it: 128 and the number of the signal. */
const SIGNALS: Readonly<Record<string, number>> = {
  SIGILL: 132,
  SIGTRAP: 133,
  SIGABRT: 134,
  SIGBUS: 135,
  SIGFPE: 136,
  SIGSEGV: 139,
}

/** Whether the operands of `run` are a C program. */
export function isProgram(operands: readonly string[]): boolean {
  return operands.some((path) => /\.[ch]$/i.test(path))
}

/**
 * Compiles and runs a C program: it prints what it prints, and the exit code is its own (124 if the lab stopped it, 1 if
 * it does not compile). What the compiler and the lab have to say goes to standard error.
 */
export async function runProgram(paths: readonly string[], args: Args, io: Io): Promise<number> {
  for (const name of UNUSED) {
    if (args.has(name)) throw new UsageError(`--${name} is for traces, not for C programs.`)
  }
  const files = paths.map((path) => ({
    name: basename(path),
    text: new TextDecoder().decode(readBytes(path, io)),
  }))
  const source = sourceOf(files, args)
  const { program, diagnostics } = compile({
    files,
    model: source.model ?? 'lp64',
    defines: source.defines ?? [],
  })
  for (const diagnostic of diagnostics) io.err(diagnosticText(diagnostic, files))
  const refusal = program === null ? null : tooLarge(program)
  if (refusal !== null) io.err(`heap-lab: ${refusal}\n`)
  if (program === null || refusal !== null) return REFUSED
  const path = args.value('input')
  const given = path === undefined ? null : path === '-' ? await io.readInput() : readBytes(path, io)
  const follow = (read: ProgramSource, before: Follower | null = null) =>
    new Follower(new ProgramRun(scenarioOf(args, read), read, program, 0), args, io, before)
  const first = follow(withInput(source, given))
  await first.toEnd()
  if (first.run.ending?.kind !== 'input') return first.end()
  // Only now is it known that the program reads: it begins again with what there is to read.
  const second = follow(withInput(source, await io.readInput()), first)
  await second.toEnd()
  return second.end()
}

function sourceOf(files: readonly SourceFile[], args: Args): ProgramSource {
  return {
    kind: 'c',
    files,
    input: '',
    model: args.has('m32') ? 'ilp32' : 'lp64',
    output: args.has('pipe') ? 'pipe' : 'terminal',
    defines: args.values('define'),
  }
}

function withInput(source: ProgramSource, input: Uint8Array | null): ProgramSource {
  if (input === null) return source
  return { ...source, input: new TextDecoder().decode(input), inputEnds: true }
}

function scenarioOf(args: Args, source: ProgramSource): Scenario {
  const spec = allocatorOf(args.value('allocator') ?? DEFAULT_ALLOCATOR)
  const limit = args.value('instructions')
  const instructions = limit === undefined ? undefined : wholeNumber(limit, 'instructions')
  return {
    title: source.files[0]!.name,
    source,
    allocator: { id: spec.id, options: optionsOf(spec, args.values('option')) },
    process: processSetup(args),
    run: { ...runSetup(args), ...(instructions === undefined ? {} : { instructions }) },
  }
}

/** Runs a program and passes on what it writes. */
class Follower {
  /** Pieces of output that have been passed on. */
  private passed: number
  /** Lines of `--trace-c` and `--strace` so far, and how many of them have been told before. */
  private told = 0
  private readonly toldBefore: number

  /** `before` followed a shorter run of the same program: what it has passed on is not repeated. */
  constructor(
    readonly run: ProgramRun,
    private readonly args: Args,
    private readonly io: Io,
    before: Follower | null,
  ) {
    this.passed = before?.passed ?? 0
    this.toldBefore = before?.told ?? 0
    const { process } = run.machine
    if (args.has('strace')) process.onSyscall = (call) => this.tell(`${straceLine(call)}\n`)
  }

  async toEnd(): Promise<void> {
    const { run, io } = this
    const isTraced = this.args.has('trace-c')
    while (!run.complete && !io.closed) {
      if (isTraced) this.traceOne()
      else run.advance(SLICE)
      if (!this.pass()) await io.drained()
    }
    this.pass()
  }

  /** What the lab has found, and the exit code. */
  end(): number {
    const { run, io } = this
    for (const { kind, message, place, beganPlace } of run.recorder.findings) {
      const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column}: `
      const began = beganPlace === undefined ? '' : ` (see ${beganPlace.file}:${beganPlace.line})`
      io.err(`${where}${FINDING_NAMES[kind]}: ${message}${began}\n`)
    }
    if (this.args.has('maps')) io.out(mapsText(run.machine.process))
    const { ending } = run
    if (ending?.signal !== undefined) return SIGNALS[ending.signal] ?? STOPPED
    return ending?.kind === 'exit' ? (ending.status ?? 0) : STOPPED
  }

  private traceOne(): void {
    const { machine } = this.run
    if (machine.isAtStatement) {
      const statement = machine.statementAt(machine.operation)
      const depth = machine.frames().length
      this.tell(traceLine(machine.statements.span(statement), machine.statements.text(statement), depth))
    }
    this.run.advanceTo(machine.operation + 1)
  }

  private tell(line: string): void {
    if (this.told >= this.toldBefore) this.io.err(line)
    this.told++
  }

  /** Passes new output on; false when its reader is slow. */
  private pass(): boolean {
    const { output } = this.run.machine
    let isQuick = true
    for (; this.passed < output.count; this.passed++) {
      const { stream, bytes } = output.piece(this.passed)
      isQuick = this.io.bytes(stream, bytes) && isQuick
    }
    return isQuick
  }
}
