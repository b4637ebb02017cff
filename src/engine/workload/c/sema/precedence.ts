import type { Expression } from '../ast.ts'
import type { Context } from './context.ts'

type Binary = Expression & { readonly kind: 'binary' }

const COMPARING: ReadonlySet<string> = new Set(['<', '>', '<=', '>=', '==', '!='])
const BY_BITS: ReadonlySet<string> = new Set(['&', '|', '^'])

/** Warns of operators without parentheses that bind in another way than they read (a part of gcc's -Wparentheses). */
export function checkPrecedence(c: Context, { operator, operatorPlace, left, right }: Binary): void {
  if (COMPARING.has(operator) && isBare(left, COMPARING) && !isEquality(operator)) {
    const message = `this '${operator}' compares the 0 or 1 that the comparison before it yields: '&&' joins two comparisons`
    c.warn(operatorPlace, message)
  }
  if (!BY_BITS.has(operator)) return
  const inner = isBare(left, COMPARING) ? left : isBare(right, COMPARING) ? right : null
  if (inner !== null)
    c.warn(
      operatorPlace,
      `'${inner.operator}' binds tighter than '${operator}': parentheses show what is meant`,
    )
}

function isEquality(operator: string): boolean {
  return operator === '==' || operator === '!='
}

/** Whether an operand is one of these operators, written without parentheses around it. */
function isBare(operand: Expression, operators: ReadonlySet<string>): operand is Binary {
  return operand.kind === 'binary' && operators.has(operand.operator) && !operand.isParenthesised
}
