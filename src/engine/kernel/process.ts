import { Memory, type Snapshot, Words } from '../memory/index.ts'
import { type Address, type Bytes, PAGE_SIZE } from '../units.ts'
import { setBreak } from './brk.ts'
import { ENOMEM } from './errno.ts'
import type { Image } from './image.ts'
import { type LayoutOptions, makeLayout } from './layout.ts'
import { type LimitOptions, makeLimits } from './limits.ts'
import { mapMemory, unmapMemory } from './mmap.ts'
import { remapMemory } from './mremap.ts'
import type { SyscallName, SyscallRecord } from './print.ts'
import { adviseMemory, protectMemory } from './protect.ts'
import { hashText, Random } from './random.ts'
import type { Region, Regions, RegionsSnapshot } from './regions.ts'
import { type AddressSpace, growStack, initialRegions } from './space.ts'

/** Where things lie in the address space, and what the process may use. */
export interface ProcessOptions extends LayoutOptions, LimitOptions {
  /** Most pages the lab keeps for the process before an access faults as `exhausted`. */
  readonly residentBudget?: number
}

/** The program's variables begin behind what the start files have put on the data page. */
const START_FILES_DATA: Bytes = 0x80
/** A break further than this from the program's base gets the flat window for itself. */
const WINDOW_REACH: Bytes = 2 ** 26

/**
 * One simulated process: its memory, and the system calls that arrange it. System calls follow the kernel's
 * convention: the result, or minus an error number; only `sbrk`, the library's, sets `errno`.
 */
export class Process {
  readonly memory: Memory
  readonly words: Words
  /** The first program break. */
  readonly brkStart: Address
  /** The top of the mmap area: mappings go below it, top down. */
  readonly mmapTop: Address
  /** errno of the C library: set by failing calls, never cleared by them. */
  errno = 0
  /** System calls made so far. */
  syscalls = 0
  /** Told of each system call, with its result. While it is null nothing is made for it. */
  onSyscall: ((call: SyscallRecord) => void) | null = null
  /** Where a program that is to be loaded and its library go; null without one (`program` of the options). */
  readonly image: Image | null
  /** The end of the stack; 0 where there is none. */
  readonly stackTop: Address
  /** The lowest address that the stack may grow to. */
  readonly stackFloor: Address
  /** End of user space: nothing is mapped from here on. */
  readonly addressLimit: Address
  /** What was mapped at the start, in address order. */
  readonly initialRegions: readonly Region[]
  /** Bytes that an allocator may use for its static variables: of the program's data, or of the library's beside a loaded program. */
  readonly staticStart: Address
  readonly staticEnd: Address

  private readonly space: AddressSpace
  private readonly seed: number
  private readonly isRecording: boolean

  constructor(options: ProcessOptions = {}) {
    const layout = makeLayout(options)
    const regions = initialRegions(layout)
    this.seed = options.seed ?? 0
    this.isRecording = options.layout === 'oracle'
    this.brkStart = layout.brkStart
    this.mmapTop = layout.mmapTop
    this.image = layout.image
    this.stackTop = layout.stackTop
    this.stackFloor = layout.stackFloor
    this.addressLimit = layout.limit
    this.initialRegions = layout.regions
    const staticPage = layout.image === null ? layout.dataStart : layout.image.libraryEnd - PAGE_SIZE
    this.staticStart = staticPage + START_FILES_DATA
    this.staticEnd = staticPage + PAGE_SIZE
    const isNear = layout.brkStart - layout.base <= WINDOW_REACH
    this.memory = new Memory({
      windowBase: isNear ? layout.base : layout.brkStart,
      ...(layout.stackTop > 0 && { stack: { from: layout.stackFloor, to: layout.stackTop } }),
      protection: (address) => regions.protectionAt(address),
      grow: (address) => growStack(this.space, address),
      ...(options.residentBudget !== undefined && { residentBudget: options.residentBudget }),
    })
    this.words = new Words(this.memory)
    const limits = makeLimits(options, regions)
    this.space = { layout, limits, regions, memory: this.memory, programBreak: layout.brkStart }
  }

  /** The program break now, to the byte. */
  get programBreak(): Address {
    return this.space.programBreak
  }

  /** What is mapped. To be read; only system calls change it. */
  get regions(): Regions {
    return this.space.regions
  }

  /** VmSize: bytes mapped, whatever their permissions. */
  get mappedBytes(): Bytes {
    return this.space.regions.mappedBytes
  }

  /** VmData: bytes of the heap and of private writable mappings. */
  get dataBytes(): Bytes {
    return this.space.regions.dataBytes
  }

  /** VmRSS: bytes of pages that have been written, or loaded as a program's. Those of the recorded libraries are not counted. */
  get residentBytes(): Bytes {
    return this.memory.residentPages * PAGE_SIZE
  }

