import type { Expression } from '../ast.ts'
import type { Place } from '../source.ts'
import type { ArithmeticOperator, CompareOperator, TypedExpression, TypedStatement } from '../typed.ts'
import { arithmetic, signOperator } from './arithmetic.ts'
import { assign, compoundAssign, step } from './assignments.ts'
import { INT, VOID, wideCharType } from './basic-types.ts'
import { listAddress } from './builtins.ts'
import { call } from './calls.ts'
import { alignofValue, cast, selected, sizeofValue, typesCompatible } from './casts.ts'
import { compoundLiteral } from './compound-literals.ts'
import { conditional, logical, not } from './conditional.ts'
import type { Context, Operand } from './context.ts'
import { convert } from './conversions.ts'
import { characterValue, readNumber, wideCharacterValue } from './literals.ts'
import { memberAccess, offsetOf } from './members.ts'
import { named, stringVariable } from './names.ts'
import { additive, compare, indexed } from './pointers.ts'
import { checkPrecedence } from './precedence.ts'
import { typeWords } from './type-text.ts'
import { addressOf, deref, float, integer, isLValue, rvalue, truth } from './values.ts'

/** What an expression yields, by its kind. */
export function analyseExpression(c: Context, expression: Expression): Operand {
  return c.nested(expression.place, () => operandOf(c, expression))
}

function operandOf(c: Context, e: Expression): Operand {
  const value = (expression: Expression) => rvalue(c, c.operand(expression))
  switch (e.kind) {
    case 'name':
      return named(c, e.name, e.place)
    case 'number':
      return numberValue(c, e.text, e.place)
    case 'char':
      return e.isWide
        ? integer(wideCharacterValue(e.bytes), wideCharType(c.model), e.place)
        : integer(characterValue(e.bytes), INT, e.place)
    case 'string': {
      const variable = stringVariable(c, e.bytes, e.isWide, e.place)
      return { kind: 'variable', variable, type: variable.type, place: e.place }
    }
    case 'unary':
      return unary(c, e)
    case 'binary':
      return chain(c, e)
    case 'assign':
      return assign(c, c.operand(e.target), value(e.value), e.place)
    case 'compound-assign':
      return compoundAssign(c, e.operator, c.operand(e.target), value(e.value), e.place)
    case 'step':
      return step(c, e, c.operand(e.operand))
    case 'conditional':
      return conditional(c, e)
    case 'comma':
      return commas(c, e)
    case 'cast':
      return cast(c, e)
    case 'compound-literal':
      return compoundLiteral(c, e)
    case 'sizeof':
      return sizeofValue(c, e)
    case 'alignof':
      return alignofValue(c, e)
    case 'call':
      return call(c, e)
    case 'index':
      return indexed(c, c.operand(e.base), c.operand(e.index), e.place)
    case 'member':
      return memberAccess(c, e, c.operand(e.base))
    case 'va-arg':
      return vaArg(c, e)
    case 'offsetof':
      return offsetOf(c, c.typeName(e.type), e.path, e.place)
    case 'types-compatible':
      return truth(typesCompatible(c, e), e.place)
    case 'generic':
      return c.operand(selected(c, e))
    case 'statement-expression':
      return statementExpression(c, e)
  }
}

function numberValue(c: Context, text: string, place: Place): TypedExpression {
  const reading = readNumber(text, c.model)
  if (reading.kind === 'error') return c.fail(place, reading.message)
  if (reading.kind === 'float') return float(reading.value, reading.type, place)
  if (reading.warning !== undefined) c.warn(place, reading.warning)
  return integer(reading.value, reading.type, place)
}

function unary(c: Context, e: Expression & { kind: 'unary' }): Operand {
  const { operator, place } = e
  if (operator === '&') return takeAddress(c, c.operand(e.operand), place)
  const value = rvalue(c, c.operand(e.operand))
  if (operator === '!') return not(c, value, place)
  if (operator !== '*') return signOperator(c, operator, value, place)
  if (value.type.kind !== 'pointer') {
    return c.fail(place, `'*' needs a pointer, but here is ${typeWords(value.type)}`)
  }
  if (value.type.target.kind === 'void')
    c.warn(place, "'*' on a void pointer yields nothing: cast it to another pointer first")
  return deref(value, place)
}

function takeAddress(c: Context, operand: Operand, place: Place): TypedExpression {
  if (!isLValue(operand)) {
    if (operand.type.kind === 'function') return rvalue(c, operand)
    return c.fail(
      place,
      `'&' needs a variable or a part of one, but here is a value (${typeWords(operand.type)})`,
    )
  }
  if (operand.kind === 'record-value')
    c.fail(place, "'&' needs a variable or a part of one, but here is a value")
  if (operand.kind === 'member' && operand.member.bits) {
    c.fail(place, `'${operand.member.name}' is a bit-field, which has no address`)
  }
  return { ...addressOf(c, operand), place }
}

type Binary = Expression & { readonly kind: 'binary' }

/** Binary operators, down the left spine in a loop: `a + b + c + …` may be thousands long. */
function chain(c: Context, expression: Binary): TypedExpression {
  const spine: Binary[] = []
  let at: Expression = expression
  for (; at.kind === 'binary'; at = at.left) spine.push(at)
  let left = rvalue(c, c.operand(at))
  while (spine.length > 0) {
    const node = spine.pop()!
    left = binary(c, node, left, rvalue(c, c.operand(node.right)))
  }
  return left
}

function binary(c: Context, node: Binary, left: TypedExpression, right: TypedExpression): TypedExpression {
  const { operator, operatorPlace } = node
  checkPrecedence(c, node)
  switch (operator) {
    case '&&':
    case '||':
      return logical(c, operator, left, right, operatorPlace)
    case '+':
    case '-':
      return additive(c, operator, left, right, operatorPlace)
    case '==':
    case '!=':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compare(c, operator as CompareOperator, left, right, operatorPlace)
    default:
      return arithmetic(c, operator as ArithmeticOperator, left, right, operatorPlace)
  }
}

function commas(c: Context, expression: Expression & { kind: 'comma' }): TypedExpression {
  const spine: (Expression & { kind: 'comma' })[] = []
  let at: Expression = expression
  for (; at.kind === 'comma'; at = at.left) spine.push(at)
  let left = rvalue(c, c.operand(at))
  while (spine.length > 0) {
    const node = spine.pop()!
    const right = rvalue(c, c.operand(node.right))
    left = { kind: 'comma', left, right, type: right.type, place: node.place }
  }
  return left
}

function vaArg(c: Context, e: Expression & { kind: 'va-arg' }): TypedExpression {
  const type = c.typeName(e.type)
  return { kind: 'builtin', name: 'va-arg', arguments: [listAddress(c, e.list)], type, place: e.place }
}

/** `({ …; value; })`: the value of the last expression statement, or void. */
function statementExpression(c: Context, e: Expression & { kind: 'statement-expression' }): TypedExpression {
  const { body, place } = e
  if (!c.function) return c.fail(place, 'a statement in an expression needs a function around it')
  c.scopes.enter(body.endLine)
  const last = body.items.at(-1)
  const hasValue = last?.kind === 'expression-statement'
  const before: TypedStatement[] = c.parts.items(c, hasValue ? body.items.slice(0, -1) : body.items)
  const value = hasValue ? c.recover(() => rvalue(c, c.operand(last.value)), null) : null
  c.scopes.leave()
  const result = value ?? convert(c, integer(0n, INT, place), VOID)
  return { kind: 'with-statements', before, value: result, type: result.type, place }
}
