import { MAP_ANONYMOUS, MAP_PRIVATE } from '../../kernel/index.ts'
import { PROT_READ, PROT_WRITE } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import { CAPACITY, COUNT, ENTRY, FIRST_CAPACITY, homeOf, LENGTH, TABLE } from './layout.ts'

/** The hash table from payloads to the lengths of their mappings, in simulated bytes. */
export class Table {
  constructor(private readonly context: AllocatorContext) {}

  /** Maps the first, empty table. False when memory is refused. */
  begin(): boolean {
    return this.mapTable(FIRST_CAPACITY)
  }

  /** The entry of a payload; 0 when there is none. */
  find(payload: Address): Address {
    const { words } = this.context
    const capacity = this.capacity()
    let index = homeOf(payload, capacity)
    // The bound counts only for a table whose bytes were spoilt: a sound one always has an empty entry.
    for (let left = capacity; left > 0; left--) {
      const entry = this.at(index)
      const found = words.load64(entry)
      if (found === payload) return entry
      if (found === 0) return 0
      index = index + 1 === capacity ? 0 : index + 1
    }
    return 0
  }

  /** Makes sure that one more entry has room; a full table moves to one twice as large. False when memory is refused. */
  reserve(): boolean {
    const { words, process } = this.context
    const capacity = this.capacity()
    if (capacity === 0) return this.begin()
    if ((words.load64(process.staticStart + COUNT) + 1) * 4 <= capacity * 3) return true
    const old = words.load64(process.staticStart + TABLE)
    if (!this.mapTable(capacity * 2)) return false
    for (let i = 0; i < capacity; i++) {
      const payload = words.load64(old + i * ENTRY)
      if (payload !== 0) this.insert(payload, words.load64(old + i * ENTRY + LENGTH))
    }
    process.munmap(old, capacity * ENTRY)
    this.context.observer?.({ kind: 'unmap', address: old, length: capacity * ENTRY })
    return true
  }

  /** Adds an entry; `reserve` has made room. */
  insert(payload: Address, length: Bytes): void {
    const { words, process } = this.context
    const capacity = this.capacity()
    let index = homeOf(payload, capacity)
    for (let left = capacity; left > 0 && words.load64(this.at(index)) !== 0; left--) {
      index = index + 1 === capacity ? 0 : index + 1
    }
    words.store64(this.at(index), payload)
    words.store64(this.at(index) + LENGTH, length)
    const count = process.staticStart + COUNT
    words.store64(count, words.load64(count) + 1)
  }

  /** Takes an entry out. Those behind it that would be cut off from their home move up. */
  remove(entry: Address): void {
    const { words, process } = this.context
    const capacity = this.capacity()
    let hole = (entry - words.load64(process.staticStart + TABLE)) / ENTRY
    const first = hole
    for (let index = (hole + 1) % capacity; index !== first; index = (index + 1) % capacity) {
      const payload = words.load64(this.at(index))
      if (payload === 0) break
      const distance = (index - homeOf(payload, capacity) + capacity) % capacity
      if (distance < (index - hole + capacity) % capacity) continue
      words.store64(this.at(hole), payload)
      words.store64(this.at(hole) + LENGTH, words.load64(this.at(index) + LENGTH))
      hole = index
    }
    words.store64(this.at(hole), 0)
    words.store64(this.at(hole) + LENGTH, 0)
    const count = process.staticStart + COUNT
    words.store64(count, words.load64(count) - 1)
  }

  /** An empty table of its own mapping becomes the table. */
  private mapTable(capacity: number): boolean {
    const { words, process, observer } = this.context
    const length = capacity * ENTRY
    const address = process.mmap(0, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
    observer?.({ kind: 'map', address: Math.max(0, address), length })
    if (address < 0) return false
    if (observer !== null) {
      const text = `This mapping is the allocator's own: its table has room for ${capacity} blocks`
      observer({ kind: 'note', text, chunk: address, size: length })
    }
    words.store64(process.staticStart + TABLE, address)
    words.store64(process.staticStart + CAPACITY, capacity)
    words.store64(process.staticStart + COUNT, 0)
    return true
  }

  private capacity(): number {
    return this.context.words.load64(this.context.process.staticStart + CAPACITY)
  }

  private at(index: number): Address {
    return this.context.words.load64(this.context.process.staticStart + TABLE) + index * ENTRY
  }
}
