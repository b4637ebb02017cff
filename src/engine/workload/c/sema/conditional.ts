import type { Expression } from '../ast.ts'
import type { Place } from '../source.ts'
import type { TypedExpression } from '../typed.ts'
import { condition } from './assignments.ts'
import { INT, isArithmetic, isInteger, isScalar, VOID } from './basic-types.ts'
import type { Context } from './context.ts'
import { commonType, convert, promote } from './conversions.ts'
import { joinedPointer } from './pointers.ts'
import { sameType } from './same-type.ts'
import { typeWords } from './type-text.ts'
import { integer, isNull, knownTruth, rvalue, truth, variable } from './values.ts'

/** `?:`, `&&`, `||` and `!`: what chooses. */

/** `condition ? then : otherwise`, and GNU's `condition ?: otherwise`. */
export function conditional(c: Context, expression: Expression & { kind: 'conditional' }): TypedExpression {
  const test = condition(c, expression.condition)
  if (!expression.then) return elvis(c, test, expression)
  const then = rvalue(c, c.operand(expression.then))
  const otherwise = rvalue(c, c.operand(expression.otherwise))
  return choose(c, test, then, otherwise, expression.place)
}

function elvis(
  c: Context,
  test: TypedExpression,
  expression: Expression & { kind: 'conditional' },
): TypedExpression {
  const { place } = expression
  const otherwise = rvalue(c, c.operand(expression.otherwise))
  if (test.kind === 'integer' || test.kind === 'float' || !c.function)
    return choose(c, test, test, otherwise, place)
  const local = variable(c.hiddenLocal(test.type, place), place)
  const load: TypedExpression = { kind: 'load', from: local, type: test.type, place }
  const store: TypedExpression = { kind: 'assign', target: local, value: test, type: test.type, place }
  const value = choose(c, load, load, otherwise, place)
  return { kind: 'comma', left: store, right: value, type: value.type, place }
}

function choose(
  c: Context,
  test: TypedExpression,
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  const [then, otherwise] = joined(c, left, right, place)
  const known = knownTruth(test)
  if (known !== null) return known ? then : otherwise
  return { kind: 'conditional', condition: test, then, otherwise, type: then.type, place }
}

/** Both results in their common type (C99 6.5.15). */
function joined(
  c: Context,
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): [TypedExpression, TypedExpression] {
  const a = left.type
  const b = right.type
  if (isArithmetic(a) && isArithmetic(b)) {
    const type = commonType(promote(c, left).type, promote(c, right).type)
    return [convert(c, left, type), convert(c, right, type)]
  }
  if (a.kind === 'void' || b.kind === 'void') return [convert(c, left, VOID), convert(c, right, VOID)]
  if (a.kind === 'record' && sameType(a, b, true)) return [left, right]
  if (a.kind === 'pointer' && b.kind === 'pointer') {
    const type = joinedPointer(c, left, right, place)
    return [convert(c, left, type), convert(c, right, type)]
  }
  const pointer = a.kind === 'pointer' ? left : right
  const other = a.kind === 'pointer' ? right : left
  if (pointer.type.kind !== 'pointer' || !isInteger(other.type)) {
    c.fail(place, `the two results of '?:' do not fit together: ${typeWords(a)} and ${typeWords(b)}`)
  }
  if (!isNull(other)) {
    c.warn(
      place,
      `the two results are a pointer (${typeWords(pointer.type)}) and an integer (${typeWords(other.type)})`,
    )
  }
  return [convert(c, left, pointer.type), convert(c, right, pointer.type)]
}

/** `left && right`, `left || right`: int 0 or 1, the right side only looked at when it decides. */
export function logical(
  c: Context,
  operator: '&&' | '||',
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  for (const side of [left, right]) {
    if (!isScalar(side.type)) {
      c.fail(side.place, `'${operator}' needs numbers or pointers, but here is ${typeWords(side.type)}`)
    }
  }
  const decides = operator === '||'
  const first = knownTruth(left)
  const second = knownTruth(right)
  if (first === decides) return truth(decides, place)
  if (first !== null && second !== null) return truth(second, place)
  return { kind: decides ? 'or' : 'and', left, right, type: INT, place }
}

/** `!operand`. */
export function not(c: Context, operand: TypedExpression, place: Place): TypedExpression {
  if (!isScalar(operand.type)) {
    c.fail(place, `'!' needs a number or a pointer, but here is ${typeWords(operand.type)}`)
  }
  const known = knownTruth(operand)
  if (known !== null) return integer(known ? 0n : 1n, INT, place)
  return { kind: 'not', operand, type: INT, place }
}
