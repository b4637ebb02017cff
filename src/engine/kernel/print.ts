import { PROT_EXEC, PROT_READ, PROT_WRITE } from '../memory/index.ts'
import { hex } from '../units.ts'
import { errnoName, errnoText } from './errno.ts'
import * as flag from './flags.ts'

/** The memory system calls by name. */
export type SyscallName = 'brk' | 'mmap' | 'munmap' | 'mremap' | 'mprotect' | 'madvise'

/** One system call: its arguments in the kernel's order, its result or minus an error number. */
export interface SyscallRecord {
  readonly name: SyscallName
  readonly args: readonly number[]
  readonly result: number
}

type Format = (value: number) => string
type Names = readonly (readonly [number, string])[]

const PROT_NAMES: Names = [
  [PROT_READ, 'PROT_READ'],
  [PROT_WRITE, 'PROT_WRITE'],
  [PROT_EXEC, 'PROT_EXEC'],
]

const MAP_NAMES: Names = [
  [flag.MAP_SHARED, 'MAP_SHARED'],
  [flag.MAP_PRIVATE, 'MAP_PRIVATE'],
  [flag.MAP_FIXED, 'MAP_FIXED'],
  [flag.MAP_ANONYMOUS, 'MAP_ANONYMOUS'],
  [flag.MAP_NORESERVE, 'MAP_NORESERVE'],
  [flag.MAP_POPULATE, 'MAP_POPULATE'],
  [flag.MAP_STACK, 'MAP_STACK'],
  [flag.MAP_FIXED_NOREPLACE, 'MAP_FIXED_NOREPLACE'],
]

const MREMAP_NAMES: Names = [
  [flag.MREMAP_MAYMOVE, 'MREMAP_MAYMOVE'],
  [flag.MREMAP_FIXED, 'MREMAP_FIXED'],
]

const MADV_NAMES: ReadonlyMap<number, string> = new Map([
  [flag.MADV_NORMAL, 'MADV_NORMAL'],
  [flag.MADV_RANDOM, 'MADV_RANDOM'],
  [flag.MADV_SEQUENTIAL, 'MADV_SEQUENTIAL'],
  [flag.MADV_WILLNEED, 'MADV_WILLNEED'],
  [flag.MADV_DONTNEED, 'MADV_DONTNEED'],
  [flag.MADV_FREE, 'MADV_FREE'],
  [flag.MADV_HUGEPAGE, 'MADV_HUGEPAGE'],
  [flag.MADV_NOHUGEPAGE, 'MADV_NOHUGEPAGE'],
])

/**
 * A system call as strace prints it: `munmap(0x7ffff7fbf000, 4096) = 0`. `formatAddress` writes addresses
 * other than NULL; without it they are hexadecimal. With `errorText` false the message behind an error's name,
 * ` (Cannot allocate memory)`, is left out, as in the recordings.
 */
export function straceLine(record: SyscallRecord, formatAddress: Format = hex, errorText = true): string {
  const address: Format = (value) => (value === 0 ? 'NULL' : formatAddress(value))
  const args = formatArguments(record, address)
  return `${record.name}(${args.join(', ')}) = ${formatResult(record, formatAddress, errorText)}`
}

/** The column at which strace begins results (its option -a). */
const RESULT_COLUMN = 40

/** The same as strace prints it when nothing else is asked of it (6.1): results begin in one column where they can. */
export function straceAligned(record: SyscallRecord): string {
  const line = straceLine(record)
  const end = line.lastIndexOf(') = ') + 1
  return `${line.slice(0, end).padEnd(RESULT_COLUMN - 1)}${line.slice(end)}`
}

function formatArguments({ name, args }: SyscallRecord, address: Format): string[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = args
  switch (name) {
    case 'brk':
      return [address(a)]
    case 'mmap':
      return [address(a), decimal(b), bits(c, PROT_NAMES, 'PROT_NONE'), bits(d, MAP_NAMES, '0'), '-1', '0']
    case 'munmap':
      return [address(a), decimal(b)]
    case 'mremap': {
      const shown = [address(a), decimal(b), decimal(c), bits(d, MREMAP_NAMES, '0')]
      return (d & flag.MREMAP_FIXED) !== 0 ? [...shown, address(e)] : shown
    }
    case 'mprotect':
      return [address(a), decimal(b), bits(c, PROT_NAMES, 'PROT_NONE')]
    case 'madvise':
      return [address(a), decimal(b), MADV_NAMES.get(c) ?? hex(c)]
  }
}

function formatResult({ name, result }: SyscallRecord, formatAddress: Format, errorText: boolean): string {
  if (result < 0) return `-1 ${errnoName(-result)}${errorText ? ` (${errnoText(-result)})` : ''}`
  return name === 'brk' || name === 'mmap' || name === 'mremap' ? formatAddress(result) : String(result)
}

/** Names of the bits set, joined by |; bits without a name follow in hexadecimal. */
function bits(value: number, names: Names, none: string): string {
  if (value === 0) return none
  const shown: string[] = []
  let rest = value
  for (const [bit, name] of names) {
    if ((rest & bit) === 0) continue
    shown.push(name)
    rest &= ~bit
  }
  if (rest !== 0) shown.push(hex(rest >>> 0))
  return shown.join('|')
}

/** An unsigned 64-bit length; a negative number stands for its two's complement. */
function decimal(value: number): string {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && value >= 0
    ? String(value)
    : BigInt.asUintN(64, BigInt(value)).toString()
}
