import { type Address, alignDown, type Bytes, PAGE_SIZE, TWO_32 } from '../units.ts'
import type { AccessKind } from './fault.ts'
import { Paging } from './paging.ts'

/** Sees every load and store while it is attached. */
export type Watcher = (access: AccessKind, address: Address, size: Bytes) => void

/** Accesses of any length, and looking at bytes as a debugger does. All go page by page. */
export class BulkAccess extends Paging {
  protected watcher: Watcher | null = null

  /** Sets `length` bytes to `value`. On a fault the bytes before it are set, as a real memset would. */
  fill(address: Address, value: number, length: Bytes): boolean {
    this.watcher?.('write', address, length)
    for (let done = 0; done < length; ) {
      const at = address + done
      const n = Math.min(length - done, restOfPage(at))
      if (!this.ensure(at, 'write', length)) return false
      const from = this.offsetIn(at)
      this.bytesOf(at)!.fill(value, from, from + n)
      done += n
    }
    return true
  }

  /** Copies as memmove does: the ranges may overlap. On a fault what was copied before it stays. */
  copy(to: Address, from: Address, length: Bytes): boolean {
    this.watcher?.('read', from, length)
    this.watcher?.('write', to, length)
    const isBackward = from < to && to < from + length
    return isBackward ? this.copyBackward(to, from, length) : this.copyForward(to, from, length)
  }

  private copyForward(to: Address, from: Address, length: Bytes): boolean {
    for (let done = 0; done < length; ) {
      const n = Math.min(length - done, restOfPage(from + done), restOfPage(to + done))
      if (!this.copyWithinPages(to + done, from + done, n, length)) return false
      done += n
    }
    return true
  }

  private copyBackward(to: Address, from: Address, length: Bytes): boolean {
    for (let left = length; left > 0; ) {
      const n = Math.min(left, startOfPage(from + left), startOfPage(to + left))
      if (!this.copyWithinPages(to + left - n, from + left - n, n, length)) return false
      left -= n
    }
    return true
  }

  /** Copies `n` bytes that lie in one page at either end; `length` is that of the whole copy. */
  private copyWithinPages(to: Address, from: Address, n: Bytes, length: Bytes): boolean {
    if (!this.ensure(from, 'read', length) || !this.ensure(to, 'write', length)) return false
    const source = this.bytesOf(from)!
    const start = this.offsetIn(from)
    this.bytesOf(to)!.set(source.subarray(start, start + n), this.offsetIn(to))
    return true
  }

  /** The program reads `length` bytes; null when it faults. */
  read(address: Address, length: Bytes): Uint8Array | null {
    this.watcher?.('read', address, length)
    for (let at = address; at < address + length; at += restOfPage(at)) {
      if (!this.ensure(at, 'read', length)) return null
    }
    return this.peekBytes(address, length)
  }

  /** The program writes `bytes`. On a fault the bytes before it are written. */
  write(address: Address, bytes: Uint8Array): boolean {
    this.watcher?.('write', address, bytes.length)
    for (let done = 0; done < bytes.length; ) {
      const at = address + done
      const n = Math.min(bytes.length - done, restOfPage(at))
      if (!this.ensure(at, 'write', bytes.length)) return false
      this.bytesOf(at)!.set(n === bytes.length ? bytes : bytes.subarray(done, done + n), this.offsetIn(at))
      done += n
    }
    return true
  }

  /**
   * Puts bytes into mapped pages whatever their permissions, as the kernel does that maps a file for a new program.
   * False when a page is not mapped; the bytes before it are there then.
   */
  poke(address: Address, bytes: Uint8Array): boolean {
    for (let done = 0; done < bytes.length; ) {
      const at = address + done
      const n = Math.min(bytes.length - done, restOfPage(at))
      if (!this.isMapped(at)) return false
      this.makeResident(at)
      this.bytesOf(at)!.set(bytes.subarray(done, done + n), this.offsetIn(at))
      done += n
    }
    return true
  }

  // --- Looking without touching: no page fault, no permission, no watcher -------------------

  /** A byte as a debugger sees it; 0 for a page that has none of its own. */
  peek8(address: Address): number {
    const page = this.bytesOf(address)
    return page === null ? 0 : page[this.offsetIn(address)]!
  }

  /** 32 bits as a debugger sees them. */
  peek32(address: Address): number {
    const o = address - this.windowBase
    if (o >= 0 && o < this.u8.length && (o & 3) === 0) return this.u32[o >>> 2]!
    const s = address - this.stack.base
    if (s >= 0 && s < this.stack.u8.length && (s & 3) === 0) return this.stack.u32[s >>> 2]!
    let value = 0
    for (let i = 3; i >= 0; i--) value = value * 256 + this.peek8(address + i)
    return value
  }

  /** 64 bits as a debugger sees them, unsigned, exact up to 2^53. */
  peek64(address: Address): number {
    return this.peek32(address) + this.peek32(address + 4) * TWO_32
  }

  /** A copy of `length` bytes; zeros where there is no page. */
  peekBytes(address: Address, length: Bytes): Uint8Array {
    const out = new Uint8Array(length)
    for (let done = 0; done < length; ) {
      const at = address + done
      const n = Math.min(length - done, restOfPage(at))
      const page = this.bytesOf(at)
      if (page !== null) {
        const from = this.offsetIn(at)
        out.set(page.subarray(from, from + n), done)
      }
      done += n
    }
    return out
  }
}

/** Bytes from `address` to the end of its page. */
export function restOfPage(address: Address): Bytes {
  return alignDown(address, PAGE_SIZE) + PAGE_SIZE - address
}

/** Bytes of the page that ends at or holds the byte before `address`, up to it. */
function startOfPage(address: Address): Bytes {
  return address - alignDown(address - 1, PAGE_SIZE)
}
