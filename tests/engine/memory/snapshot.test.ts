import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Snapshot, snapshotBytes, UNMAPPED } from '../../../src/engine/memory/index.ts'
import { FAR, RW, smallMemory, TestMemory, WINDOW } from './support.ts'

describe('snapshots', () => {
  test('bring every byte and count back', () => {
    const memory = smallMemory()
    memory.store32(WINDOW, 1)
    memory.store32(FAR, 2)
    memory.load8(FAR + 4096)
    const before = memory.snapshot()
    memory.store32(WINDOW, 10)
    memory.store32(FAR, 20)
    memory.store32(FAR + 4096, 30)
    memory.store32(WINDOW + 8192, 40)
    memory.restore(before)
    expect([WINDOW, FAR, FAR + 4096, WINDOW + 8192].map((at) => memory.peek32(at))).toEqual([1, 2, 0, 0])
    expect([memory.residentPages, memory.pageFaults, memory.dirtyPages]).toEqual([2, 3, 0])
  })

  test('go forward as well as back', () => {
    const memory = smallMemory()
    const snapshots: Snapshot[] = []
    for (let i = 1; i <= 5; i++) {
      memory.store32(FAR, i)
      if (i === 3) memory.discard(WINDOW, WINDOW + 4096)
      else memory.store32(WINDOW, i)
      snapshots.push(memory.snapshot())
    }
    for (const i of [4, 0, 2, 3, 1, 4]) {
      memory.restore(snapshots[i]!)
      expect([memory.peek32(FAR), memory.peek32(WINDOW)]).toEqual([i + 1, i === 2 ? 0 : i + 1])
    }
  })

  test('are not changed by what the program does afterwards', () => {
    const memory = smallMemory()
    memory.store32(FAR, 1)
    const first = memory.snapshot()
    memory.restore(first)
    memory.store32(FAR, 2)
    memory.fill(FAR, 3, 4096)
    memory.restore(first)
    expect(memory.load32(FAR)).toBe(1)
  })

  test('copy dirty pages alone', () => {
    const memory = new TestMemory().map(WINDOW, 1000)
    memory.fill(WINDOW, 1, 1000 * 4096)
    const first = memory.snapshot()
    expect(memory.dirtyPages).toBe(0)
    memory.store8(WINDOW + 500 * 4096, 2)
    expect(memory.dirtyPages).toBe(1)
    const second = memory.snapshot()
    const added = snapshotBytes([first, second]) - snapshotBytes([first])
    expect(added).toBeLessThan(2 * 4096)
  })

  test('a page given back and forgotten is not found again', () => {
    const memory = smallMemory()
    memory.store32(FAR, 1)
    memory.discard(FAR, FAR + 4096)
    memory.snapshot()
    expect(memory.load32(FAR)).toBe(0)
    memory.store32(FAR, 2)
    expect([memory.load32(FAR), memory.residentPages]).toEqual([2, 1])
  })
})

/** Memory as plainly as can be: a byte a map entry. */
class Model {
  constructor(
    readonly bytes = new Map<number, number>(),
    readonly mapped = new Set<number>(),
  ) {}

  clone(): Model {
    return new Model(new Map(this.bytes), new Set(this.mapped))
  }

  load(address: number, size: number): number {
    let value = 0
    for (let i = size - 1; i >= 0; i--) {
      if (!this.mapped.has(Math.floor((address + i) / 4096))) return -1
      value = value * 256 + (this.bytes.get(address + i) ?? 0)
    }
    return value
  }

  store(address: number, size: number, value: number): boolean {
    if (this.load(address, size) < 0) return false
    for (let i = 0; i < size; i++) this.bytes.set(address + i, Math.floor(value / 256 ** i) % 256)
    return true
  }

  map(page: number, isMapped: boolean): void {
    if (isMapped) this.mapped.add(page)
    else this.mapped.delete(page)
    if (!isMapped) for (let i = 0; i < 4096; i++) this.bytes.delete(page * 4096 + i)
  }
}

type Action =
  | { kind: 'load' | 'store'; address: number; size: 1 | 2 | 4 | 8; value: number }
  | { kind: 'map' | 'unmap'; page: number }
  | { kind: 'copy'; to: number; from: number; length: number }
  | { kind: 'fill'; to: number; value: number; length: number }
  | { kind: 'snapshot' }
  | { kind: 'restore'; which: number }

