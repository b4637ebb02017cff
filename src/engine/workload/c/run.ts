import type { AllocatorContext } from '../../allocators/index.ts'
import '../../allocators/all.ts'
import { createAllocator, HeapStats } from '../../allocators/index.ts'
import { Process } from '../../kernel/index.ts'
import type { Bytes } from '../../units.ts'
import { compile } from './compile.ts'
import type { HeapCalls } from './host.ts'
import type { Program } from './image.ts'
import { hostFunctions } from './library/index.ts'
import type { DataModel, SourceFile } from './source.ts'
import { PROGRAM_PATH, programSizes, type Stop, tooLarge, Vm } from './vm/index.ts'

export interface RunOptions {
  readonly files: readonly SourceFile[]
  /** Standard input, a text as UTF-8; empty unless given. */
  readonly input?: Uint8Array | string
  readonly model?: DataModel
  /** Whether standard output is a terminal. */
  readonly terminal?: boolean
  /** As `-D` takes them: `NAME` or `NAME=value`. */
  readonly defines?: readonly string[]
  /** Most instructions; 2^31 unless given. */
  readonly budget?: number
  /** Whether reads beyond the input see its end (so unless told otherwise), or wait, which ends the run here. */
  readonly inputEnds?: boolean
  /** Most bytes of output; 16 MiB unless given. */
  readonly outputLimit?: Bytes
  /** The malloc family; the lab's `classroom` allocator unless given. */
  readonly heap?: (process: Process) => HeapCalls
}

/** What a program did. `exit` and `signal` are both null when it did not compile or did not end by itself. */
export interface RunResult {
  readonly stdout: Uint8Array
  readonly stderr: Uint8Array
  readonly exit: number | null
  /** `SIGSEGV`, `SIGABRT` … */
  readonly signal: string | null
  /** What the compiler said, and why the run was ended, a line each. */
  readonly diagnostics: readonly string[]
  readonly instructions: number
}

const DEFAULT_BUDGET = 2 ** 31
const DEFAULT_OUTPUT: Bytes = 2 ** 24

/** Compiles a program and runs it to its end, without a session around it. */
export function runC(options: RunOptions): RunResult {
  const model = options.model ?? 'lp64'
  const { program, diagnostics } = compile({ files: options.files, model, defines: options.defines ?? [] })
  const said = diagnostics.map(
    ({ severity, place, message }) => `${place.file}:${place.line}:${place.column}: ${severity}: ${message}`,
  )
  const problem = program === null ? 'not compiled' : tooLarge(program)
  if (program === null || problem !== null) {
    const silent = { stdout: new Uint8Array(0), stderr: new Uint8Array(0), exit: null, signal: null }
    return { ...silent, diagnostics: program === null ? said : [...said, problem!], instructions: 0 }
  }
  const result = runProgram(program, options)
  return { ...result, diagnostics: [...said, ...result.diagnostics] }
}

/** Runs a compiled program to its end. */
export function runProgram(
  program: Program,
  options: Omit<RunOptions, 'files' | 'model' | 'defines'>,
): RunResult {
  const process = new Process({
    layout: program.model === 'lp64' ? 'linux' : 'ilp32',
    program: programSizes(program),
    name: PROGRAM_PATH,
  })
  const output = new Output(options.outputLimit ?? DEFAULT_OUTPUT)
  const vm = new Vm({
    program,
    process,
    hosts: hostFunctions,
    heap: (options.heap ?? classroomHeap)(process),
    options: {
      input: bytesOf(options.input ?? ''),
      inputEnds: options.inputEnds ?? true,
      isTerminal: options.terminal ?? false,
    },
    write: (stream, bytes) => output.write(stream, bytes),
  })
  let stop: Stop | null = null
  try {
    stop = vm.run(Number.POSITIVE_INFINITY, options.budget ?? DEFAULT_BUDGET)
  } catch (signal) {
    if (!(signal instanceof OutputFull)) throw signal
  }
  return {
    stdout: output.bytes(1),
    stderr: output.bytes(2),
    exit: stop?.kind === 'exited' ? stop.status : null,
    signal: stop?.kind === 'killed' ? stop.signal : null,
    diagnostics: [stop === null ? 'The program has written too much: stopped.' : reason(stop)].filter(
      (each) => each !== '',
    ),
    instructions: vm.instructions,
  }
}

/** The malloc family of the lab's `classroom` allocator. */
export function classroomHeap(process: Process): HeapCalls {
  const context: AllocatorContext = { process, words: process.words, stats: new HeapStats(), observer: null }
  const allocator = createAllocator('classroom', context, {})
  allocator.init()
  /** The allocator, for one call: its search has the whole budget again. */
  const once = () => {
    context.stats.probes = 0
    return allocator
  }
  return {
    malloc: (size) => once().malloc(size),
    calloc: (count, size) => once().calloc(count, size),
    realloc: (payload, size) => once().realloc(payload, size),
    memalign: (alignment, size) => once().memalign(alignment, size),
    free: (payload) => once().free(payload),
    usableSize: (payload) => once().usableSize(payload),
    trim: (pad) => once().trim?.(pad) ?? 0,
  }
}

function bytesOf(input: Uint8Array | string): Uint8Array {
  return typeof input === 'string' ? new TextEncoder().encode(input) : input
}

function reason(stop: Stop): string {
  switch (stop.kind) {
    case 'exited':
    case 'event':
      return ''
    case 'budget':
      return 'The program has used up its instructions: stopped.'
    case 'input':
      return 'The program waits for input.'
    case 'search':
      return `The allocator has looked at ${stop.probes} chunks and did not end: stopped.`
    case 'killed':
      return `${stop.signal}: ${stop.message}`
  }
}

/** Ends a run that has written too much. */
class OutputFull {}

/** Collects what a program writes. */
class Output {
  private readonly pieces: readonly Uint8Array[][] = [[], [], []]
  private written: Bytes = 0

  constructor(private readonly limit: Bytes) {}

  write(stream: 1 | 2, bytes: Uint8Array): void {
    this.written += bytes.length
    if (this.written > this.limit) throw new OutputFull()
    this.pieces[stream]!.push(bytes.slice())
  }

  bytes(stream: 1 | 2): Uint8Array {
    const pieces = this.pieces[stream]!
    const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const piece of pieces) {
      all.set(piece, at)
      at += piece.length
    }
    return all
  }
}
