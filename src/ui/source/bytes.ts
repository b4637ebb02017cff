import type { LineBytes } from '../../engine/session/index.ts'
import { count, plural } from '../format.ts'

/** How a line stands: what it has allocated lives, has all been freed since, or it has freed more than it allocated. */
export type Balance = 'gained' | 'settled' | 'lost'

/** Bytes that a line has allocated minus those that it has freed. */
export function netBytes({ allocated, freed }: LineBytes): number {
  return allocated - freed
}

export function balanceOf(line: LineBytes): Balance {
  const net = netBytes(line)
  return net < 0 ? 'lost' : line.live > 0 ? 'gained' : 'settled'
}

/** A signed sum of at most five characters: `+48`, `−24`, `+12k`, `+1.2M` (k and M are decimal); `±0`. */
export function signedBytes(net: number): string {
  if (net === 0) return '±0'
  return `${net < 0 ? '−' : '+'}${short(Math.abs(net))}`
}

const UNITS = ['', 'k', 'M', 'G', 'T', 'P'] as const

function short(bytes: number): string {
  if (bytes < 10_000) return String(bytes)
  const exponent = Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** exponent
  // One digit behind the point where there is one before it; never more than is there.
  const digits = value < 10 ? Math.floor(value * 10) / 10 : Math.floor(value)
  return `${digits}${UNITS[exponent]}`
}

/** The same in words: `Allocated here: 3 blocks, 72 bytes, of which 48 are live. Freed here: 1 block, 24 bytes.` */
export function bytesWords({ allocations, allocated, frees, freed, live }: LineBytes): string {
  const given = `Allocated here: ${plural(allocations, 'block')}, ${plural(allocated, 'byte')}${livingWords(allocated, live)}.`
  const taken = `Freed here: ${plural(frees, 'block')}, ${plural(freed, 'byte')}.`
  return [allocations > 0 ? given : '', frees > 0 ? taken : ''].filter((words) => words !== '').join(' ')
}

function livingWords(allocated: number, live: number): string {
  if (allocated === 0) return ''
  if (live === 0) return ', all freed since'
  return live === allocated ? ', all live' : `, of which ${count(live)} are live`
}
