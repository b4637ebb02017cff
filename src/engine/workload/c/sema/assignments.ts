import type { AssignOperator, Expression } from '../ast.ts'
import type { Place } from '../source.ts'
import type { LValue, TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import { checkOperands, countsSize } from './arithmetic.ts'
import { assignable } from './assignable.ts'
import { INT, isConstObject, isIncomplete, isScalar, unqualified } from './basic-types.ts'
import type { Context, Operand } from './context.ts'
import { commonType, convert, promote } from './conversions.ts'
import { pointerStep } from './pointers.ts'
import { typeWords } from './type-text.ts'
import { isLValue, rvalue, scaleOf } from './values.ts'

/** Everything that stores: `=`, `op=`, `++`, `--`. */

/** The operand as something that may be stored into; an error says why it may not. */
function modifiable(c: Context, operand: Operand, verb: string, place: Place): LValue {
  if (!isLValue(operand) || isTemporary(operand)) {
    return c.fail(place, `only a variable, a member or what a pointer points to can be ${verb}, not a value`)
  }
  if (operand.type.kind === 'array')
    c.fail(
      place,
      `an array (${typeWords(operand.type)}) cannot be ${verb} as a whole${copyHint(operand.type)}`,
    )
  if (operand.type.kind === 'function') c.fail(place, `a function cannot be ${verb}`)
  if (operand.type.kind === 'void')
    c.fail(place, `what a void pointer points to cannot be ${verb}: cast it to a pointer to a type first`)
  if (isIncomplete(operand.type))
    c.fail(place, `${typeWords(operand.type)} is not a complete type, so it cannot be ${verb}`)
  if (isConstObject(operand.type)) c.fail(place, `${describe(operand)} is const and cannot be ${verb}`)
  return operand
}

/** Texts are copied by strcpy, other arrays by memcpy. */
function copyHint({ element }: CType & { kind: 'array' }): string {
  const isText = element.kind === 'integer' && element.size === 1
  return `: ${isText ? 'strcpy copies a string' : 'memcpy copies an array'}`
}

function isTemporary(lvalue: LValue): boolean {
  if (lvalue.kind === 'member' || lvalue.kind === 'element') return isTemporary(lvalue.base)
  return lvalue.kind === 'record-value'
}

function describe(lvalue: LValue): string {
  if (lvalue.kind === 'variable') return `'${lvalue.variable.name}'`
  if (lvalue.kind === 'member' && lvalue.member.name !== null) return `the member '${lvalue.member.name}'`
  return 'this'
}

/** `target = value`. */
export function assign(c: Context, target: Operand, value: TypedExpression, place: Place): TypedExpression {
  const lvalue = modifiable(c, target, 'assigned to', target.place)
  const converted = assignable(c, value, lvalue.type, { place, words: 'the assignment' })
  return { kind: 'assign', target: lvalue, value: converted, type: unqualified(lvalue.type), place }
}

/** `target operator= value`. */
export function compoundAssign(
  c: Context,
  operator: AssignOperator,
  target: Operand,
  value: TypedExpression,
  place: Place,
): TypedExpression {
  const lvalue = modifiable(c, target, 'assigned to', target.place)
  const type = unqualified(lvalue.type)
  const base = { kind: 'compound-assign', operator, target: lvalue, type, place } as const
  if (type.kind === 'pointer') {
    return { ...base, ...pointerStep(c, operator, type, value, place), compute: type, isSize: false }
  }
  checkOperands(c, operator, `${operator}=`, lvalue.type, value.type, place)
  const own = promote(c, { kind: 'load', from: lvalue, type, place }).type
  if (operator === '<<' || operator === '>>') {
    return { ...base, value: convert(c, promote(c, value), INT), compute: own, scale: 1, isSize: false }
  }
  const compute = commonType(own, promote(c, value).type)
  const isSize = countsSize(c, operator, type, value.type)
  warnOfZero(c, operator, value, place)
  return { ...base, value: convert(c, value, compute), compute, scale: 1, isSize }
}

function warnOfZero(c: Context, operator: AssignOperator, value: TypedExpression, place: Place): void {
  const isDivision = operator === '/' || operator === '%'
  if (isDivision && value.kind === 'integer' && value.value === 0n) c.warn(place, 'division by zero')
}

/** `++` and `--`. */
export function step(
  c: Context,
  expression: Expression & { kind: 'step' },
  operand: Operand,
): TypedExpression {
  const { delta, isPrefix, place } = expression
  const verb = delta > 0 ? 'incremented' : 'decremented'
  const target = modifiable(c, operand, verb, operand.place)
  const type = unqualified(target.type)
  if (!isScalar(type)) c.fail(place, `${typeWords(type)} cannot be ${verb}: a number or a pointer is needed`)
  const scale = type.kind === 'pointer' ? scaleOf(c, type.target, place) : 1
  return { kind: 'step', target, delta: signed(scale, delta), isPrefix, type, place }
}

function signed(scale: number | TypedExpression, delta: 1 | -1): number | TypedExpression {
  if (typeof scale === 'number') return scale * delta
  return delta > 0 ? scale : { kind: 'negate', operand: scale, type: scale.type, place: scale.place }
}

/** The value of a condition: any scalar; what was probably meant as `==` is warned about. */
export function condition(c: Context, expression: Expression): TypedExpression {
  const value = rvalue(c, c.operand(expression))
  if (expression.kind === 'assign' && !expression.isParenthesised) {
    c.warn(
      expression.place,
      "this condition assigns: '==' compares; parentheses around it show that '=' is meant",
    )
  }
  if (!isScalar(value.type)) {
    c.fail(
      expression.place,
      `a condition must be a number or a pointer, but here is ${typeWords(value.type)}`,
    )
  }
  return value
}
