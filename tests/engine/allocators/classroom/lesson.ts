import type { OptionValues } from '../../../../src/engine/allocators/index.ts'
import type { ProcessOptions } from '../../../../src/engine/kernel/index.ts'
import { type Rig, rig } from '../../../support/rig.ts'

/** A classroom allocator and the words of the course: places and heap sizes count from the first chunk. */
export class Lesson {
  readonly rig: Rig

  constructor(id: string, options: OptionValues = {}, process: ProcessOptions = {}) {
    this.rig = rig(id, options, process)
  }

  malloc(size: number): number {
    return this.rig.allocator.malloc(size)
  }

  mallocs(...sizes: number[]): number[] {
    return sizes.map((size) => this.malloc(size))
  }

  free(payload: number): void {
    this.rig.allocator.free(payload)
  }

  /** The first chunk's address: the heap's first static variable. */
  get origin(): number {
    return this.rig.process.memory.peek64(this.rig.process.staticStart)
  }

  /** Bytes of all chunks, sentinels not counted. */
  get heapBytes(): number {
    return this.rig.process.memory.peek64(this.rig.process.staticStart + 8) - this.origin
  }

  /** The distance of a block's chunk from the first one (8-byte tags). */
  offset(payload: number): number {
    return payload - 8 - this.origin
  }

  /** The chunks in a line; a free run at the end is written like any other. */
  heap(): string {
    return this.rig.notation().replace('top(', '(')
  }

  /** What a call answers, and how many chunks its searches visited. */
  counted<T>(call: () => T): [T, number] {
    const { stats } = this.rig.context
    const before = stats.probes
    const result = call()
    return [result, stats.probes - before]
  }
}
