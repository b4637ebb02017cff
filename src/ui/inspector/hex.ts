import type { Difference, Inspected } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import type { HexForm } from '../../state/index.ts'

/** A byte as it is shown. */
export interface HexByte {
  readonly address: Address
  /** Two hexadecimal digits. */
  readonly digits: string
  /** As `hexdump -C` shows it in its last column: a dot for what ASCII does not print. */
  readonly character: string
  readonly kind: 'tag' | 'payload' | 'link' | 'behind'
  /** Whether the current operation wrote it. */
  readonly written: boolean
  /** Whether it is another one than at the pinned moment. */
  readonly changed: boolean
}

/** The bytes of the pinned moment, as far as they are known; null while nothing is pinned. */
export type Pinned = Difference['bytes']

/** A byte, or a word with its bytes in the order in which its digits are written: the highest first. */
export interface HexCell {
  readonly address: Address
  readonly bytes: readonly HexByte[]
}

export interface HexRow {
  readonly address: Address
  readonly cells: readonly HexCell[]
  /** Its bytes by address. */
  readonly bytes: readonly HexByte[]
}

/** What gdb calls it, bytes of a word, and words in a row. */
interface Shape {
  readonly command: string
  readonly size: Bytes
  readonly perRow: number
}

/** The shapes of gdb 13: `x/xb` writes eight bytes in a row, `x/gx` two giant words, `x/wx` four words. */
const SHAPES: Readonly<Record<HexForm, Shape>> = {
  bytes: { command: 'xb', size: 1, perRow: 8 },
  giant: { command: 'gx', size: 8, perRow: 2 },
  word: { command: 'wx', size: 4, perRow: 4 },
}

/** The bytes of a chunk in rows, from its start. A word that the chunk ends in goes on to its own end. */
export function hexRows(inspected: Inspected, form: HexForm, pinned: Pinned = null): HexRow[] {
  const { size, perRow } = SHAPES[form]
  const bytes = shownBytes(inspected, size, pinned)
  const rows: HexRow[] = []
  for (let from = 0; from < bytes.length; from += size * perRow) {
    const inRow = bytes.slice(from, from + size * perRow)
    const cells: HexCell[] = []
    for (let at = 0; at < inRow.length; at += size) {
      cells.push({ address: inRow[at]!.address, bytes: inRow.slice(at, at + size).reverse() })
    }
    rows.push({ address: inRow[0]!.address, cells, bytes: inRow })
  }
  return rows
}

/** The whole words of a size that begin in the chunk, byte by byte. */
function shownBytes(inspected: Inspected, size: Bytes, pinned: Pinned): HexByte[] {
  const { chunk, bytes, behind } = inspected
  const wanted = Math.ceil(bytes.length / size) * size
  const has = bytes.length + behind.length
  const length = wanted <= has ? wanted : Math.floor(has / size) * size
  return Array.from({ length }, (_, i) => {
    const byte = i < bytes.length ? bytes[i]! : behind[i - bytes.length]!
    const before = pinned?.from === chunk ? pinned.before[i] : undefined
    return { ...hexByte(inspected, chunk + i, byte), changed: before !== undefined && before !== byte }
  })
}

function hexByte(
  { chunk, size, payload, usable, fields, written }: Inspected,
  address: Address,
  byte: number,
) {
  const holds = (span: { readonly address: Address; readonly size: Bytes }) =>
    address >= span.address && address < span.address + span.size
  const isPayload = address >= payload && address < payload + usable
  const inside = isPayload ? (fields.some(holds) ? 'link' : 'payload') : 'tag'
  return {
    address,
    digits: byte.toString(16).padStart(2, '0'),
    character: byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
    kind: address < chunk + size ? inside : 'behind',
    written: written.some(holds),
  } as const
}

/** Bytes that lie side by side, belong to the same field, and look the same. */
export interface HexRun {
  /** Index of the field; -1 for none. */
  readonly field: number
  readonly bytes: HexByte[]
}

/** Takes bytes in the order in which they are written apart into runs. */
export function runsOf(inspected: Inspected, bytes: readonly HexByte[]): HexRun[] {
  const runs: HexRun[] = []
  for (const byte of bytes) {
    const field = fieldAt(inspected, byte.address)
    const last = runs.at(-1)
    if (last !== undefined && last.field === field && looksLike(last.bytes[0]!, byte)) last.bytes.push(byte)
    else runs.push({ field, bytes: [byte] })
  }
  return runs
}

function looksLike(a: HexByte, b: HexByte): boolean {
  return a.kind === b.kind && a.written === b.written && a.changed === b.changed
}

/** What gdb would print for these bytes, with the command that asks for it, `x/6gx 0x5555555592a0`. */
export function gdbText(inspected: Inspected, form: HexForm): string {
  const { command } = SHAPES[form]
  const rows = hexRows(inspected, form)
  const words = rows.reduce((sum, { cells }) => sum + cells.length, 0)
  const lines = rows.map(({ address, cells }) => {
    const texts = cells.map(({ bytes }) => `0x${bytes.map(({ digits }) => digits).join('')}`)
    return `0x${address.toString(16)}:\t${texts.join('\t')}`
  })
  return [`x/${words}${command} 0x${inspected.chunk.toString(16)}`, ...lines, ''].join('\n')
}

/** The decoded field that holds the byte at an address; -1 if none does. */
export function fieldAt({ fields }: Inspected, at: Address): number {
  return fields.findIndex(({ address, size }) => at >= address && at < address + size)
}
