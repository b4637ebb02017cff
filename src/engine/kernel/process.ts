import { Memory, type Snapshot, Words } from '../memory/index.ts'
import { type Address, alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import { ENOMEM } from './errno.ts'

/** Where things lie in the address space, and what the process may use. */
export interface ProcessOptions {
  /** The first program break. */
  readonly brkStart?: Address
  /** The top of the mmap area: mappings go below it, top down. */
  readonly mmapTop?: Address
  /** RLIMIT_DATA: bytes of data the process may have beyond what it has at its start. */
  readonly dataLimit?: Bytes
}

export const DEFAULT_BRK_START = 0x555555559000
export const DEFAULT_MMAP_TOP = 0x7ffff7fff000

/** One simulated process. FIRST CUT: only brk works; the kernel work replaces this file behind the same names. */
export class Process {
  readonly memory: Memory
  readonly words: Words
  readonly brkStart: Address
  /** The program break now. */
  programBreak: Address
  /** errno of the C library: set by failing calls, never cleared by them. */
  errno = 0
  /** System calls made so far. */
  syscalls = 0
  /** Bytes of the data segment that an allocator may use for its static variables. */
  readonly staticStart: Address
  readonly staticEnd: Address

  constructor(options: ProcessOptions = {}) {
    this.brkStart = options.brkStart ?? DEFAULT_BRK_START
    this.programBreak = this.brkStart
    this.staticStart = this.brkStart - PAGE_SIZE + 0x80
    this.staticEnd = this.brkStart
    this.memory = new Memory({
      windowBase: this.brkStart - 0x5000,
      protection: (address) =>
        address >= this.brkStart - PAGE_SIZE && address < alignUp(this.programBreak, PAGE_SIZE) ? 3 : -1,
    })
    this.words = new Words(this.memory)
  }

  /** The system call: the new break, or the old one when it refuses. Never an error number. */
  brk(address: Address): Address {
    this.syscalls++
    if (address >= this.brkStart) {
      const end = alignUp(this.programBreak, PAGE_SIZE)
      this.programBreak = address
      if (alignUp(address, PAGE_SIZE) < end) this.memory.discard(alignUp(address, PAGE_SIZE), end)
    }
    return this.programBreak
  }

  /** The library function: the old break, or -1 with errno ENOMEM. */
  sbrk(increment: Bytes): Address {
    const old = this.programBreak
    if (increment === 0) return old
    if (this.brk(old + increment) === old + increment) return old
    this.errno = ENOMEM
    return -1
  }

  /** mmap(2) of anonymous memory: the address, or minus an error number. `prot`, `flags`: PROT_ and MAP_ bits. */
  mmap(_hint: Address, _length: Bytes, _prot: number, _flags: number): Address {
    return -ENOMEM
  }

  /** munmap(2): 0, or minus an error number. */
  munmap(_address: Address, _length: Bytes): number {
    return -ENOMEM
  }

  /** mremap(2): the address, or minus an error number. */
  mremap(_address: Address, _oldLength: Bytes, _newLength: Bytes, _flags: number, _newAddress = 0): Address {
    return -ENOMEM
  }

  /** mprotect(2): 0, or minus an error number. */
  mprotect(_address: Address, _length: Bytes, _prot: number): number {
    return -ENOMEM
  }

  /** madvise(2): 0, or minus an error number. */
  madvise(_address: Address, _length: Bytes, _advice: number): number {
    return -ENOMEM
  }

  snapshot(): ProcessSnapshot {
    return {
      memory: this.memory.snapshot(),
      programBreak: this.programBreak,
      errno: this.errno,
      syscalls: this.syscalls,
    }
  }

  restore(snapshot: ProcessSnapshot): void {
    this.programBreak = snapshot.programBreak
    this.errno = snapshot.errno
    this.syscalls = snapshot.syscalls
    this.memory.restore(snapshot.memory)
  }
}

/** The whole state of a process at one moment. */
export interface ProcessSnapshot {
  readonly memory: Snapshot
  readonly programBreak: Address
  readonly errno: number
  readonly syscalls: number
}
