import type { Process } from '../../../kernel/index.ts'
import { FaultSignal } from '../../../memory/index.ts'
import { type Address, type Bytes, TWO_32 } from '../../../units.ts'
import type { HeapCalls, HostCall, HostChecks, OutputSink, WorldOptions, WorldState } from '../host.ts'
import type { DataModel } from '../source.ts'
import { signedValue, unsignedValue } from './int64.ts'
import { float, hi, lo } from './registers.ts'

/** What a Vm gives its host functions. */
export interface World {
  readonly options: WorldOptions
  readonly heap: HeapCalls
  readonly write: OutputSink
}

/** A call of a host function, on the registers of the running machine. One object serves all calls of a Vm. */
export class RegisterCall implements HostCall {
  readonly options: WorldOptions
  readonly heap: HeapCalls
  readonly write: OutputSink
  checks: HostChecks | null = null
  /** The register of the first argument. */
  first = 0
  private readonly isWide: boolean

  constructor(
    readonly process: Process,
    readonly model: DataModel,
    world: World,
    public state: WorldState,
    private readonly errno: Address | null,
  ) {
    this.options = world.options
    this.heap = world.heap
    this.write = world.write
    this.isWide = model === 'lp64'
  }

  int(index: number): number {
    return lo[this.first + index]!
  }

  unsigned(index: number): number {
    return lo[this.first + index]! >>> 0
  }

  long(index: number): number {
    const r = this.first + index
    return this.isWide ? signedValue(lo[r]!, hi[r]!) : lo[r]!
  }

  size(index: number): Bytes {
    const r = this.first + index
    return this.isWide ? unsignedValue(lo[r]!, hi[r]!) : lo[r]! >>> 0
  }

  pointer(index: number): Address {
    return this.isWide ? this.long(index) : this.unsigned(index)
  }

  low(index: number): number {
    return lo[this.first + index]!
  }

  high(index: number): number {
    return hi[this.first + index]!
  }

  double(index: number): number {
    return float[this.first + index]!
  }

  returnInt(value: number): void {
    lo[0] = value
    hi[0] = (value | 0) >> 31
  }

  returnLong(value: number): void {
    lo[0] = value
    hi[0] = Math.floor(value / TWO_32)
  }

  returnHalves(low: number, high: number): void {
    lo[0] = low
    hi[0] = high
  }

  returnDouble(value: number): void {
    float[0] = value
  }

  loadPointer(address: Address): Address {
    const { memory } = this.process
    if (!this.isWide) return this.process.words.load32(address)
    const low = memory.load64Low(address)
    if (low < 0) throw new FaultSignal(memory.fault!)
    return memory.highHalf * TWO_32 + low
  }

  storePointer(address: Address, value: Address): void {
    if (this.isWide) this.process.words.store64(address, value)
    else this.process.words.store32(address, value)
  }

  setErrno(value: number): void {
    this.process.errno = value
    if (this.errno !== null) this.process.words.store32(this.errno, value)
  }
}
