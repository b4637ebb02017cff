import { Process } from '../../../../../src/engine/kernel/index.ts'
import { OP, type OpName } from '../../../../../src/engine/workload/c/bytecode.ts'
import type { HeapCalls, HostFunction } from '../../../../../src/engine/workload/c/host.ts'
import type {
  Fixup,
  FunctionInfo,
  GlobalInfo,
  LineInfo,
  LocalInfo,
  Program,
  SwitchTable,
} from '../../../../../src/engine/workload/c/image.ts'
import { WORDS } from '../../../../../src/engine/workload/c/instruction.ts'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'
import { programSizes, Vm, type VmOptions } from '../../../../../src/engine/workload/c/vm/index.ts'

/** Puts together programs for the machine, an instruction at a time. */
export class Assembler {
  readonly words: number[] = []
  readonly functions: FunctionInfo[] = []
  readonly hosts: string[] = []
  readonly stubs: number[] = []
  readonly fixups: Fixup[] = []
  readonly lines: LineInfo[] = []
  readonly globals: GlobalInfo[] = []
  readonly tables: SwitchTable[] = []
  readonly traps: string[] = []
  data = new Uint8Array(0)
  bssSize = 0
  private libraryStart = -1
  private readonly labels = new Map<string, number>()
  private readonly jumps: { readonly at: number; readonly label: string }[] = []

  constructor(readonly model: DataModel = 'lp64') {}

  /** The index of the next instruction. */
  get here(): number {
    return this.words.length
  }

  op(name: OpName, a = 0, b = 0, c = 0, ...immediates: number[]): this {
    if (WORDS[OP[name]] !== 1 + immediates.length) throw new Error(`${name} has other immediates`)
    this.words.push(OP[name] | (a << 8) | (b << 16) | (c << 24), ...immediates)
    return this
  }

  label(name: string): this {
    this.labels.set(name, this.here)
    return this
  }

  jump(name: OpName, label: string, a = 0, b = 0): this {
    this.jumps.push({ at: this.here + 1, label })
    return this.op(name, a, b, 0, 0)
  }

  /** r[a] = a 64-bit number. */
  imm64(a: number, value: bigint): this {
    return this.op(
      'IMM64',
      a,
      0,
      0,
      Number(BigInt.asIntN(32, value)),
      Number(BigInt.asIntN(32, value >> 32n)),
    )
  }

  /** r[a] = the address of a function. */
  functionAddress(a: number, index: number): this {
    this.fixups.push({
      section: 'text',
      offset: this.here + 1,
      target: { kind: 'function', index },
      addend: 0,
    })
    return this.op('IMM64', a, 0, 0, 0, 0)
  }

  /** r[a] = the address of a host function's stub. */
  hostAddress(a: number, index: number): this {
    this.fixups.push({ section: 'text', offset: this.here + 1, target: { kind: 'host', index }, addend: 0 })
    return this.op('IMM64', a, 0, 0, 0, 0)
  }

  /** r[a] = a mark of the linker. */
  mark(a: number, name: 'etext' | 'edata' | 'end'): this {
    this.fixups.push({ section: 'text', offset: this.here + 1, target: { kind: 'mark', name }, addend: 0 })
    return this.op('IMM64', a, 0, 0, 0, 0)
  }

  line(line: number): this {
    this.lines.push({
      file: 'a.c',
      line,
      column: 1,
      endLine: line,
      endColumn: 9,
      function: this.functions.length,
    })
    return this.op('LINE', 0, 0, 0, this.lines.length - 1)
  }

  /** The number of a host function. */
  host(name: string): number {
    if (!this.hosts.includes(name)) {
      this.hosts.push(name)
      this.stubs.push(-1)
    }
    return this.hosts.indexOf(name)
  }

  stub(name: string): this {
    this.stubs[this.host(name)] = this.here
    return this.op('HOST', 0, 0, 0, this.host(name)).op('RET')
  }

  /** A function with a frame; `body` ends it by RET or a jump. */
  fn(
    name: string,
    frameSize: number,
    body: () => void,
    options: { parameters?: number; locals?: LocalInfo[] } = {},
  ): this {
    const entry = this.here
    this.op('ENTER', 0, 0, 0, frameSize)
    body()
    const parameters = new Array(options.parameters ?? 0).fill({ kind: 'void' })
    this.functions.push({
      name,
      type: {
        kind: 'function',
        result: { kind: 'void' },
        parameters,
        isVariadic: false,
        isUnspecified: false,
      },
      file: 'a.c',
      line: 1,
      entry,
      end: this.here,
      frameSize,
      isLibrary: this.libraryStart >= 0,
      locals: options.locals ?? [],
    })
    return this
  }

  /** What follows is the library's. */
  library(): this {
    this.libraryStart = this.here
    return this
  }

  program(entry = 0): Program {
    for (const { at, label } of this.jumps) this.words[at] = this.labels.get(label)!
    return {
      model: this.model,
      code: Int32Array.from(this.words),
      libraryStart: this.libraryStart < 0 ? this.here : this.libraryStart,
      entry,
      functions: this.functions,
      hosts: this.hosts,
      hostStubs: Int32Array.from(this.stubs),
      globals: this.globals,
      rodata: new Uint8Array(0),
      data: this.data,
      bssSize: this.bssSize,
      libraryRodata: new Uint8Array(0),
      libraryData: new Uint8Array(0),
      libraryBssSize: 0,
      fixups: this.fixups,
      lines: this.lines,
      notes: [],
      tables: this.tables,
      traps: this.traps,
      files: ['a.c'],
      places: {
        pc: new Int32Array(0),
        file: new Uint16Array(0),
        line: new Int32Array(0),
        column: new Int32Array(0),
      },
    }
  }
}

const refuse = () => {
  throw new Error('no heap in this test')
}

const NO_HEAP: HeapCalls = {
  malloc: refuse,
  calloc: refuse,
  realloc: refuse,
  memalign: refuse,
  free: refuse,
  usableSize: refuse,
  trim: refuse,
}

export function processFor(program: Program): Process {
  return new Process({
    layout: program.model === 'lp64' ? 'linux' : 'ilp32',
    program: programSizes(program),
    name: '/home/user/program',
  })
}

/** A machine with the program in a fresh process. */
export function vmFor(
  program: Program,
  hosts: readonly HostFunction[] = [],
  options: Partial<VmOptions> = {},
): Vm {
  return new Vm({
    program,
    process: processFor(program),
    hosts,
    heap: NO_HEAP,
    options: { input: new Uint8Array(0), inputEnds: true, isTerminal: true },
    write: () => {},
    ...options,
  })
}

export const ENDLESS = Number.POSITIVE_INFINITY

/** Runs a body in a frame of 256 bytes and gives the machine, after RET from its only function. */
export function runBody(body: (a: Assembler) => void, model: DataModel = 'lp64'): Vm {
  const a = new Assembler(model)
  a.fn('main', 256, () => {
    body(a)
    a.op('RET')
  })
  const vm = vmFor(a.program())
  vm.run(ENDLESS, 1e6)
  return vm
}

/** The 64 bits of a register, unsigned. */
export function bits(vm: Vm, r: number): bigint {
  const { low, high } = vm.register(r)
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)
}
