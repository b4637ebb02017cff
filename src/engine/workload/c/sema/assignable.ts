import type { TypedExpression } from '../typed.ts'
import type { CType, PointerType } from '../types.ts'
import { isArithmetic, isVoidPointer, unqualified } from './basic-types.ts'
import type { Context } from './context.ts'
import { convert, fits, type Purpose } from './conversions.ts'
import { sameTarget, sameType } from './same-type.ts'
import { typeWords } from './type-text.ts'
import { isNull } from './values.ts'

/**
 * The value converted to the type of what it is stored in or passed as (C99 6.5.16.1). What gcc 12 only warns about
 * (integers for pointers, unlike pointers, const lost) is warned about; what it refuses is an error.
 */
export function assignable(
  c: Context,
  value: TypedExpression,
  type: CType,
  purpose: Purpose,
): TypedExpression {
  const target = unqualified(type)
  const from = value.type
  if (isArithmetic(target) && isArithmetic(from)) {
    checkConstant(c, value, target, purpose)
    return convert(c, value, target)
  }
  if (target.kind === 'pointer' && from.kind === 'pointer') {
    checkPointers(c, value, target, from, purpose)
    return convert(c, value, target)
  }
  if (target.kind === 'pointer' && from.kind === 'integer') {
    if (!isNull(value)) {
      c.warn(
        purpose.place,
        `${purpose.words} makes the pointer type ${typeWords(target)} from the integer type ${typeWords(from)} without a cast`,
      )
    }
    return convert(c, value, target)
  }
  if (target.kind === 'integer' && from.kind === 'pointer') {
    if (target.name !== '_Bool') {
      c.warn(
        purpose.place,
        `${purpose.words} makes the integer type ${typeWords(target)} from the pointer type ${typeWords(from)} without a cast${characterHint(value)}`,
      )
    }
    return convert(c, value, target)
  }
  if (target.kind === 'record' && from.kind === 'record' && target.definition === from.definition)
    return value
  if (target.kind === 'void' && from.kind === 'void') return value
  if (from.kind === 'void')
    c.fail(purpose.place, `${purpose.words} needs ${typeWords(target)}, but ${noValue(value)}`)
  return c.fail(
    purpose.place,
    `${purpose.words} needs ${typeWords(target)}, but the value is ${typeWords(from)}`,
  )
}

/** `'free' returns no value (void)`. */
function noValue(value: TypedExpression): string {
  const callee = value.kind === 'call' ? value.callee : null
  const isNamed = callee?.kind === 'function' && 'name' in callee
  return isNamed ? `'${callee.name}' returns none (void)` : 'the value is void'
}

/** A string where a character belongs. */
export function characterHint(value: TypedExpression): string {
  return isLiteral(value) ? ": a single character stands in '…'" : ''
}

/** Whether a value is the address of a string literal. */
export function isLiteral(value: TypedExpression): boolean {
  if (value.kind !== 'address' || value.of.kind !== 'variable') return false
  const { variable } = value.of
  return variable.kind === 'global' && variable.isString === true
}

/** A constant that the target cannot hold changes (-Woverflow). */
function checkConstant(c: Context, value: TypedExpression, target: CType, purpose: Purpose): void {
  if (value.kind !== 'integer' || target.kind !== 'integer' || fits(value.value, target)) return
  const kept = convert(c, value, target) as TypedExpression & { kind: 'integer' }
  c.warn(
    purpose.place,
    `${value.value} does not fit in ${typeWords(target)}, so the value becomes ${kept.value}`,
  )
}

function checkPointers(
  c: Context,
  value: TypedExpression,
  target: PointerType,
  from: PointerType,
  purpose: Purpose,
): void {
  if (isNull(value)) return
  const to = target.target
  const source = from.target
  if (!isVoidPointer(target) && !isVoidPointer(from) && !similar(to, source)) {
    c.warn(
      purpose.place,
      `${purpose.words} has the pointer type ${typeWords(target)}, but the value is ${typeWords(from)}`,
    )
    return
  }
  for (const [word, flag] of [
    ['const', 'isConst'],
    ['volatile', 'isVolatile'],
  ] as const) {
    if (inner(source)[flag] && !inner(to)[flag]) {
      c.warn(purpose.place, `${purpose.words} drops '${word}' from what ${typeWords(from)} points to`)
    }
  }
}

/** The qualifiers of an array stand at its elements. */
function inner(type: CType): CType {
  return type.kind === 'array' ? inner(type.element) : type
}

/** Compatible targets, or integers that differ in their sign only (-Wpointer-sign is off by default). */
function similar(a: CType, b: CType): boolean {
  if (sameTarget(a, b)) return true
  return (
    a.kind === 'integer' &&
    b.kind === 'integer' &&
    a.size === b.size &&
    withoutSign(a.name) === withoutSign(b.name)
  )
}

function withoutSign(name: string): string {
  return name.replace(/^(un)?signed /, '')
}

/** Whether two pointer types may be compared or joined without a warning. */
export function comparable(a: PointerType, b: PointerType): boolean {
  return isVoidPointer(a) || isVoidPointer(b) || similar(a.target, b.target) || sameType(a, b, true)
}
