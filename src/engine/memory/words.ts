import type { Address, Bytes } from '../units.ts'
import type { Fault } from './fault.ts'
import type { Memory } from './memory.ts'

/** Unwinds simulated machine code at a faulting access. Caught where the operation began, never beyond the engine. */
export class FaultSignal {
  constructor(readonly fault: Fault) {}
}

/**
 * Loads and stores as machine code makes them: the value, or the end of the operation.
 * Allocators use this; whoever runs them catches FaultSignal and turns it into a value.
 */
export class Words {
  constructor(readonly memory: Memory) {}

  load8(address: Address): number {
    const value = this.memory.load8(address)
    return value >= 0 ? value : this.trap()
  }

  load32(address: Address): number {
    const value = this.memory.load32(address)
    return value >= 0 ? value : this.trap()
  }

  /** Unsigned; exact up to 2^53. */
  load64(address: Address): number {
    const value = this.memory.load64(address)
    return value >= 0 ? value : this.trap()
  }

  store8(address: Address, value: number): void {
    if (!this.memory.store8(address, value)) this.trap()
  }

  store32(address: Address, value: number): void {
    if (!this.memory.store32(address, value)) this.trap()
  }

  /** Unsigned below 2^53, or negative as two's complement. */
  store64(address: Address, value: number): void {
    if (!this.memory.store64(address, value)) this.trap()
  }

  fill(address: Address, value: number, length: Bytes): void {
    if (!this.memory.fill(address, value, length)) this.trap()
  }

  /** memmove. */
  copy(to: Address, from: Address, length: Bytes): void {
    if (!this.memory.copy(to, from, length)) this.trap()
  }

  private trap(): never {
    throw new FaultSignal(this.memory.fault!)
  }
}
