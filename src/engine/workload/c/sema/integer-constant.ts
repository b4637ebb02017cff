import type { Expression } from '../ast.ts'
import type { TypedExpression } from '../typed.ts'
import type { Context } from './context.ts'
import { typeWords } from './type-text.ts'
import { rvalue } from './values.ts'

/** The integer constant that the expression is; an error says what needs one. */
export function integerConstant(
  c: Context,
  expression: Expression,
  words: string,
): TypedExpression & { readonly kind: 'integer' } {
  const value = rvalue(c, c.operand(expression))
  if (value.type.kind !== 'integer') {
    return c.fail(expression.place, `${words} must be an integer, but here is ${typeWords(value.type)}`)
  }
  if (value.kind === 'integer') return value
  return c.fail(
    expression.place,
    `${words} must be known when compiling, but this value is not${value.kind === 'load' ? ': const makes no constant, enum and #define do' : ''}`,
  )
}
