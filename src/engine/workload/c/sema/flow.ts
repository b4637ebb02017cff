import type { TypedExpression, TypedStatement } from '../typed.ts'
import type { Context } from './context.ts'

/** Whether the end of the statements can be reached, as gcc's -Wreturn-type sees it: conditions may go either way. */
export function mayFallThrough(c: Context, statements: readonly TypedStatement[]): boolean {
  return statements.reduce((reached, statement) => passes(c, statement, reached), true)
}

/** Whether what follows the statement is reached, given whether the statement itself is. */
function passes(c: Context, statement: TypedStatement, reached: boolean): boolean {
  switch (statement.kind) {
    case 'block':
      return statement.body.reduce((now, each) => passes(c, each, now), reached)
    case 'expression':
      return reached && !neverReturns(c, statement.value)
    case 'if': {
      const { condition, then, otherwise } = statement
      const isTrue = condition.kind === 'integer' ? condition.value !== 0n : null
      const afterThen = passes(c, then, reached && isTrue !== false)
      const afterElse = otherwise
        ? passes(c, otherwise, reached && isTrue !== true)
        : reached && isTrue !== true
      return afterThen || afterElse
    }
    case 'loop': {
      const { condition, body } = statement
      const isEndless = !condition || (condition.kind === 'integer' && condition.value !== 0n)
      const afterBody = passes(c, body, reached)
      if (isEndless) return breaks(body)
      return statement.isPostTested
        ? afterBody || breaks(body) || continues(body)
        : reached || afterBody || breaks(body)
    }
    case 'switch': {
      const hasDefault = statement.cases.some((each) => each.isDefault)
      return passes(c, statement.body, false) || (reached && !hasDefault) || breaks(statement.body)
    }
    case 'case-label':
    case 'label':
      return passes(c, statement.body, true)
    case 'goto':
    case 'break':
    case 'continue':
    case 'return':
      return false
    default:
      return reached
  }
}

function neverReturns(c: Context, value: TypedExpression): boolean {
  if (value.kind === 'builtin') return value.name === 'trap' || value.name === 'unreachable'
  if (value.kind === 'convert') return neverReturns(c, value.operand)
  return value.kind === 'call' && 'isDefined' in value.callee && c.noreturn.has(value.callee.name)
}

/** Whether a `break` of this loop or switch stands in its body. */
function breaks(body: TypedStatement): boolean {
  return contains(
    body,
    (each) => each.kind === 'break',
    (each) => each.kind !== 'loop' && each.kind !== 'switch',
  )
}

function continues(body: TypedStatement): boolean {
  return contains(
    body,
    (each) => each.kind === 'continue',
    (each) => each.kind !== 'loop',
  )
}

function contains(
  statement: TypedStatement,
  isMeant: (statement: TypedStatement) => boolean,
  mayEnter: (statement: TypedStatement) => boolean,
): boolean {
  if (isMeant(statement)) return true
  if (!mayEnter(statement)) return false
  return children(statement).some((each) => contains(each, isMeant, mayEnter))
}

function children(statement: TypedStatement): readonly TypedStatement[] {
  switch (statement.kind) {
    case 'block':
      return statement.body
    case 'if':
      return statement.otherwise ? [statement.then, statement.otherwise] : [statement.then]
    case 'loop':
    case 'switch':
    case 'label':
    case 'case-label':
      return [statement.body]
    default:
      return []
  }
}
