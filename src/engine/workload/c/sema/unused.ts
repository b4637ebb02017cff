import type { Context, Operand } from './context.ts'
import { isLValue } from './values.ts'

const IDLE = new Set([
  'integer',
  'float',
  'arithmetic',
  'compare',
  'not',
  'negate',
  'complement',
  'pointer-add',
])

/** Functions whose result must not be dropped, and why. */
const RESULTS: Readonly<Record<string, string>> = {
  malloc: 'the block is lost at once',
  calloc: 'the block is lost at once',
  strdup: 'the block is lost at once',
  realloc: 'the block may have moved, and the old pointer is then not valid any more',
}

/** Warns of a statement that does nothing (-Wunused-value), or drops what it must keep (-Wunused-result). */
export function checkUse(c: Context, operand: Operand): void {
  const { place } = operand
  if (operand.kind === 'function') {
    c.warn(place, `'${operand.symbol.name}' is named, but not called: a call needs parentheses`)
    return
  }
  if (isLValue(operand)) {
    if (!operand.type.isVolatile && operand.kind !== 'record-value')
      c.warn(place, 'this value is computed, but not used')
    return
  }
  if (IDLE.has(operand.kind)) {
    const hint = operand.kind === 'compare' && operand.operator === '==' ? " ('=' would assign)" : ''
    c.warn(place, `this value is computed, but not used${hint}`)
  }
  if (operand.kind !== 'call' || !('isDefined' in operand.callee)) return
  const { name } = operand.callee
  const reason = RESULTS[name]
  if (reason !== undefined && Object.hasOwn(RESULTS, name))
    c.warn(place, `the result of '${name}' is dropped: ${reason}`)
}
