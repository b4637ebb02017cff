import type { Place } from '../source.ts'
import type { ArithmeticOperator, CompareOperator, LValue, TypedExpression } from '../typed.ts'
import type { CType, PointerType } from '../types.ts'
import { arithmetic, compareNumbers, compareSame } from './arithmetic.ts'
import { characterHint, comparable, isLiteral } from './assignable.ts'
import { differenceType, isArithmetic, isInteger, pointerTo, VOID } from './basic-types.ts'
import type { Context, Operand } from './context.ts'
import { convert } from './conversions.ts'
import { pointerSize, sizeOf } from './layout.ts'
import { typeWords } from './type-text.ts'
import { deref, integer, isLValue, isNull, rvalue, scaleOf } from './values.ts'

/** Pointer arithmetic, comparison and indexing (C99 6.5.6, 6.5.8, 6.5.2.1; void * and functions count bytes, as GNU C). */

/** `+` and `-` on any operands. */
export function additive(
  c: Context,
  operator: '+' | '-',
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  const a = left.type
  const b = right.type
  if (a.kind === 'pointer' && isInteger(b)) return movePointer(c, left, right, operator === '-', place)
  if (operator === '+' && isInteger(a) && b.kind === 'pointer')
    return movePointer(c, right, left, false, place)
  if (operator === '-' && a.kind === 'pointer' && b.kind === 'pointer')
    return difference(c, left, right, place)
  if (a.kind === 'pointer' || b.kind === 'pointer') {
    c.fail(
      place,
      `'${operator}' cannot combine ${typeWords(a)} and ${typeWords(b)}: a pointer moves by an integer`,
    )
  }
  return arithmetic(c, operator, left, right, place)
}

/** `pointer + index`, or minus. */
export function movePointer(
  c: Context,
  pointer: TypedExpression,
  by: TypedExpression,
  isMinus: boolean,
  place: Place,
): TypedExpression {
  const type = pointer.type as PointerType
  const scale = scaleOf(c, type.target, place)
  const index = convert(c, by, differenceType(c.model))
  if (pointer.kind === 'integer' && index.kind === 'integer' && typeof scale === 'number') {
    const distance = index.value * BigInt(scale)
    const value = isMinus ? pointer.value - distance : pointer.value + distance
    return integer(BigInt.asUintN(pointerSize(c.model) * 8, value), type, place)
  }
  return { kind: 'pointer-add', pointer, index, isMinus, scale, type, place }
}

function difference(
  c: Context,
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  const a = left.type as PointerType
  const b = right.type as PointerType
  if (!comparable(a, b)) {
    c.fail(
      place,
      `these pointers have different types: ${typeWords(a)} and ${typeWords(b)} have no difference`,
    )
  }
  const type = differenceType(c.model)
  const scale = scaleOf(c, a.target, place)
  if (typeof scale === 'number') {
    if (left.kind === 'integer' && right.kind === 'integer' && scale > 0) {
      return integer((left.value - right.value) / BigInt(scale), type, place)
    }
    return { kind: 'pointer-difference', left, right, scale, type, place }
  }
  const bytes: TypedExpression = { kind: 'pointer-difference', left, right, scale: 1, type, place }
  return arithmetic(c, '/', bytes, convert(c, scale, type), place)
}

/** `==`, `<` and the like on any operands. */
export function compare(
  c: Context,
  operator: CompareOperator,
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  const a = left.type
  const b = right.type
  if (isArithmetic(a) && isArithmetic(b)) return compareNumbers(c, operator, left, right, place)
  if (a.kind === 'pointer' && b.kind === 'pointer') {
    if (!isNull(left) && !isNull(right) && !comparable(a, b)) {
      c.warn(place, `'${operator}' compares unlike pointers: ${typeWords(a)} and ${typeWords(b)}`)
    }
    if (isLiteral(left) || isLiteral(right)) {
      c.warn(
        place,
        `'${operator}' compares where the strings lie, not what they say: strcmp compares strings`,
      )
    }
    return compareSame(operator, left, convert(c, right, a), place)
  }
  if (a.kind === 'pointer' && isInteger(b)) {
    warnOfInteger(c, operator, right, left, place)
    return compareSame(operator, left, convert(c, right, a), place)
  }
  if (isInteger(a) && b.kind === 'pointer') {
    warnOfInteger(c, operator, left, right, place)
    return compareSame(operator, convert(c, left, b), right, place)
  }
  return c.fail(place, `'${operator}' cannot compare ${typeWords(a)} and ${typeWords(b)}`)
}