const PAGES = 4
// The window's first and last pages and a place outside it, so that runs cross from one to the other.
const bases = [WINDOW - 2 * 4096, WINDOW + 65534 * 4096, FAR]
const page = fc.tuple(fc.constantFrom(...bases), fc.nat(PAGES - 1)).map(([base, n]) => base / 4096 + n)
const address = fc
  .tuple(
    page,
    fc.oneof(
      fc.nat(16),
      fc.nat(12).map((n) => 4084 + n),
      fc.nat(4095),
    ),
  )
  .map(([n, offset]) => n * 4096 + offset)
const value = fc.maxSafeNat()
const length = fc.nat(9000)

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('load', 'store'),
      address,
      size: fc.constantFrom(1, 2, 4, 8),
      value,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('map', 'map', 'unmap'), page }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('copy' as const), to: address, from: address, length }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fill' as const), to: address, value, length }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('snapshot' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), which: fc.nat(7) }) },
)

test('memory agrees with a plain model over stores, mappings, snapshots and restores', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 20, maxLength: 80 }), (actions) => {
      const run = new Run()
      for (const next of actions) run.act(next)
      run.compareAll()
    }),
    { seed: 2, numRuns: 50 },
  )
})

class Run {
  readonly memory = new TestMemory()
  model = new Model()
  readonly kept: { snapshot: Snapshot; model: Model }[] = []

  constructor() {
    for (const base of bases) for (let i = 0; i < PAGES; i++) this.act({ kind: 'map', page: base / 4096 + i })
  }

  act(next: Action): void {
    const { memory, model } = this
    switch (next.kind) {
      case 'load':
        expect(this.load(next.address, next.size)).toBe(model.load(next.address, next.size))
        return
      case 'store': {
        const value = next.value % 256 ** next.size
        expect(this.store(next.address, next.size, value)).toBe(model.store(next.address, next.size, value))
        return
      }
      case 'map':
      case 'unmap':
        model.map(next.page, next.kind === 'map')
        memory.map(next.page * 4096, 1, next.kind === 'map' ? RW : UNMAPPED)
        return
      case 'fill':
        expect(memory.fill(next.to, next.value & 255, next.length)).toBe(
          this.eachByte(next.length, (i) => model.store(next.to + i, 1, next.value & 255)),
        )
        return
      case 'copy':
        this.copy(next.to, next.from, next.length)
        return
      case 'snapshot':
        this.kept.push({ snapshot: memory.snapshot(), model: model.clone() })
        return
      case 'restore':
        this.restore(next.which)
    }
  }

  /** Only copies that cannot fault: where a faulting one stops depends on how it is done. */
  private copy(to: number, from: number, length: number): void {
    const { memory, model } = this
    const bytes = Array.from({ length }, (_, i) => model.load(from + i, 1))
    const isWhole = !bytes.includes(-1) && this.eachByte(length, (i) => model.load(to + i, 1) >= 0)
    if (!isWhole) return
    expect(memory.copy(to, from, length)).toBe(true)
    bytes.forEach((byte, i) => {
      model.store(to + i, 1, byte)
    })
  }

  /** Restores a snapshot, and the mappings of that moment, which are the kernel's to keep. */
  private restore(which: number): void {
    const kept = this.kept[which]
    if (kept === undefined) return
    this.model = kept.model.clone()
    this.memory.restore(kept.snapshot)
    this.memory.remap(this.model.mapped)
    this.compareAll()
  }

  compareAll(): void {
    for (const base of bases) {
      const bytes = this.memory.peekBytes(base, PAGES * 4096)
      const wanted = Uint8Array.from(bytes, (_, i) => this.model.bytes.get(base + i) ?? 0)
      expect(Buffer.compare(bytes, wanted)).toBe(0)
    }
  }

  private eachByte(length: number, visit: (i: number) => boolean): boolean {
    for (let i = 0; i < length; i++) if (!visit(i)) return false
    return true
  }

  private load(at: number, size: 1 | 2 | 4 | 8): number {
    const { memory } = this
    if (size === 1) return memory.load8(at)
    if (size === 2) return memory.load16(at)
    return size === 4 ? memory.load32(at) : memory.load64(at)
  }

  private store(at: number, size: 1 | 2 | 4 | 8, value: number): boolean {
    const { memory } = this
    if (size === 1) return memory.store8(at, value)
    if (size === 2) return memory.store16(at, value)
    return size === 4 ? memory.store32(at, value) : memory.store64(at, value)
  }
}
