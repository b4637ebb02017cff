import type { Allocator } from '../../allocators/index.ts'
import type { Address, Bytes } from '../../units.ts'
import { type HeapCalls, KillSignal } from '../../workload/c/host.ts'
import type { Calls } from './calls.ts'
import type { ProgramMachine } from './machine.ts'
import { foreignBlock, misuseOf } from './misuse.ts'

/** The malloc family as a program calls it: the chosen allocator answers, and each call is a row of the record. */
export class LabHeap implements HeapCalls {
  /** Why the lab ended the program on a wrong use; null if it did not. */
  misuse: string | null = null

  constructor(
    private readonly machine: ProgramMachine,
    private readonly heap: Allocator,
    private readonly calls: Calls,
    private readonly abortOnMisuse: boolean,
  ) {}

  malloc(size: Bytes): Address {
    const row = this.calls.begin('malloc', 0, size)
    return this.allocated(row, this.heap.malloc(size), size)
  }

  calloc(count: number, size: Bytes): Address {
    const row = this.calls.begin('calloc', count, size)
    return this.allocated(row, this.heap.calloc(count, size), count * size)
  }

  memalign(alignment: Bytes, size: Bytes): Address {
    const row = this.calls.begin('memalign', alignment, size)
    return this.allocated(row, this.heap.memalign(alignment, size), size)
  }

  realloc(payload: Address, size: Bytes): Address {
    const row = this.calls.begin('realloc', payload, size)
    const old = this.given('realloc', payload)
    const moved = this.heap.realloc(payload, size)
    // realloc(p, 0) that answers NULL without an error has freed the block.
    const { history, process } = this.machine
    if (old >= 0 && (moved !== 0 || (size === 0 && process.errno === 0))) history.ended(row, old)
    return this.allocated(row, moved, size)
  }

  free(payload: Address): void {
    const row = this.calls.begin('free', payload, 0)
    const old = this.given('free', payload)
    this.heap.free(payload)
    if (old >= 0) this.machine.history.ended(row, old)
    this.calls.answered('free', 'nothing', 0)
    this.calls.end(row, false)
  }

  usableSize(payload: Address): Bytes {
    const row = this.calls.begin('malloc_usable_size', payload, 0)
    const size = this.heap.usableSize(payload)
    this.calls.answered('malloc_usable_size', 'number', size)
    this.calls.end(row, false)
    return size
  }

  trim(pad: Bytes): number {
    const row = this.calls.begin('malloc_trim', pad, 0)
    const trimmed = this.heap.trim?.(pad) ?? 0
    this.calls.answered('malloc_trim', 'number', trimmed)
    this.calls.end(row, false)
    return trimmed
  }

  private allocated(row: number, payload: Address, size: Bytes): Address {
    if (payload !== 0) this.machine.history.allocated(row, payload, size)
    this.calls.answered(this.machine.rows.name(row), 'pointer', payload)
    this.calls.end(row, payload === 0 && this.machine.process.errno !== 0)
    return payload
  }

  /** The live block that a pointer given to `call` begins; -1 for none, which is reported. */
  private given(call: string, payload: Address): number {
    const misuse = misuseOf(this.machine, call, payload)
    const block = payload === 0 ? -1 : this.machine.live.startingAt(payload, this.calls.row - 1)
    const isForeign = block >= 0 && this.machine.rows.isOwn(block)
    const wrong = isForeign ? foreignBlock(this.machine, call, block) : misuse
    if (wrong === null) return block
    this.machine.observer?.add(wrong)
    if (this.abortOnMisuse) {
      this.misuse = wrong.message
      throw new KillSignal('SIGABRT', wrong.message)
    }
    this.heap.invalidate()
    return -1
  }
}
