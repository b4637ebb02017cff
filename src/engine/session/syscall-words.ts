import { counted, thousands } from '../format.ts'
import { errnoName, errnoText, permissions, type SyscallRecord } from '../kernel/index.ts'
import { type Address, type Bytes, hex, PAGE_SIZE } from '../units.ts'

/** What a system call changed, in a sentence. `breakBefore`: where the break stood before it. */
export function syscallWords({ name, args, result }: SyscallRecord, breakBefore: Address): string {
  const [a = 0, b = 0, c = 0] = args
  if (name === 'brk') return brkWords(a, result, breakBefore)
  if (result < 0)
    return `Refused with ${errnoName(-result)} (${errnoText(-result).toLowerCase()}): nothing changes.`
  switch (name) {
    case 'mmap':
      return `${sizeText(b)} (${pagesText(b)}) are mapped at ${hex(result)}, ${accessText(c)}. They read as zeros.`
    case 'munmap':
      return `${sizeText(b)} (${pagesText(b)}) from ${hex(a)} on are mapped no more: their bytes are lost.`
    case 'mremap':
      return `The mapping ${changeText(b, c)}${result === a ? ', and stays where it is' : `, and moves from ${hex(a)} to ${hex(result)}`}.`
    case 'mprotect':
      return `${sizeText(b)} (${pagesText(b)}) from ${hex(a)} on are ${accessText(c)} from now on.`
    case 'madvise':
      return adviceText(a, b, c)
  }
}

function brkWords(asked: Address, result: Address, before: Address): string {
  if (asked === 0) return `Asks where the break is: ${hex(result)}. Nothing changes.`
  if (result !== asked) {
    const by = asked - before
    return `Refused: the break stays at ${hex(result)} instead of moving ${by > 0 ? 'up' : 'down'} by ${sizeText(Math.abs(by))}.`
  }
  const by = result - before
  if (by === 0) return `The break stays at ${hex(result)}.`
  return `The break moves ${by > 0 ? 'up' : 'down'} by ${sizeText(Math.abs(by))}, from ${hex(before)} to ${hex(result)}.`
}

function changeText(from: Bytes, to: Bytes): string {
  if (to === from) return `keeps its ${sizeText(from)}`
  return `${to > from ? 'grows' : 'shrinks'} from ${sizeText(from)} to ${sizeText(to)}`
}

const DONT_NEED = 4

function adviceText(address: Address, length: Bytes, advice: number): string {
  const range = `${sizeText(length)} (${pagesText(length)}) from ${hex(address)} on`
  return advice === DONT_NEED
    ? `The bytes of ${range} are given up: the pages stay mapped and read as zeros.`
    : `Advice about ${range}. No byte changes.`
}

function accessText(prot: number): string {
  const [r, w, x] = permissions(prot)
  const words = [r === 'r' ? 'readable' : '', w === 'w' ? 'writable' : '', x === 'x' ? 'executable' : '']
  const allowed = words.filter((word) => word !== '')
  return allowed.length === 0 ? 'closed to any access' : allowed.join(' and ')
}

function pagesText(bytes: Bytes): string {
  return counted(Math.ceil(bytes / PAGE_SIZE), 'page')
}

const UNITS = [
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
] as const

/** A size in the largest unit that makes it a whole number below a few thousand; else in bytes. */
function sizeText(bytes: Bytes): string {
  const unit = UNITS.find(([, size]) => bytes >= size && bytes % size === 0)
  return unit === undefined ? counted(bytes, 'byte') : `${thousands(bytes / unit[1])} ${unit[0]}`
}
