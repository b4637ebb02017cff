import {
  MADV_DONTNEED,
  MADV_FREE,
  MAP_ANONYMOUS,
  MAP_FIXED,
  MAP_NORESERVE,
  MAP_PRIVATE,
  MREMAP_MAYMOVE,
  ORACLE_MMAP_TOP,
  type Process,
  type SyscallRecord,
  straceLine,
} from '../../../src/engine/kernel/index.ts'
import { PROT_NONE, PROT_READ, PROT_WRITE } from '../../../src/engine/memory/index.ts'
import { hex } from '../../../src/engine/units.ts'

const BITS: Readonly<Record<string, number>> = {
  PROT_NONE,
  PROT_READ,
  PROT_WRITE,
  MAP_PRIVATE,
  MAP_ANONYMOUS,
  MAP_FIXED,
  MAP_NORESERVE,
  MREMAP_MAYMOVE,
  MADV_DONTNEED,
  MADV_FREE,
}

/** An address as the recordings write it: heap+0x21000, mmap-0x1000. */
export function recordedAddress(process: Process): (address: number) => string {
  return (address) => {
    if (address >= process.brkStart && address < 0x600000000000)
      return `heap+${hex(address - process.brkStart)}`
    return address < ORACLE_MMAP_TOP ? `mmap-${hex(ORACLE_MMAP_TOP - address)}` : hex(address)
  }
}

/** Makes the call that a recorded line shows and answers the line that the simulated process gives for it. */
export function replayLine(process: Process, line: string): string {
  const [, name, list] = /^(\w+)\((.*?)\) = /.exec(line.trim()) ?? []
  if (name === undefined || list === undefined) throw new Error(`not a system call: ${line}`)
  let record: SyscallRecord | null = null
  process.onSyscall = (call) => {
    record = call
  }
  call(
    process,
    name,
    list.split(', ').map((text) => argument(process, text)),
  )
  process.onSyscall = null
  return record === null ? `no call of ${name}` : straceLine(record, recordedAddress(process), false)
}

function call(process: Process, name: string, [a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
  if (name === 'brk') return process.brk(a)
  if (name === 'mmap') return process.mmap(a, b, c, d)
  if (name === 'munmap') return process.munmap(a, b)
  if (name === 'mremap') return process.mremap(a, b, c, d)
  if (name === 'mprotect') return process.mprotect(a, b, c)
  if (name === 'madvise') return process.madvise(a, b, c)
  throw new Error(`unknown system call ${name}`)
}

function argument(process: Process, text: string): number {
  if (text === 'NULL') return 0
  if (text.startsWith('heap+')) return process.brkStart + Number(text.slice(5))
  if (text.startsWith('mmap-')) return ORACLE_MMAP_TOP - Number(text.slice(5))
  if (/^-?\d/.test(text)) return Number(text)
  return text.split('|').reduce((all, bit) => all | (BITS[bit] ?? Number.NaN), 0)
}
