import { nearest } from '../../../spelling.ts'
import type { Designator, Expression } from '../ast.ts'
import type { Place } from '../source.ts'
import type { LValue, TypedExpression } from '../typed.ts'
import type { CType, Member, RecordType } from '../types.ts'
import { isInteger, qualified, sizeType } from './basic-types.ts'
import type { Context, Operand } from './context.ts'
import { sizeOf } from './layout.ts'
import { typeWords } from './type-text.ts'
import { deref, integer, isLValue, rvalue } from './values.ts'

/** Members of structs and unions: `.`, `->`, offsetof. */

/** The way to a named member: through anonymous structs and unions to the member itself; null if there is none. */
export function memberPath(record: RecordType, name: string): Member[] | null {
  for (const member of record.definition.members ?? []) {
    if (member.name === name) return [member]
    if (member.name !== null || member.type.kind !== 'record') continue
    const inner = memberPath(member.type, name)
    if (inner) return [member, ...inner]
  }
  return null
}

/** The same, or an error that names the closest member. */
export function findMember(c: Context, record: RecordType, name: string, place: Place): Member[] {
  if (record.definition.members === null) {
    c.fail(place, `${typeWords(record)} is never defined here, so it has no member '${name}'`)
  }
  const path = memberPath(record, name)
  if (path) return path
  const guess = nearest(name, memberNames(record))
  return c.fail(
    place,
    `${typeWords(record)} has no member '${name}'${guess ? `; did you mean '${guess}'?` : ''}`,
  )
}

function memberNames(record: RecordType): string[] {
  return (record.definition.members ?? []).flatMap((member) => {
    if (member.name !== null) return [member.name]
    return member.type.kind === 'record' ? memberNames(member.type) : []
  })
}

/** `base.name` or `base->name`. */
export function memberAccess(c: Context, expression: Expression & { kind: 'member' }, base: Operand): LValue {
  const { name, namePlace, isArrow, place } = expression
  const record = isArrow ? behindArrow(c, base, expression) : beforeDot(c, base, expression)
  const path = findMember(c, record.type as RecordType, name, namePlace)
  return path.reduce((lvalue, member) => memberOf(lvalue, member, place), record)
}

/** The member as an lvalue; it has the qualifiers of its record too. */
export function memberOf(base: LValue, member: Member, place: Place): LValue {
  const type = qualified(member.type, !!base.type.isConst, !!base.type.isVolatile)
  return { kind: 'member', base, member, type, place }
}

function behindArrow(c: Context, base: Operand, expression: Expression & { kind: 'member' }): LValue {
  const pointer = rvalue(c, base)
  const { type } = pointer
  if (type.kind === 'pointer' && type.target.kind === 'record') return deref(pointer, expression.place)
  const hint = type.kind === 'record' ? `; '.${expression.name}' reaches its member` : ''
  const words = `'->${expression.name}' needs a pointer to a struct or union, but here is ${typeWords(type)}`
  return c.fail(expression.namePlace, words + hint)
}

function beforeDot(c: Context, base: Operand, expression: Expression & { kind: 'member' }): LValue {
  const { type } = base
  if (type.kind === 'record') {
    return isLValue(base) ? base : { kind: 'record-value', value: base, type, place: base.place }
  }
  const isPointer = type.kind === 'pointer' && type.target.kind === 'record'
  const hint = isPointer ? `; '->${expression.name}' goes through a pointer` : ''
  const words = `'.${expression.name}' needs a struct or union, but here is ${typeWords(type)}`
  return c.fail(expression.namePlace, words + hint)
}

/** `__builtin_offsetof(type, path)`: a constant of type size_t. */
export function offsetOf(
  c: Context,
  type: CType,
  path: readonly Designator[],
  place: Place,
): TypedExpression {
  let offset = 0n
  let at = type
  for (const designator of path) {
    if (designator.kind === 'member') {
      if (at.kind !== 'record')
        c.fail(designator.place, `offsetof needs a struct or union, but here is ${typeWords(at)}`)
      for (const member of findMember(c, at, designator.name, designator.place)) {
        if (member.bits)
          c.fail(designator.place, `'${designator.name}' is a bit-field, which has no offset in bytes`)
        offset += BigInt(member.offset)
        at = member.type
      }
    } else {
      const index = rvalue(c, c.operand(designator.index))
      if (at.kind !== 'array')
        return c.fail(designator.place, `an index needs an array, but here is ${typeWords(at)}`)
      if (index.kind !== 'integer' || !isInteger(index.type)) {
        return c.fail(designator.place, 'the index in offsetof must be a constant')
      }
      at = at.element
      offset += index.value * BigInt(sizeOf(at, c.model))
    }
  }
  return integer(offset, sizeType(c.model), place)
}
