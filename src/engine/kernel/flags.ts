/*
 * Argument bits of the memory system calls, with Linux's values for x86-64
 * (asm-generic/mman-common.h, linux/mman.h). PROT_ bits are in memory/fault.ts.
 */
export const MAP_SHARED = 0x01
export const MAP_PRIVATE = 0x02
export const MAP_FIXED = 0x10
export const MAP_ANONYMOUS = 0x20
export const MAP_NORESERVE = 0x4000
export const MAP_POPULATE = 0x8000
export const MAP_STACK = 0x20000
export const MAP_FIXED_NOREPLACE = 0x100000

export const MREMAP_MAYMOVE = 1
export const MREMAP_FIXED = 2

export const MADV_NORMAL = 0
export const MADV_RANDOM = 1
export const MADV_SEQUENTIAL = 2
export const MADV_WILLNEED = 3
export const MADV_DONTNEED = 4
export const MADV_FREE = 8
export const MADV_HUGEPAGE = 14
export const MADV_NOHUGEPAGE = 15
