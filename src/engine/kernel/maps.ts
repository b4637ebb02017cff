import { PROT_EXEC, PROT_READ, PROT_WRITE } from '../memory/index.ts'
import { type Address, TWO_32 } from '../units.ts'
import type { Process } from './process.ts'
import { hashText } from './random.ts'
import type { Region } from './regions.ts'

const HEAP_NAME = '[heap]'
/** Column at which the kernel begins the name (fs/proc/task_mmu.c). */
const NAME_COLUMN = 73
/** The page of old system calls, the same in every 64-bit process; it is in no list of regions. */
const VSYSCALL = 'ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0'

/** The name that /proc/self/maps gives a region: what meets the heap is the heap, whoever mapped it. */
export function regionName(process: Process, region: Region): string {
  if (region.name !== '') return region.name
  const isHeap = region.start < process.programBreak && region.end > process.brkStart
  return isHeap ? HEAP_NAME : ''
}

/** The text of /proc/self/maps, a line for each region, the last one vsyscall's in a 64-bit process. Devices and inodes are made up. */
export function mapsText(process: Process): string {
  const lines: string[] = []
  process.regions.forEach((region) => {
    lines.push(withName(regionColumns(region), regionName(process, region)))
  })
  if (process.mmapTop > TWO_32) lines.push(withName(VSYSCALL, '[vsyscall]'))
  return `${lines.join('\n')}\n`
}

function regionColumns(region: Region): string {
  const isFile = region.name.startsWith('/')
  const offset = isFile ? region.start - region.origin : 0
  const device = isFile ? '08:01' : '00:00'
  const inode = isFile ? 131072 + (hashText(region.name) % 131072) : 0
  const range = `${padHex(region.start)}-${padHex(region.end)}`
  return `${range} ${permissions(region.prot)} ${padHex(offset)} ${device} ${inode}`
}

function withName(columns: string, name: string): string {
  return name === '' ? `${columns} ` : `${`${columns} `.padEnd(NAME_COLUMN)}${name}`
}

/** `rw-p`: all mappings are private. */
export function permissions(prot: number): string {
  const r = (prot & PROT_READ) !== 0 ? 'r' : '-'
  const w = (prot & PROT_WRITE) !== 0 ? 'w' : '-'
  const x = (prot & PROT_EXEC) !== 0 ? 'x' : '-'
  return `${r}${w}${x}p`
}

function padHex(value: Address): string {
  return value.toString(16).padStart(8, '0')
}
