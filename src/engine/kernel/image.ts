import { PROT_EXEC, PROT_NONE, PROT_READ, PROT_WRITE } from '../memory/index.ts'
import { type Address, alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import type { Region } from './regions.ts'

/** Bytes of a program's segments, each counted from the start of its first page. */
export interface ProgramSizes {
  readonly text: Bytes
  readonly rodata: Bytes
  /** Initialised variables: what the file holds of the data segment. */
  readonly data: Bytes
  /** Variables behind them that begin as zeros and take no room in the file. */
  readonly bss: Bytes
}

/** First addresses of the pages into which the kernel has mapped a program and its C library. */
export interface Image {
  readonly text: Address
  readonly rodata: Address
  readonly data: Address
  readonly libraryText: Address
  readonly libraryRodata: Address
  readonly libraryData: Address
  readonly libraryBss: Address
  /** End of the library's own variables. */
  readonly libraryEnd: Address
}

/** A program that fits one page for each segment, as a small one does. */
export const SMALL_PROGRAM: ProgramSizes = { text: 1, rodata: 1, data: 1, bss: 0 }

/** The ELF header's page below the text, and the page of relocated constants (RELRO) between rodata and data. */
const HEADER_PAGES = 1
const RELRO_PAGES = 1
/** Keeps variables behind the file's part apart from the heap, as two mappings of the kernel's (it never joins them). */
const BSS_ORIGIN = 1

const R = PROT_READ
const RW = PROT_READ | PROT_WRITE
const RX = PROT_READ | PROT_EXEC
const LIB = '/usr/lib/x86_64-linux-gnu/'
const LIB_32 = '/usr/lib32/'

/** Bytes from a program's base to its data segment. */
export function dataOffset(sizes: ProgramSizes): Bytes {
  return (HEADER_PAGES + pagesOf(sizes.text) + pagesOf(sizes.rodata) + RELRO_PAGES) * PAGE_SIZE
}

/** Bytes from a program's base to the page behind its last variable. */
export function programSpan(sizes: ProgramSizes): Bytes {
  return dataOffset(sizes) + pagesOf(sizes.data + sizes.bss) * PAGE_SIZE
}

/** The pages of a position-independent program, as Linux maps what gcc and ld have made. */
export function programRegions(base: Address, sizes: ProgramSizes, name: string): Region[] {
  const path = name.includes('/') ? name : `/usr/bin/${name}`
  const text = pagesOf(sizes.text)
  const rodata = pagesOf(sizes.rodata)
  const constants = (1 + text) * PAGE_SIZE
  const relro = constants + rodata * PAGE_SIZE
  const data = relro + PAGE_SIZE
  const inFile = pagesOf(sizes.data)
  const more = pagesOf(sizes.data + sizes.bss) - inFile
  const regions = [
    fileRegion(base, 0, HEADER_PAGES, R, path, 0),
    fileRegion(base, PAGE_SIZE, text, RX, path, PAGE_SIZE),
    fileRegion(base, constants, rodata, R, path, constants),
    fileRegion(base, relro, RELRO_PAGES, R, path, relro - PAGE_SIZE),
    fileRegion(base, data, inFile, RW, path, relro),
  ]
  if (more === 0) return regions
  const start = base + data + inFile * PAGE_SIZE
  return [...regions, { ...span(start, start + more * PAGE_SIZE, RW, ''), origin: BSS_ORIGIN }]
}

/** libc, its variables and the thread's, the vdso and the loader, as they lie below the top of the mmap area. */
export function libraries(top: Address): Region[] {
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

/** The same for a program built with -m32 (glibc 2.36, under a 64-bit kernel, without randomisation). */
export function libraries32(top: Address): Region[] {
  const libc = `${LIB_32}libc.so.6`
  const loader = `${LIB_32}ld-linux.so.2`
  return [
    fileRegion(top, -0x272000, 0x22, R, libc, 0),
    fileRegion(top, -0x250000, 0x179, RX, libc, 0x22000),
    fileRegion(top, -0xd7000, 0x80, R, libc, 0x19b000),
    fileRegion(top, -0x57000, 2, R, libc, 0x21b000),
    fileRegion(top, -0x55000, 1, RW, libc, 0x21d000),
    region(top - 0x54000, 10, RW),
    region(top - 0x3f000, 2, RW),
    region(top - 0x3d000, 4, R, '[vvar]'),
    region(top - 0x39000, 2, R, '[vvar_vclock]'),
    region(top - 0x37000, 2, RX, '[vdso]'),
    fileRegion(top, -0x35000, 1, R, loader, 0),
    fileRegion(top, -0x34000, 0x23, RX, loader, 0x1000),
    fileRegion(top, -0x11000, 0xe, R, loader, 0x24000),
    fileRegion(top, -0x3000, 2, R, loader, 0x31000),
    fileRegion(top, -0x1000, 1, RW, loader, 0x33000),
  ]
}

/** Where the segments of a program at `base` and of the library below `top` begin. */
export function imageOf(base: Address, sizes: ProgramSizes, top: Address, isWide: boolean): Image {
  const text = base + HEADER_PAGES * PAGE_SIZE
  const offsets = isWide
    ? [0x206000, 0xb0000, 0x59000, 0x57000, 0x4a000]
    : [0x250000, 0xd7000, 0x55000, 0x54000, 0x4a000]
  const [libraryText, libraryRodata, libraryData, libraryBss, libraryEnd] = offsets.map(
    (offset) => top - offset,
  )
  return {
    text,
    rodata: text + pagesOf(sizes.text) * PAGE_SIZE,
    data: base + dataOffset(sizes),
    libraryText: libraryText!,
    libraryRodata: libraryRodata!,
    libraryData: libraryData!,
    libraryBss: libraryBss!,
    libraryEnd: libraryEnd!,
  }
}

/** The variables of the recorded C libraries (main_arena and mp_ of every version lie here) among closed holes. */
export function closed(mmapTop: Address, usualTop: Address): Region[] {
  const libcStart = 0x7ffff7fb0000
  const libcEnd = 0x7ffff7fcb000
  return [
    span(mmapTop, libcStart, PROT_NONE, '[closed]'),
    span(Math.max(mmapTop, libcStart), libcEnd, RW, `${LIB}libc.so.6`),
    span(Math.max(mmapTop, libcEnd), usualTop, PROT_NONE, '[closed]'),
  ].filter(({ start, end }) => start < end)
}

/** `pages` pages of private memory from `start` on. */
export function region(start: Address, pages: number, prot: number, name = ''): Region {
  return span(start, start + pages * PAGE_SIZE, prot, name)
}

/** A segment has a page even when it is empty. */
function pagesOf(bytes: Bytes): number {
  return Math.max(1, alignUp(bytes, PAGE_SIZE) / PAGE_SIZE)
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
