import type { Bytes } from '../../../units.ts'
import { alignUp } from '../../../units.ts'
import type { DataModel } from '../source.ts'
import type { CType, Member } from '../types.ts'
import { alignOf, sizeOf } from './layout.ts'

/** A member before it has a place. */
export interface Field {
  readonly name: string | null
  readonly type: CType
  /** Of a bit-field. */
  readonly width?: number
  /** aligned(n) of the member itself. */
  readonly alignment?: Bytes
  readonly isPacked?: boolean
}

/** What the attributes of a record say of its layout. */
export interface RecordAttributes {
  readonly isUnion: boolean
  readonly isPacked: boolean
  /** aligned(n); 0 for none. */
  readonly alignment: Bytes
}

export interface RecordLayout {
  readonly members: Member[]
  readonly size: Bytes
  readonly alignment: Bytes
}

/**
 * Places the members of a struct or union as gcc 12 does on x86-64 and under -m32 (System V ABI, GNU attributes): a
 * bit-field lies in as few units of its type as its width allows, an unnamed one does not align the record, packed
 * ones follow one another bit by bit. Offsets count bits inside, since bit-fields end anywhere.
 */
export function layOut(fields: readonly Field[], record: RecordAttributes, model: DataModel): RecordLayout {
  const members: Member[] = []
  let alignment = Math.max(1, record.alignment)
  let end = 0
  let next = 0
  for (const field of fields) {
    const isPacked = record.isPacked || field.isPacked === true
    alignment = Math.max(alignment, recordAlignment(field, isPacked, model))
    if (record.isUnion) next = 0
    const start =
      field.width === undefined
        ? plainStart(field, isPacked, next, model)
        : bitStart(field, isPacked, next, model)
    const size = field.width ?? sizeOf(field.type, model) * 8
    if (field.width !== 0) members.push(place(field, start, isPacked, model))
    next = start + size
    end = Math.max(end, next)
  }
  return { members, size: alignUp(Math.ceil(end / 8), alignment), alignment }
}

/** The alignment in bytes that a member asks of its record. */
function recordAlignment(field: Field, isPacked: boolean, model: DataModel): Bytes {
  const own = field.alignment ?? 1
  if (field.width !== undefined && field.name === null) return field.width === 0 ? 1 : own
  return Math.max(own, isPacked ? 1 : alignOf(field.type, model))
}

/** The bit at which a member that is no bit-field starts. */
function plainStart(field: Field, isPacked: boolean, next: number, model: DataModel): number {
  const alignment = Math.max(field.alignment ?? 1, isPacked ? 1 : alignOf(field.type, model))
  return alignUp(next, alignment * 8)
}

/** The bit at which a bit-field starts: it must not span more units of its type's alignment than its type does. */
function bitStart(field: Field, isPacked: boolean, next: number, model: DataModel): number {
  const unit = alignOf(field.type, model) * 8
  if (field.width === 0) return alignUp(next, unit)
  const start = field.alignment === undefined ? next : alignUp(next, field.alignment * 8)
  if (isPacked) return start
  const units = Math.ceil(((start % unit) + field.width!) / unit)
  return units > (sizeOf(field.type, model) * 8) / unit ? alignUp(start, unit) : start
}

/** The member at its place. A bit-field is found in a unit of the size of its type; a packed one from its first byte on. */
function place(field: Field, start: number, isPacked: boolean, model: DataModel): Member {
  const { name, type, width } = field
  if (width === undefined) return { name, type, offset: start / 8 }
  const size = isPacked ? 1 : sizeOf(type, model)
  const offset = Math.floor(start / 8 / size) * size
  const shift = start - offset * 8
  if (shift + width <= size * 8 || isPacked) return { name, type, offset, bits: { shift, width } }
  // Under -m32 a long long bit-field may cross a boundary of 8 bytes, since its type is aligned to 4.
  const lower = Math.floor(start / 8 / 4) * 4
  return { name, type, offset: lower, bits: { shift: start - lower * 8, width } }
}
