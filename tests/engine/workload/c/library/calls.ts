import { Process } from '../../../../../src/engine/kernel/index.ts'
import type { Address } from '../../../../../src/engine/units.ts'
import type {
  HeapCalls,
  HostCall,
  HostChecks,
  WorldOptions,
  WorldState,
} from '../../../../../src/engine/workload/c/host.ts'
import { hostFunctions } from '../../../../../src/engine/workload/c/library/host/index.ts'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'

const FUNCTIONS = new Map(hostFunctions.map((each) => [each.name, each]))

const NO_HEAP: HeapCalls = {
  malloc: () => 0,
  calloc: () => 0,
  realloc: () => 0,
  memalign: () => 0,
  free: () => {},
  usableSize: () => 0,
  trim: () => 0,
}

const SPACE = 65536

/** What a caller may set of the world. */
interface Setting {
  readonly model?: DataModel
  readonly input?: string
  readonly inputEnds?: boolean
  readonly isTerminal?: boolean
  readonly checks?: HostChecks
}

/** A process in which a test calls host functions by name, as a program would. */
export class Caller {
  readonly process = new Process()
  readonly model: DataModel
  /** 64 KiB of the program's own; behind them is nothing. */
  readonly base: Address
  /** What went to standard output and standard error. */
  output = ''
  errno = 0
  state: WorldState = { inputRead: 0, written: 0, files: new Map(), descriptors: [] }
  private readonly options: WorldOptions
  private readonly checks: HostChecks | null

  constructor(setting: Setting = {}) {
    this.model = setting.model ?? 'lp64'
    this.options = {
      input: bytesOf(setting.input ?? ''),
      inputEnds: setting.inputEnds ?? true,
      isTerminal: setting.isTerminal ?? false,
    }
    this.checks = setting.checks ?? null
    this.base = this.process.mmap(0, SPACE + 4096, 3, 0x22)
    this.process.munmap(this.base + SPACE, 4096)
  }

  /** Writes a string with its end at an offset, and returns its address. */
  put(offset: number, text: string): Address {
    this.process.memory.write(this.base + offset, bytesOf(`${text}\0`))
    return this.base + offset
  }

  /** The bytes at an address, a character each. */
  peek(address: Address, length: number): string {
    return String.fromCharCode(...this.process.memory.peekBytes(address, length))
  }

  /** The string at an address. */
  text(address: Address): string {
    return this.peek(address, 4096).split('\0')[0]!
  }

  /** Stores x86-64's va_list and behind it its arguments, a word each (doubles as their 64 bits); its address. */
  list(offset: number, ...words: (number | bigint)[]): Address {
    const record = this.base + offset
    this.word(record + 8, record + 24)
    words.forEach((word, i) => {
      this.word(record + 24 + 8 * i, word)
    })
    return record
  }

  private word(address: Address, word: number | bigint): void {
    const value = BigInt.asUintN(64, BigInt(word))
    this.process.memory.store64Halves(address, Number(value & 0xffffffffn), Number(value >> 32n))
  }

  /** Calls a function and returns its result, as an int. */
  int(name: string, ...args: (number | bigint)[]): number {
    return this.call(name, args).low | 0
  }

  /** Calls a function that returns a pointer, a size_t or a long. */
  long(name: string, ...args: (number | bigint)[]): number {
    const { low, high } = this.call(name, args)
    return this.model === 'ilp32' ? low | 0 : high * 2 ** 32 + (low >>> 0)
  }

  /** Calls a function that returns a double. */
  double(name: string, ...args: (number | bigint)[]): number {
    return this.call(name, args).float
  }

  private call(name: string, args: readonly (number | bigint)[]): Result {
    const result: Result = { low: 0, high: 0, float: Number.NaN }
    const call = new Call(this, args, this.options, this.checks, result)
    FUNCTIONS.get(name)!.run(call)
    return result
  }
}

interface Result {
  low: number
  high: number
  float: number
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0))
}

class Call implements HostCall {
  readonly heap = NO_HEAP
  readonly process: Process
  readonly model: DataModel

  constructor(
    private readonly caller: Caller,
    private readonly args: readonly (number | bigint)[],
    readonly options: WorldOptions,
    readonly checks: HostChecks | null,
    private readonly result: Result,
  ) {
    this.process = caller.process
    this.model = caller.model
  }

  get state(): WorldState {
    return this.caller.state
  }

  set state(state: WorldState) {
    this.caller.state = state
  }

  readonly write = (_descriptor: 1 | 2, bytes: Uint8Array) => {
    this.caller.output += String.fromCharCode(...bytes)
  }

  int = (index: number) => Number(BigInt.asIntN(32, this.integer(index)))
  unsigned = (index: number) => Number(BigInt.asUintN(32, this.integer(index)))
  long = (index: number) => Number(BigInt.asIntN(64, this.integer(index)))
  size = (index: number) => Number(BigInt.asUintN(this.model === 'lp64' ? 64 : 32, this.integer(index)))
  pointer = (index: number) => Number(BigInt.asIntN(64, this.integer(index)))
  low = (index: number) => Number(BigInt.asIntN(32, this.integer(index)))
  high = (index: number) => Number(BigInt.asIntN(64, this.integer(index)) >> 32n)
  double = (index: number) => Number(this.args[index])

  private integer(index: number): bigint {
    const value = this.args[index] ?? 0
    return typeof value === 'bigint' ? value : BigInt(Math.trunc(value))
  }

  returnInt(value: number): void {
    this.returnLong(value | 0)
  }

  returnLong(value: number): void {
    this.returnHalves(value >>> 0, Math.floor(value / 2 ** 32))
  }

  returnHalves(low: number, high: number): void {
    this.result.low = low
    this.result.high = high
  }

  returnDouble(value: number): void {
    this.result.float = value
  }

  loadPointer(address: Address): Address {
    const { words } = this.process
    return this.model === 'lp64' ? words.load64(address) : words.load32(address)
  }

  storePointer(address: Address, value: Address): void {
    if (this.model === 'lp64') this.process.words.store64(address, value)
    else this.process.words.store32(address, value >>> 0)
  }

  setErrno(value: number): void {
    this.caller.errno = value
  }
}
