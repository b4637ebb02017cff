import type { TypedExpression, TypedStatement } from '../typed.ts'
import type { Context } from './context.ts'

/** What types with variable-length arrays leave to be run before the code that names them: their sizes. */

/** Takes the statements that wait; at file scope there are none. */
export function takePending(c: Context): TypedStatement[] {
  if (!c.function) return []
  const { pending } = c.function
  c.function.pending = []
  return pending
}

/** An expression together with what has to run before it. */
export function settled(c: Context, analyse: () => TypedExpression): TypedExpression {
  const value = analyse()
  const before = takePending(c)
  if (before.length === 0) return value
  return { kind: 'with-statements', before, value, type: value.type, place: value.place }
}
