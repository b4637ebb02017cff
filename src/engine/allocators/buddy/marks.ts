import type { Memory, Words } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'
import { MIN_BLOCK, MIN_ORDER, MOVED_FLAG, ORDER_MASK, USED_FLAG } from './layout.ts'

/** Where the marks of blocks lie, and how a payload leads back to its block. `pool` is a pool's base, `size` its bytes. */
export interface Marks {
  /** Bytes in front of each payload. */
  readonly header: Bytes
  /** Bytes that a pool of `size` bytes needs behind it. */
  tableBytes(size: Bytes): Bytes
  load(pool: Address, size: Bytes, block: Address): number
  /** Marks a block free, or (with mark 0) no block. */
  store(pool: Address, size: Bytes, block: Address, mark: number): void
  /** Marks a block in use, so that `payload` leads back to it. */
  storeUsed(pool: Address, size: Bytes, block: Address, order: number, payload: Address): void
  /** Forgets that `payload` was that of the block in use. */
  clearUsed(pool: Address, size: Bytes, block: Address, payload: Address): void
  /** The block in use with that payload; 0 when the bytes know of none. */
  blockOf(pool: Address, size: Bytes, payload: Address): Address
  /** The mark as a debugger sees it. */
  peek(pool: Address, size: Bytes, block: Address): number
  /** The payload of a block in use, as a debugger sees it. */
  peekPayload(pool: Address, size: Bytes, block: Address): Address
  /** Where the mark of a block lies. */
  place(pool: Address, size: Bytes, block: Address): Address
}

const SHIFT_UNIT = 256

/** Marks in a header of 8 or 16 bytes at each block's start. */
export class HeaderMarks implements Marks {
  constructor(
    private readonly words: Words,
    readonly header: Bytes,
  ) {}

  tableBytes(): Bytes {
    return 0
  }

  load(_pool: Address, _size: Bytes, block: Address): number {
    return this.words.load64(block) & 0xff
  }

  store(_pool: Address, _size: Bytes, block: Address, mark: number): void {
    this.words.store64(block, mark)
  }

  storeUsed(_pool: Address, _size: Bytes, block: Address, order: number, payload: Address): void {
    const shift = payload - this.header - block
    const word = shift * SHIFT_UNIT + USED_FLAG + order + (shift > 0 ? MOVED_FLAG : 0)
    this.words.store64(block, word)
    if (shift > 0) this.words.store64(payload - this.header, word)
  }

  clearUsed(_pool: Address, _size: Bytes, _block: Address, payload: Address): void {
    this.words.store64(payload - this.header, 0)
  }

  blockOf(pool: Address, _size: Bytes, payload: Address): Address {
    const word = this.words.load64(payload - this.header)
    if ((word & USED_FLAG) === 0) return 0
    const block = payload - this.header - shiftOf(word)
    return block >= pool && (block - pool) % 2 ** (word & ORDER_MASK) === 0 ? block : 0
  }

  peek(_pool: Address, _size: Bytes, block: Address): number {
    return this.words.memory.peek64(block) & 0xff
  }

  peekPayload(_pool: Address, _size: Bytes, block: Address): Address {
    return block + this.header + shiftOf(this.words.memory.peek64(block))
  }

  place(_pool: Address, _size: Bytes, block: Address): Address {
    return block
  }
}

function shiftOf(word: number): Bytes {
  return Math.floor(word / SHIFT_UNIT)
}

/** Marks in a table behind the pool, so that payloads begin where their blocks do. */
export class TableMarks implements Marks {
  readonly header = 0
  private readonly memory: Memory

  constructor(private readonly words: Words) {
    this.memory = words.memory
  }

  tableBytes(size: Bytes): Bytes {
    return size / MIN_BLOCK
  }

  load(pool: Address, size: Bytes, block: Address): number {
    return this.words.load8(this.place(pool, size, block))
  }

  store(pool: Address, size: Bytes, block: Address, mark: number): void {
    this.words.store8(this.place(pool, size, block), mark)
  }

  storeUsed(pool: Address, size: Bytes, block: Address, order: number, payload: Address): void {
    const moved = payload > block
    this.words.store8(this.place(pool, size, block), USED_FLAG + order + (moved ? MOVED_FLAG : 0))
    if (moved) this.words.store8(this.place(pool, size, payload), MOVED_FLAG)
  }

  clearUsed(pool: Address, size: Bytes, block: Address, payload: Address): void {
    this.words.store8(this.place(pool, size, block), 0)
    this.words.store8(this.place(pool, size, payload), 0)
  }

  blockOf(pool: Address, size: Bytes, payload: Address): Address {
    if ((payload - pool) % MIN_BLOCK !== 0) return 0
    const mark = this.load(pool, size, payload)
    if (mark !== MOVED_FLAG) return (mark & (USED_FLAG | MOVED_FLAG)) === USED_FLAG ? payload : 0
    // A moved payload lies in the block of the lowest order that begins in front of it and reaches over it.
    for (let step = MIN_BLOCK; step < size; step *= 2) {
      const block = payload - ((payload - pool) % step)
      const found = this.load(pool, size, block)
      if ((found & MOVED_FLAG) !== 0 && found !== MOVED_FLAG && block + 2 ** (found & ORDER_MASK) > payload) {
        return block
      }
    }
    return 0
  }

  peek(pool: Address, size: Bytes, block: Address): number {
    return this.memory.peek8(this.place(pool, size, block))
  }

  peekPayload(pool: Address, size: Bytes, block: Address): Address {
    const mark = this.peek(pool, size, block)
    if ((mark & MOVED_FLAG) === 0) return block
    const end = Math.min(block + 2 ** (mark & ORDER_MASK), pool + size)
    for (let at = block + MIN_BLOCK; at < end; at += MIN_BLOCK) {
      if (this.peek(pool, size, at) === MOVED_FLAG) return at
    }
    return block
  }

  place(pool: Address, size: Bytes, block: Address): Address {
    return pool + size + Math.floor((block - pool) / MIN_BLOCK)
  }
}

/** Whether a mark can stand where a block begins, at `offset` in a pool of `size` bytes. */
export function isMark(mark: number, offset: Bytes, size: Bytes): boolean {
  const order = mark & ORDER_MASK
  const length = 2 ** order
  return order >= MIN_ORDER && offset % length === 0 && offset + length <= size
}
