import { PROT_EXEC, PROT_READ, PROT_WRITE } from '../memory/index.ts'
import { type Address, type Bytes, TWO_32 } from '../units.ts'
import type { Process } from './process.ts'
import { hashText } from './random.ts'
import type { Region } from './regions.ts'

const HEAP_NAME = '[heap]'
/** Column at which the kernel begins the name (fs/proc/task_mmu.c). */
const NAME_COLUMN = 73
/** The page of old system calls, the same in every 64-bit process; it is in no list of regions. */
const VSYSCALL: MapsLine = {
  start: 0xffffffffff600000n,
  end: 0xffffffffff601000n,
  permissions: '--xp',
  offset: 0,
  device: '00:00',
  inode: 0,
  name: '[vsyscall]',
}

/** The name that /proc/self/maps gives a region: what meets the heap is the heap, whoever mapped it. */
export function regionName(process: Process, region: Region): string {
  if (region.name !== '') return region.name
  const isHeap = region.start < process.programBreak && region.end > process.brkStart
  return isHeap ? HEAP_NAME : ''
}

/** What a line of /proc/self/maps says. */
export interface MapsLine {
  /** First and one-past-last address; a bigint where a number does not hold it. */
  readonly start: Address | bigint
  readonly end: Address | bigint
  /** `rw-p`. */
  readonly permissions: string
  /** Where in its file the region begins. */
  readonly offset: Bytes
  /** Major and minor number of the file's device, `08:01`. */
  readonly device: string
  readonly inode: number
  /** A path, a label in brackets, or '' for anonymous memory. */
  readonly name: string
}

/** A line of /proc/self/maps, letter for letter as Linux prints it: the blank behind an inode without a name, too. */
export function mapsLine({ start, end, permissions, offset, device, inode, name }: MapsLine): string {
  const columns = `${padHex(start)}-${padHex(end)} ${permissions} ${padHex(offset)} ${device} ${inode} `
  return name === '' ? columns : `${columns.padEnd(NAME_COLUMN)}${name}`
}

/**
 * The text of /proc/self/maps, a line for each region, the last one vsyscall's in a 64-bit process. Devices and inodes
 * are made up. Of more than `most` regions only the first are told.
 */
export function mapsText(process: Process, most = Number.POSITIVE_INFINITY): string {
  const lines: string[] = []
  process.regions.forEach((region) => {
    if (lines.length < most) lines.push(mapsLine(lineOf(process, region)))
  })
  if (process.regions.count <= most && process.mmapTop > TWO_32) lines.push(mapsLine(VSYSCALL))
  return `${lines.join('\n')}\n`
}

function lineOf(process: Process, region: Region): MapsLine {
  const isFile = region.name.startsWith('/')
  return {
    start: region.start,
    end: region.end,
    permissions: permissions(region.prot),
    offset: isFile ? region.start - region.origin : 0,
    device: isFile ? '08:01' : '00:00',
    inode: isFile ? 131072 + (hashText(region.name) % 131072) : 0,
    name: regionName(process, region),
  }
}

/** `rw-p`: all mappings are private. */
export function permissions(prot: number): string {
  const r = (prot & PROT_READ) !== 0 ? 'r' : '-'
  const w = (prot & PROT_WRITE) !== 0 ? 'w' : '-'
  const x = (prot & PROT_EXEC) !== 0 ? 'x' : '-'
  return `${r}${w}${x}p`
}

function padHex(value: Address | bigint): string {
  return value.toString(16).padStart(8, '0')
}
