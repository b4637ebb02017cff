import type { Inspected, Moment } from '../../engine/session/index.ts'
import { address, count } from '../format.ts'

/** A line of the card. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly mono: boolean
}

const STATES = [
  'in use',
  'free',
  'free: the top chunk',
  'in use: a mapping of its own',
  "the allocator's own",
]

/** What is known of a chunk, in words. Operations count from 1, as everywhere on the screen. */
export function rowsOf(inspected: Inspected, moment: Moment): Fact[] {
  const { chunk, size, state, payload, usable, requested, name, allocatedAt, freedAt } = inspected
  const facts: Fact[] = [
    { name: 'Address', value: address(chunk), mono: true },
    { name: 'State', value: STATES[state] ?? 'unknown', mono: false },
  ]
  if (requested >= 0)
    facts.push({ name: 'Owner', value: `${name}, asked for ${count(requested)}`, mono: false })
  if (allocatedAt >= 0) facts.push({ name: 'Allocated', value: when(allocatedAt, moment), mono: false })
  if (freedAt >= 0) facts.push({ name: 'Freed', value: when(freedAt, moment), mono: false })
  facts.push({ name: 'Chunk · payload', value: `${count(size)} · ${count(usable)} bytes`, mono: true })
  if (usable > 0) facts.push({ name: 'Payload at', value: address(payload), mono: true })
  const place = moment.list.findIndex((entry) => entry.chunk === chunk)
  if (place >= 0) {
    const more = moment.listTruncated ? ' or more' : ''
    facts.push({
      name: 'List position',
      value: `${place + 1} of ${count(moment.list.length)}${more}`,
      mono: false,
    })
  }
  return facts
}

function when(operation: number, moment: Moment): string {
  const ago = moment.position.operation - operation
  if (ago === 0) return `operation ${count(operation + 1)}, this one`
  return `operation ${count(operation + 1)}, ${count(ago)} ago`
}

/** A byte as the hex view shows it. */
export interface HexByte {
  readonly address: number
  readonly text: string
  readonly kind: 'tag' | 'payload' | 'link'
  /** Whether the current operation wrote it. */
  readonly written: boolean
}

export interface HexRow {
  readonly address: number
  readonly bytes: readonly HexByte[]
}

const BYTES_IN_ROW = 8

/** The bytes of a chunk in rows of eight; a decoded field inside the payload is a link. */
export function hexRows(inspected: Inspected): HexRow[] {
  const { chunk, bytes, payload, usable, fields, written } = inspected
  const rows: HexRow[] = []
  for (let at = 0; at < bytes.length; at += BYTES_IN_ROW) {
    const row: HexByte[] = []
    for (let i = at; i < Math.min(at + BYTES_IN_ROW, bytes.length); i++) {
      const where = chunk + i
      const holds = (span: { readonly address: number; readonly size: number }) =>
        where >= span.address && where < span.address + span.size
      const outside = where < payload || where >= payload + usable
      row.push({
        address: where,
        text: bytes[i]!.toString(16).padStart(2, '0'),
        kind: outside ? 'tag' : fields.some(holds) ? 'link' : 'payload',
        written: written.some(holds),
      })
    }
    rows.push({ address: chunk + at, bytes: row })
  }
  return rows
}
