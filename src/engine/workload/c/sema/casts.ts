import type { Expression, TypeName } from '../ast.ts'
import type { Place } from '../source.ts'
import type { TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import { isIncomplete, isScalar, sizeType, unqualified } from './basic-types.ts'
import type { Context, Operand } from './context.ts'
import { convert } from './conversions.ts'
import { alignOf, pointerSize, variableAlignOf } from './layout.ts'
import { sameType } from './same-type.ts'
import { typeWords } from './type-text.ts'
import { integer, isLValue, rvalue, sizeValue } from './values.ts'

/** Casts, sizeof, _Alignof, _Generic: where an expression meets a type. */

/** `(type)operand`. */
export function cast(c: Context, expression: Expression & { kind: 'cast' }): TypedExpression {
  const { place } = expression
  const type = unqualified(c.typeName(expression.type))
  const value = rvalue(c, c.operand(expression.operand))
  if (type.kind === 'void') return convert(c, value, type, true)
  if (type.kind === 'record' && sameType(type, value.type, true)) return value
  checkCast(c, value, type, place)
  return { ...convert(c, value, type, true), place }
}

function checkCast(c: Context, value: TypedExpression, type: CType, place: Place): void {
  const from = value.type
  const isFloatPointer =
    (type.kind === 'pointer' && from.kind === 'float') || (type.kind === 'float' && from.kind === 'pointer')
  if (!isScalar(type) || !isScalar(from) || isFloatPointer) {
    c.fail(place, `${typeWords(from)} cannot be cast to ${typeWords(type)}`)
  }
  const size = pointerSize(c.model)
  if (type.kind === 'integer' && from.kind === 'pointer' && type.size < size && type.name !== '_Bool') {
    c.warn(
      place,
      `cast from a pointer of ${size} bytes to ${typeWords(type)} of ${type.size}: the upper bytes are lost`,
    )
  }
  if (type.kind === 'pointer' && from.kind === 'integer' && from.size !== size && value.kind !== 'integer') {
    c.warn(place, `cast to a pointer of ${size} bytes from ${typeWords(from)} of ${from.size} bytes`)
  }
}

/** The type that sizeof and the like mean: of a type name, or of an expression that is not evaluated. */
export function typeMeant(c: Context, of: Expression | TypeName): CType {
  if (of.kind === 'type-name') return c.typeName(of)
  return c.asUnevaluated(() => {
    const operand = c.operand(of)
    if (isLValue(operand) && operand.kind === 'member' && operand.member.bits) {
      c.fail(of.place, `'${operand.member.name}' is a bit-field, which has no size in bytes`)
    }
    warnOfArrayParameter(c, operand, of.place)
    return operand.type
  })
}

/** `sizeof a` of a parameter `int a[10]` is that of a pointer (-Wsizeof-array-argument). */
function warnOfArrayParameter(c: Context, operand: Operand, place: Place): void {
  if (operand.kind !== 'variable' || operand.variable.kind !== 'local') return
  if (!c.arrayParameters.has(operand.variable)) return
  const { name, type } = operand.variable
  c.warn(
    place,
    `the parameter '${name}' is a pointer (${typeWords(type)}), so this is not the size of an array`,
  )
}

/** `sizeof`: of type size_t; a constant unless it is a variable-length array's. */
export function sizeofValue(c: Context, expression: Expression & { kind: 'sizeof' }): TypedExpression {
  const type = typeMeant(c, expression.of)
  const { place } = expression
  if (isIncomplete(type) && type.kind !== 'void') {
    c.fail(place, `sizeof needs a complete type, but ${typeWords(type)} is none`)
  }
  return sizeValue(c, type, place)
}

/** `_Alignof`. */
export function alignofValue(c: Context, expression: Expression & { kind: 'alignof' }): TypedExpression {
  const type = typeMeant(c, expression.of)
  const { place } = expression
  if (isIncomplete(type) && type.kind !== 'void' && type.kind !== 'array') {
    c.fail(place, `_Alignof needs a complete type, but ${typeWords(type)} is none`)
  }
  const alignment = expression.isPreferred ? variableAlignOf(type, c.model) : alignOf(type, c.model)
  return integer(BigInt(alignment), sizeType(c.model), place)
}

/** The expression that _Generic selects by the type of its first operand. */
export function selected(c: Context, expression: Expression & { kind: 'generic' }): Expression {
  const type = c.asUnevaluated(() => unqualified(rvalue(c, c.operand(expression.value)).type))
  let otherwise: Expression | null = null
  for (const { type: name, value } of expression.cases) {
    if (!name) otherwise = value
    else if (sameType(c.typeName(name), type)) return value
  }
  if (otherwise) return otherwise
  return c.fail(
    expression.place,
    `no association of _Generic has the type ${typeWords(type)}, and there is no default`,
  )
}

/** `__builtin_types_compatible_p`. */
export function typesCompatible(c: Context, expression: Expression & { kind: 'types-compatible' }): boolean {
  return sameType(c.typeName(expression.left), c.typeName(expression.right), true)
}
