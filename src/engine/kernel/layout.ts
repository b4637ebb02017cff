import { PROT_EXEC, PROT_NONE, PROT_READ, PROT_WRITE } from '../memory/index.ts'
import { type Address, alignDown, alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import { Random } from './random.ts'
import { type Region, STACK_NAME } from './regions.ts'

/**
 * How the address space looks before the program's first instruction.
 * - `linux`: a small dynamically linked position-independent program, as measured (probes/layout.out).
 * - `oracle`: the recordings' process: the mmap area is empty and its top is 0x7ffff7000000.
 * - `bare`: only the program's data page, and everything may be mapped, address 0 too.
 * - `ilp32`: as `bare` within the 4 GiB of a 32-bit program under a 64-bit kernel.
 */
export type LayoutName = 'linux' | 'oracle' | 'bare' | 'ilp32'

export interface LayoutOptions {
  readonly layout?: LayoutName
  /** The first program break; rounded down to a page. The program's data page lies below it. */
  readonly brkStart?: Address
  /** The top of the mmap area: mappings go below it, top down. */
  readonly mmapTop?: Address
  /** The program's name in /proc/self/maps: a path, or a name in /usr/bin. */
  readonly name?: string
  /** RLIMIT_STACK: how far the stack may grow; it moves the mmap area too. Infinity for none. */
  readonly stackLimit?: Bytes
  /** Distance from the first break of one unreadable page that stops the heap. */
  readonly wall?: Bytes
  /** Present: addresses are randomised as Linux does, by this seed. */
  readonly seed?: number
}

/** Where things lie. */
export interface Layout {
  /** The lowest address that may be mapped (vm.mmap_min_addr). */
  readonly lowest: Address
  /** End of user space: nothing is mapped from here on (TASK_SIZE). */
  readonly limit: Address
  /** The page of the program's variables. */
  readonly dataStart: Address
  readonly brkStart: Address
  readonly mmapTop: Address
  /** The lowest address to which the stack may grow. */
  readonly stackFloor: Address
  readonly regions: readonly Region[]
}

export const DEFAULT_BRK_START = 0x555555559000
export const DEFAULT_MMAP_TOP = 0x7ffff7fff000
export const ORACLE_MMAP_TOP = 0x7ffff7000000

const MIB = 2 ** 20
const TASK_SIZE = 0x7ffffffff000
const TASK_SIZE_32 = 0xffffe000
const MMAP_MIN_ADDR = 0x10000
const DEFAULT_STACK_LIMIT = 8 * MIB
/** The kernel keeps this free below a stack, so that it cannot run into a mapping (stack_guard_gap). */
export const STACK_GUARD_GAP = MIB
const STACK_PAGES = 33
const PROGRAM_BASE_PAGES = 5
const LIB = '/usr/lib/x86_64-linux-gnu/'

const R = PROT_READ
const RW = PROT_READ | PROT_WRITE
const RX = PROT_READ | PROT_EXEC

/** Makes a layout. Equal options give equal layouts. */
export function makeLayout(options: LayoutOptions = {}): Layout {
  const kind = options.layout ?? 'linux'
  const limit = kind === 'ilp32' ? TASK_SIZE_32 : TASK_SIZE
  const random = options.seed === undefined ? null : new Random(options.seed)
  const stackLimit = options.stackLimit ?? DEFAULT_STACK_LIMIT
  const stackTop = limit - randomPages(random, 22)
  const mmapTop =
    options.mmapTop ?? (kind === 'oracle' ? ORACLE_MMAP_TOP : mmapBase(limit, stackLimit, random))
  const shift = randomPages(random, 28)
  const gap = random === null ? 0 : alignDown((random.next() / 2 ** 32) * 1024 * MIB, PAGE_SIZE)
  const standard = (kind === 'ilp32' ? 0x56559000 : DEFAULT_BRK_START) + shift + gap
  const brkStart = alignDown(options.brkStart ?? standard, PAGE_SIZE)
  // The kernel's gap lies between the program and the break, unless the break is given.
  const dataStart = brkStart - PAGE_SIZE - (options.brkStart === undefined ? gap : 0)

  const regions = [
    ...PARTS[kind](dataStart - (PROGRAM_BASE_PAGES - 1) * PAGE_SIZE, mmapTop, options.name ?? 'program'),
  ]
  if (kind !== 'bare') regions.push(region(stackTop - STACK_PAGES * PAGE_SIZE, STACK_PAGES, RW, STACK_NAME))
  if (options.wall !== undefined)
    regions.push(region(alignDown(brkStart + options.wall, PAGE_SIZE), 1, PROT_NONE))
  const stackFloor = alignUp(Math.max(mmapTop, stackTop - stackLimit), PAGE_SIZE)
  const lowest = kind === 'bare' ? 0 : MMAP_MIN_ADDR
  return { lowest, limit, dataStart, brkStart, mmapTop, stackFloor, regions }
}

/** The top of the mmap area: room for the stack to grow is left above it (mmap_base in arch/x86/mm/mmap.c). */
function mmapBase(limit: Address, stackLimit: Bytes, random: Random | null): Address {
  const stackShift = random === null ? 0 : 2 ** 34
  const most = Math.floor(limit / 6) * 5
  const gap = Math.max(128 * MIB, Math.min(stackLimit + STACK_GUARD_GAP + stackShift, most))
  return alignUp(limit - gap - randomPages(random, 28), PAGE_SIZE)
}

function randomPages(random: Random | null, bits: number): Bytes {
  return random === null ? 0 : random.bits(bits) * PAGE_SIZE
}

type Parts = (base: Address, mmapTop: Address, name: string) => readonly Region[]

const PARTS: Readonly<Record<LayoutName, Parts>> = {
  linux: (base, mmapTop, name) => [...program(base, name), ...libraries(mmapTop)],
  oracle: (base, mmapTop, name) => [...program(base, name), ...closed(mmapTop)],
  bare: (base, _mmapTop, name) => program(base, name).slice(-1),
  ilp32: (base, _mmapTop, name) => program(base, name).slice(-1),
}

/** The five pages of a small position-independent program. */
function program(base: Address, name: string): Region[] {
  const path = name.includes('/') ? name : `/usr/bin/${name}`
  return [
    fileRegion(base, 0x0000, 1, R, path, 0x0000),
    fileRegion(base, 0x1000, 1, RX, path, 0x1000),
    fileRegion(base, 0x2000, 1, R, path, 0x2000),
    fileRegion(base, 0x3000, 1, R, path, 0x2000),
    fileRegion(base, 0x4000, 1, RW, path, 0x3000),
  ]
}

/** libc, its variables and the thread's, the vdso and the loader, as they lie below the top of the mmap area. */
function libraries(top: Address): Region[] {
  const libc = `${LIB}libc.so.6`
  const loader = `${LIB}ld-linux-x86-64.so.2`
  return [
    region(top - 0x22f000, 3, RW),
    fileRegion(top, -0x22c000, 0x26, R, libc, 0),
    fileRegion(top, -0x206000, 0x156, RX, libc, 0x26000),
    fileRegion(top, -0xb0000, 0x53, R, libc, 0x17c000),
    fileRegion(top, -0x5d000, 4, R, libc, 0x1cf000),
    fileRegion(top, -0x59000, 2, RW, libc, 0x1d3000),
    region(top - 0x57000, 13, RW),
    region(top - 0x3f000, 2, RW),
    region(top - 0x3d000, 4, R, '[vvar]'),
    region(top - 0x39000, 2, R, '[vvar_vclock]'),
    region(top - 0x37000, 2, RX, '[vdso]'),
    fileRegion(top, -0x35000, 1, R, loader, 0),
    fileRegion(top, -0x34000, 0x26, RX, loader, 0x1000),
    fileRegion(top, -0xe000, 0xa, R, loader, 0x27000),
    fileRegion(top, -0x4000, 2, R, loader, 0x31000),
    fileRegion(top, -0x2000, 2, RW, loader, 0x33000),
  ]
}

/** The variables of the recorded C libraries (main_arena and mp_ of every version lie here) among closed holes. */
function closed(mmapTop: Address): Region[] {
  const libcStart = 0x7ffff7fb0000
  const libcEnd = 0x7ffff7fcb000
  return [
    span(mmapTop, libcStart, PROT_NONE, '[closed]'),
    span(Math.max(mmapTop, libcStart), libcEnd, RW, `${LIB}libc.so.6`),
    span(Math.max(mmapTop, libcEnd), DEFAULT_MMAP_TOP, PROT_NONE, '[closed]'),
  ].filter(({ start, end }) => start < end)
}

function region(start: Address, pages: number, prot: number, name = ''): Region {
  return span(start, start + pages * PAGE_SIZE, prot, name)
}

function span(start: Address, end: Address, prot: number, name: string): Region {
  return { start, end, prot, name, origin: name.startsWith('/') ? start : 0 }
}

function fileRegion(
  base: Address,
  at: Bytes,
  pages: number,
  prot: number,
  name: string,
  offset: Bytes,
): Region {
  const start = base + at
  return { start, end: start + pages * PAGE_SIZE, prot, name, origin: start - offset }
}
