import type { Expression } from '../ast.ts'
import type { TypedExpression } from '../typed.ts'
import type { Context } from './context.ts'

export function checkFormat(
  _c: Context,
  _name: string,
  _written: readonly Expression[],
  _values: readonly TypedExpression[],
): void {}