  /** Minor page faults so far. */
  get pageFaults(): number {
    return this.memory.pageFaults
  }

  /** brk(2): the new break, or the old one when it refuses. Never an error number. brk(0) asks. */
  brk(address: Address): Address {
    return this.done('brk', setBreak(this.space, address), address)
  }

  /** The library function: the old break, or -1 with errno ENOMEM. sbrk(0) makes no system call. */
  sbrk(increment: Bytes): Address {
    const old = this.space.programBreak
    if (increment === 0) return old
    const target = old + increment
    // glibc calls it success when the break is not below the target: also when the kernel refused to lower it.
    if (target >= 0 && this.brk(target) >= target) return old
    this.errno = ENOMEM
    return -1
  }

  /**
   * mmap(2) of private anonymous memory: the address, or minus an error number. `prot`, `flags`: PROT_ and
   * MAP_ bits. Errors: EINVAL, ENOMEM, EEXIST, EPERM (a fixed address below the lowest), EBADF (not anonymous).
   */
  mmap(hint: Address, length: Bytes, prot: number, flags: number): Address {
    return this.done('mmap', mapMemory(this.space, hint, length, prot, flags), hint, length, prot, flags)
  }

  /** munmap(2): 0, or minus an error number (EINVAL). */
  munmap(address: Address, length: Bytes): number {
    return this.done('munmap', unmapMemory(this.space, address, length), address, length)
  }

  /** mremap(2): the address, or minus an error number (EINVAL, EFAULT, ENOMEM). `flags`: MREMAP_ bits. */
  mremap(address: Address, oldLength: Bytes, newLength: Bytes, flags: number, newAddress = 0): Address {
    const result = remapMemory(this.space, address, oldLength, newLength, flags, newAddress)
    return this.done('mremap', result, address, oldLength, newLength, flags, newAddress)
  }

  /** mprotect(2): 0, or minus an error number (EINVAL, ENOMEM). */
  mprotect(address: Address, length: Bytes, prot: number): number {
    return this.done('mprotect', protectMemory(this.space, address, length, prot), address, length, prot)
  }

  /** madvise(2): 0, or minus an error number (EINVAL, ENOMEM). `advice`: a MADV_ constant. */
  madvise(address: Address, length: Bytes, advice: number): number {
    return this.done('madvise', adviseMemory(this.space, address, length, advice), address, length, advice)
  }

  /**
   * The random 64-bit word that the program draws for `purpose`, as its low and high half. It depends on the
   * seed and the purpose alone. In the recordings' process it is the purpose's own first eight letters
   * ('tcachkey', 'mallocng'), as the dumps show it.
   */
  randomWord(purpose: string): readonly [low: number, high: number] {
    if (this.isRecording) return [asciiWord(purpose, 0), asciiWord(purpose, 4)]
    const random = new Random(this.seed ^ hashText(purpose))
    return [random.next(), random.next()]
  }

  /** Keeps the present state; costs a copy of the pages changed since the last snapshot. */
  snapshot(): ProcessSnapshot {
    return {
      memory: this.memory.snapshot(),
      regions: this.space.regions.snapshot(),
      programBreak: this.space.programBreak,
      errno: this.errno,
      syscalls: this.syscalls,
    }
  }

  /** Goes back (or forward) to a snapshot of this process. */
  restore(snapshot: ProcessSnapshot): void {
    this.space.regions.restore(snapshot.regions)
    this.space.programBreak = snapshot.programBreak
    this.errno = snapshot.errno
    this.syscalls = snapshot.syscalls
    this.memory.restore(snapshot.memory)
  }

  /** Counts a system call and tells of it. */
  private done(name: SyscallName, result: number, a: number, b = 0, c = 0, d = 0, e = 0): number {
    this.syscalls++
    if (this.onSyscall !== null) {
      this.onSyscall({ name, args: [a, b, c, d, e].slice(0, ARGUMENTS[name]), result })
    }
    return result
  }
}

const ARGUMENTS: Readonly<Record<SyscallName, number>> = {
  brk: 1,
  mmap: 4,
  munmap: 2,
  mremap: 5,
  mprotect: 3,
  madvise: 3,
}

/** Four letters of a text as a little-endian word; zero bytes behind its end. */
function asciiWord(text: string, from: number): number {
  let word = 0
  for (let i = 3; i >= 0; i--) word = word * 256 + ((text.charCodeAt(from + i) || 0) & 0xff)
  return word
}

/** The whole state of a process at one moment. */
export interface ProcessSnapshot {
  readonly memory: Snapshot
  readonly regions: RegionsSnapshot
  readonly programBreak: Address
  readonly errno: number
  readonly syscalls: number
}
