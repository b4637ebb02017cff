import { PROT_NONE, PROT_READ, PROT_WRITE } from '../memory/index.ts'
import { type Address, alignDown, alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import {
  closed,
  dataOffset,
  type Image,
  imageOf,
  libraries,
  libraries32,
  type ProgramSizes,
  programRegions,
  programSpan,
  region,
  SMALL_PROGRAM,
} from './image.ts'
import { Random } from './random.ts'
import { type Region, STACK_NAME } from './regions.ts'

/**
 * How the address space looks before the program's first instruction.
 * - `linux`: a small dynamically linked position-independent program, as measured (probes/layout.out).
 * - `oracle`: the recordings' process: the mmap area is empty and its top is 0x7ffff7000000.
 * - `bare`: only the program's data page, and everything may be mapped, address 0 too.
 * - `ilp32`: as `bare` within the 4 GiB of a 32-bit program under a 64-bit kernel; with `program` also all of its
 *   segments and the library, as measured with gcc -m32.
 */
export type LayoutName = 'linux' | 'oracle' | 'bare' | 'ilp32'

export interface LayoutOptions {
  readonly layout?: LayoutName
  /** The first program break; rounded down to a page. The program's data page lies below it. */
  readonly brkStart?: Address
  /** The top of the mmap area: mappings go below it, top down. */
  readonly mmapTop?: Address
  /** The sizes of a program that is to be loaded (layouts `linux` and `ilp32`): its segments take the pages they need. */
  readonly program?: ProgramSizes
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
  /** The lowest address of the program. */
  readonly base: Address
  /** The first page of the program's variables. */
  readonly dataStart: Address
  readonly brkStart: Address
  readonly mmapTop: Address
  /** The lowest address to which the stack may grow. */
  readonly stackFloor: Address
  /** The end of the stack; 0 where there is none. */
  readonly stackTop: Address
  /** Where a program that is to be loaded and its library go; null without one. */
  readonly image: Image | null
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
/** Where Linux puts a position-independent program when it does not randomise. */
const BASE = 0x555555554000
const BASE_32 = 0x56555000
/** Without a program to load, the 32-bit layout keeps its break where its first recordings had it. */
const BARE_BASE_32 = 0x56554000
const RW = PROT_READ | PROT_WRITE

/** Bits of page numbers that the kernel randomises, and bytes by which it moves the break (arch/x86: mmap.c, process.c). */
const RANDOM_WIDE = { stack: 22, mapping: 28, breakGap: 1024 * MIB }
const RANDOM_32 = { stack: 11, mapping: 8, breakGap: 32 * MIB }

/** Makes a layout. Equal options give equal layouts. */
export function makeLayout(options: LayoutOptions = {}): Layout {
  const kind = options.layout ?? 'linux'
  const isWide = kind !== 'ilp32'
  const limit = isWide ? TASK_SIZE : TASK_SIZE_32
  const bits = isWide ? RANDOM_WIDE : RANDOM_32
  const random = options.seed === undefined ? null : new Random(options.seed)
  const stackLimit = options.stackLimit ?? DEFAULT_STACK_LIMIT
  const stackTop = limit - randomPages(random, bits.stack)
  const mmapTop =
    options.mmapTop ??
    (kind === 'oracle' ? ORACLE_MMAP_TOP : mmapBase(limit, stackLimit, random, bits.mapping))
  const shift = randomPages(random, bits.mapping)
  const gap = random === null ? 0 : alignDown((random.next() / 2 ** 32) * bits.breakGap, PAGE_SIZE)
  const sizes = options.program ?? SMALL_PROGRAM
  const standard = standardBase(isWide, options.program) + programSpan(sizes) + shift + gap
  const brkStart = alignDown(options.brkStart ?? standard, PAGE_SIZE)
  // The kernel's gap lies between the program and the break, unless the break is given.
  const base = brkStart - programSpan(sizes) - (options.brkStart === undefined ? gap : 0)
  const dataStart = base + dataOffset(sizes)

  const regions = [...PARTS[kind](base, mmapTop, sizes, options.name ?? 'program')]
  if (kind !== 'bare') regions.push(region(stackTop - STACK_PAGES * PAGE_SIZE, STACK_PAGES, RW, STACK_NAME))
  if (options.wall !== undefined)
    regions.push(region(alignDown(brkStart + options.wall, PAGE_SIZE), 1, PROT_NONE))
  return {
    lowest: kind === 'bare' ? 0 : MMAP_MIN_ADDR,
    limit,
    base,
    dataStart,
    brkStart,
    mmapTop,
    stackFloor: alignUp(Math.max(mmapTop, stackTop - stackLimit), PAGE_SIZE),
    stackTop: kind === 'bare' ? 0 : stackTop,
    image: options.program === undefined ? null : imageOf(base, sizes, mmapTop, isWide),
    regions,
  }
}

function standardBase(isWide: boolean, program: ProgramSizes | undefined): Address {
  if (isWide) return BASE
  return program === undefined ? BARE_BASE_32 : BASE_32
}

/** The top of the mmap area: room for the stack to grow is left above it (mmap_base in arch/x86/mm/mmap.c). */
function mmapBase(limit: Address, stackLimit: Bytes, random: Random | null, bits: number): Address {
  const stackShift = random === null ? 0 : limit === TASK_SIZE ? 2 ** 34 : 8 * MIB
  const most = Math.floor(limit / 6) * 5
  const gap = Math.max(128 * MIB, Math.min(stackLimit + STACK_GUARD_GAP + stackShift, most))
  return alignUp(limit - gap - randomPages(random, bits), PAGE_SIZE)
}

function randomPages(random: Random | null, bits: number): Bytes {
  return random === null ? 0 : random.bits(bits) * PAGE_SIZE
}

type Parts = (base: Address, mmapTop: Address, sizes: ProgramSizes, name: string) => readonly Region[]

const PARTS: Readonly<Record<LayoutName, Parts>> = {
  linux: (base, mmapTop, sizes, name) => [...programRegions(base, sizes, name), ...libraries(mmapTop)],
  oracle: (base, mmapTop, sizes, name) => [
    ...programRegions(base, sizes, name),
    ...closed(mmapTop, DEFAULT_MMAP_TOP),
  ],
  bare: (base, _mmapTop, sizes, name) => programRegions(base, sizes, name).slice(-1),
  ilp32: (base, mmapTop, sizes, name) =>
    sizes === SMALL_PROGRAM
      ? programRegions(base, sizes, name).slice(-1)
      : [...programRegions(base, sizes, name), ...libraries32(mmapTop)],
}
