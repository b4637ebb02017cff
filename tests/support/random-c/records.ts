import type { Context } from './context.ts'
import { line } from './tree.ts'
import type { IntegerType, Member, RecordType } from './types.ts'
import { DOUBLE, declare, FLOAT, INT, UNSIGNED_CHAR, UNSIGNED_INT } from './types.ts'

/** A member as it is written, and as it is known; what has no name to use is not known. */
interface Written {
  readonly text: string
  readonly member: Member
}

/** Bytes of the first member of every union, which no other is larger than. */
const UNION_BYTES = 16

/** Declares a struct or union with some members and attributes at file scope. */
export function declareRecord(c: Context): RecordType {
  const { dice } = c
  const isUnion = dice.percent(18)
  const word = isUnion ? 'union' : 'struct'
  const name = `${word} ${c.globalName(isUnion ? 'u' : 's')}`
  const written = isUnion ? unionMembers(c) : structMembers(c, dice.between(1, 6), false)
  const attributes = recordAttributes(c)
  const record: RecordType = {
    kind: 'record',
    name,
    isUnion,
    members: written.map((each) => each.member),
    isPacked:
      attributes !== '' || written.some(({ text, member }) => text.includes('packed') || isPacked(member)),
  }
  const body = written.map((each) => each.text).join('; ')
  c.items.push(line(`${name} { ${body}; }${attributes};`))
  c.records.push(record)
  return record
}

function isPacked({ type }: Member): boolean {
  return type.kind === 'record' && type.isPacked
}

function recordAttributes(c: Context): string {
  const kind = c.dice.below(12)
  const align = c.dice.pick([2, 4, 8, 16])
  if (kind === 0) return ' __attribute__((packed))'
  if (kind === 1) return ` __attribute__((packed, aligned(${align})))`
  return kind === 2 ? ` __attribute__((aligned(${align})))` : ''
}

function structMembers(c: Context, count: number, isInUnion: boolean): Written[] {
  return Array.from({ length: count }, (_, i) => structMember(c, isInUnion, i === 0)).flat()
}

function structMember(c: Context, isInUnion: boolean, isFirst: boolean): Written[] {
  const { dice } = c
  const kind = dice.below(100)
  if (kind < 35) return bitFields(c, isInUnion, isFirst)
  if (kind < 43 && !isInUnion) return [plain(c, dice.pick([FLOAT, DOUBLE]))]
  if (kind < 55 && !isInUnion) {
    const element = { kind: 'array', element: integerFor(c, isInUnion), length: dice.between(1, 5) } as const
    return [plain(c, dice.percent(20) ? { kind: 'array', element, length: 2 } : element)]
  }
  const known = dice.maybe(c.records)
  if (kind < 66 && known && !isInUnion) {
    return [plain(c, dice.percent(20) ? { kind: 'array', element: known, length: 2 } : known)]
  }
  if (kind < 72 && !isInUnion) return [anonymous(c)]
  return [plain(c, integerFor(c, isInUnion))]
}

function integerFor(c: Context, isInUnion: boolean): IntegerType {
  const type = c.dice.pick(c.integers)
  return isInUnion && type.bits === 1 ? INT : type
}

function plain(c: Context, type: Member['type']): Written {
  const name = c.localName('m')
  const kind = c.dice.below(25)
  const attribute =
    kind === 0
      ? ' __attribute__((packed))'
      : kind === 1
        ? ` __attribute__((aligned(${c.dice.pick([2, 4, 8, 16])})))`
        : ''
  return { text: declare(type, name) + attribute, member: { name, type } }
}

/** A row of bit-fields, with unnamed ones among them. */
function bitFields(c: Context, isInUnion: boolean, isFirst: boolean): Written[] {
  const { dice } = c
  return Array.from({ length: dice.between(1, 4) }, (_, i) => {
    const type = integerFor(c, isInUnion)
    const width = dice.percent(70) ? dice.between(1, Math.min(type.bits, 14)) : dice.between(1, type.bits)
    const isUnnamed = dice.percent(12) && !(isFirst && i === 0)
    if (isUnnamed) {
      const text = `${type.name} : ${dice.percent(50) ? 0 : width}`
      return { text, member: { name: '', type, width } }
    }
    const name = c.localName('b')
    const packed = dice.percent(4) ? ' __attribute__((packed))' : ''
    return { text: `${type.name} ${name} : ${width}${packed}`, member: { name, type, width } }
  })
}

function anonymous(c: Context): Written {
  const isUnion = c.dice.percent(50)
  const written = isUnion ? unionMembers(c) : structMembers(c, 2, true)
  const text = `${isUnion ? 'union' : 'struct'} { ${written.map((each) => each.text).join('; ')}; }`
  const members = written.map((each) => each.member)
  const isPackedInside = written.some((each) => each.text.includes('packed'))
  return {
    text,
    member: { name: '', type: { kind: 'record', name: '', isUnion, members, isPacked: isPackedInside } },
  }
}

/** The first one is bytes and covers the others, so that every byte has a value. */
function unionMembers(c: Context): Written[] {
  const { dice } = c
  const raw = plain(c, { kind: 'array', element: UNSIGNED_CHAR, length: UNION_BYTES })
  const others = Array.from({ length: dice.between(1, 4) }, (): Written[] => {
    const kind = dice.below(10)
    if (kind === 0) return [plain(c, dice.pick([FLOAT, DOUBLE]))]
    if (kind < 3) return bitFields(c, true, true).slice(0, 1)
    const type = integerFor(c, true)
    const length = UNION_BYTES / (type.bits / 8)
    if (kind < 5) return [plain(c, { kind: 'array', element: type, length: dice.between(1, length) })]
    if (kind > 7) return [nested(c)]
    return [plain(c, type)]
  })
  return [raw, ...others.flat()]
}

function nested(c: Context): Written {
  const name = c.localName('t')
  const members = [
    { name: 'x', type: UNSIGNED_INT },
    { name: 'y', type: INT, width: 9 },
  ]
  const type = { kind: 'record', name: '', isUnion: false, members, isPacked: false } as const
  return { text: `struct { unsigned x; int y : 9; } ${name}`, member: { name, type } }
}