function warnOfInteger(
  c: Context,
  operator: CompareOperator,
  value: TypedExpression,
  pointer: TypedExpression,
  place: Place,
): void {
  if (isNull(value)) return
  const words = `'${operator}' compares a pointer with an integer (${typeWords(value.type)})`
  c.warn(place, words + characterHint(pointer))
}

/** The pointer type that both branches of `?:` fit, or both sides of another join (C99 6.5.15). */
export function joinedPointer(
  c: Context,
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): CType {
  if (isNull(left)) return right.type
  if (isNull(right)) return left.type
  const a = left.type as PointerType
  const b = right.type as PointerType
  if (!comparable(a, b)) {
    c.warn(place, `the two results have unlike pointer types: ${typeWords(a)} and ${typeWords(b)}`)
    return pointerTo(VOID)
  }
  const target = b.target.kind === 'void' ? b.target : a.target
  const isConst = !!a.target.isConst || !!b.target.isConst
  const isVolatile = !!a.target.isVolatile || !!b.target.isVolatile
  if (!!target.isConst === isConst && !!target.isVolatile === isVolatile) return target === b.target ? b : a
  return pointerTo({ ...target, isConst, isVolatile })
}

/** `base[index]`, in either order. */
export function indexed(c: Context, base: Operand, index: Operand, place: Place): LValue {
  if (base.type.kind !== 'array' && index.type.kind === 'array') return indexed(c, index, base, place)
  const position = rvalue(c, index)
  if (isLValue(base) && isCounted(c, base) && isInteger(position.type)) {
    const { element, length } = base.type as CType & { kind: 'array' }
    return {
      kind: 'element',
      base,
      index: convert(c, position, differenceType(c.model)),
      length: length!,
      type: element,
      place,
    }
  }
  const pointer = rvalue(c, base)
  if (pointer.type.kind !== 'pointer' && position.type.kind === 'pointer')
    return indexed(c, position, pointer, place)
  if (pointer.type.kind !== 'pointer') {
    c.fail(place, `'[…]' needs an array or a pointer, but here is ${typeWords(pointer.type)}`)
  }
  if (!isInteger(position.type)) {
    c.fail(place, `an index must be an integer, but here is ${typeWords(position.type)}`)
  }
  return deref(movePointer(c, pointer, position, false, place), place)
}

/** Whether an array's length says how many elements there are: trailing arrays of records may be longer than declared. */
function isCounted(c: Context, array: LValue): boolean {
  if (array.type.kind !== 'array' || array.type.length === null || array.type.length === 0) return false
  if (array.kind !== 'member') return array.kind !== 'element' || isCounted(c, array.base)
  const record = array.base.type
  if (record.kind !== 'record') return true
  return array.member.offset + sizeOf(array.type, c.model) < record.definition.size
}

/** `compute` and the operand of `pointer += index`. */
export function pointerStep(
  c: Context,
  operator: ArithmeticOperator,
  type: PointerType,
  by: TypedExpression,
  place: Place,
): { readonly value: TypedExpression; readonly scale: number | TypedExpression } {
  if ((operator !== '+' && operator !== '-') || !isInteger(by.type)) {
    c.fail(
      place,
      `'${operator}=' cannot combine ${typeWords(type)} and ${typeWords(by.type)}: a pointer moves by an integer`,
    )
  }
  return { value: convert(c, by, differenceType(c.model)), scale: scaleOf(c, type.target, place) }
}
