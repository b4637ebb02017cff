import type { Address, Bytes } from '../../../../units.ts'
import type { HostCall } from '../../host.ts'

/*
 * FILE as glibc 2.36 lays it out (bits/types/struct_FILE.h): int _flags, then the pointers below one after the other,
 * then int _fileno. The C part of the library declares the same (c/file-layout.ts).
 */

/** Bits of `_flags` (libio/libio.h). */
export const UNBUFFERED = 0x2
export const NO_READS = 0x4
export const NO_WRITES = 0x8
export const EOF_SEEN = 0x10
export const ERROR_SEEN = 0x20
/** Characters pushed back are being read, from an area of their own. */
export const IN_BACKUP = 0x100
export const LINE_BUFFERED = 0x200
export const IS_PUTTING = 0x800

/** What a host function answers when the stream has no buffer yet: the C part calls malloc for one and asks again. */
export const NEEDS_BUFFER = -2
/** … and when a line-buffered stdout must be flushed before input is waited for. */
export const NEEDS_FLUSH = -3

const READ_PTR = 0
const READ_END = 1
const READ_BASE = 2
const WRITE_BASE = 3
const WRITE_PTR = 4
const WRITE_END = 5
const BUF_BASE = 6
const BUF_END = 7
const SAVE_BASE = 8
const BACKUP_BASE = 9
const SAVE_END = 10
const POINTERS = 13

/** A FILE of the program, seen in its memory. */
export class Stream {
  private readonly first: Address
  private readonly word: Bytes

  constructor(
    readonly call: HostCall,
    readonly address: Address,
  ) {
    this.word = call.model === 'lp64' ? 8 : 4
    this.first = address + this.word
  }

  get flags(): number {
    return this.call.process.words.load32(this.address)
  }

  set flags(value: number) {
    this.call.process.words.store32(this.address, value >>> 0)
  }

  has(bits: number): boolean {
    return (this.flags & bits) !== 0
  }

  set(bits: number): void {
    this.flags = this.flags | bits
  }

  get descriptor(): number {
    return this.call.process.words.load32(this.first + POINTERS * this.word) | 0
  }

  get readPtr(): Address {
    return this.load(READ_PTR)
  }

  set readPtr(value: Address) {
    this.store(READ_PTR, value)
  }

  get readEnd(): Address {
    return this.load(READ_END)
  }

  get writeBase(): Address {
    return this.load(WRITE_BASE)
  }

  get writePtr(): Address {
    return this.load(WRITE_PTR)
  }

  set writePtr(value: Address) {
    this.store(WRITE_PTR, value)
  }

  get writeEnd(): Address {
    return this.load(WRITE_END)
  }

  get bufBase(): Address {
    return this.load(BUF_BASE)
  }

  get bufEnd(): Address {
    return this.load(BUF_END)
  }

  /** While pushed-back characters are read: what is left of the main buffer. */
  get savedArea(): readonly [from: Address, to: Address] {
    return [this.load(BACKUP_BASE), this.load(SAVE_END)]
  }

  /** The main buffer's bounds come back; the area of pushed-back characters is kept for later. */
  leaveBackup(): void {
    const [base, ptr, end] = [this.load(SAVE_BASE), this.load(BACKUP_BASE), this.load(SAVE_END)]
    this.store(SAVE_BASE, this.load(READ_BASE))
    this.store(BACKUP_BASE, this.readEnd)
    this.store(SAVE_END, this.readEnd)
    this.setRead(base, ptr, end)
    this.flags = this.flags & ~IN_BACKUP
  }

  setRead(base: Address, ptr: Address, end: Address): void {
    this.store(READ_BASE, base)
    this.store(READ_PTR, ptr)
    this.store(READ_END, end)
  }

  setWrite(base: Address, end: Address): void {
    this.store(WRITE_BASE, base)
    this.store(WRITE_PTR, base)
    this.store(WRITE_END, end)
  }

  private load(index: number): Address {
    return this.call.loadPointer(this.first + index * this.word)
  }

  private store(index: number, value: Address): void {
    this.call.storePointer(this.first + index * this.word, value)
  }
}
