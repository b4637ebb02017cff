import type { Member, RecordType, Type } from './types.ts'

/**
 * The members that have a name, those of anonymous members too. Of a union only those that any bytes are good for: a
 * _Bool of neither 0 nor 1 and a signalling NaN are not what C defines.
 */
export function namedMembers(record: RecordType): Member[] {
  return record.members.flatMap((member) => {
    if (member.name !== '') return isPlainIn(record, member.type) ? [member] : []
    return member.type.kind === 'record' ? namedMembers(member.type) : []
  })
}

function isPlainIn(record: RecordType, type: Type): boolean {
  return !record.isUnion || type.kind !== 'float'
}

/** A scalar part of a variable: `v.a[1].x`. */
export interface Leaf {
  readonly text: string
  readonly type: Type
  readonly width?: number
}

/** All scalar parts of something that is written `text`; of a long array the first and the last elements. */
export function leavesOf(text: string, type: Type): Leaf[] {
  switch (type.kind) {
    case 'array': {
      const indices = [...Array(type.length).keys()].filter((i) => i < 2 || i === type.length - 1)
      return indices.flatMap((i) => leavesOf(`${text}[${i}]`, type.element))
    }
    case 'record':
      return namedMembers(type).flatMap((member) => {
        const name = `${text}.${member.name}`
        return member.width === undefined
          ? leavesOf(name, member.type)
          : [{ text: name, type: member.type, width: member.width }]
      })
    default:
      return [{ text, type }]
  }
}
