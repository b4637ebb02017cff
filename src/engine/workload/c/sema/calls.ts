import type { Expression } from '../ast.ts'
import type { Place } from '../source.ts'
import type { FunctionSymbol, TypedExpression } from '../typed.ts'
import type { FunctionType } from '../types.ts'
import { assignable } from './assignable.ts'
import { isIncomplete, unqualified } from './basic-types.ts'
import { builtinCall } from './builtins.ts'
import { type Context, Failed, type Operand } from './context.ts'
import { promoteArgument } from './conversions.ts'
import { checkFormat } from './formats.ts'
import { counted, placeText } from './messages.ts'
import { declareImplicitly } from './names.ts'
import { typeWords } from './type-text.ts'
import { rvalue } from './values.ts'

type Call = Expression & { readonly kind: 'call' }

/** A call: of a built-in function, of a function by its name, or through any pointer to one. */
export function call(c: Context, expression: Call): TypedExpression {
  const { callee } = expression
  const isUnknown = callee.kind === 'name' && c.scopes.lookUp(callee.name) === null
  if (isUnknown) {
    const builtin = builtinCall(c, callee.name, expression, () => analysedArguments(c, expression))
    if (builtin) return builtin
    declareImplicitly(c, callee.name, callee.place)
  }
  return plainCall(c, expression, target(c, c.operand(callee), callee))
}

interface Target {
  readonly callee: FunctionSymbol | TypedExpression
  readonly type: FunctionType
  /** As a message calls it. */
  readonly words: string
}

/** What is called: `f`, `*f` and `&f` are all the function. */
function target(c: Context, operand: Operand, expression: Expression): Target {
  const words = expression.kind === 'name' ? `'${expression.name}'` : 'the function'
  const value = rvalue(c, operand)
  if (value.type.kind !== 'pointer' || value.type.target.kind !== 'function') {
    return c.fail(
      expression.place,
      `only a function can be called, but ${expression.kind === 'name' ? words : 'this'} is ${typeWords(operand.type)}`,
    )
  }
  const type = value.type.target
  return { callee: value.kind === 'function' ? value.symbol : value, type, words }
}

/** The arguments' values; all of them are looked at before an error in one gives up the call. */
function analysedArguments(c: Context, expression: Call): TypedExpression[] {
  const values = expression.arguments.map((each) => c.recover(() => rvalue(c, c.operand(each)), null))
  if (values.includes(null)) throw new Failed()
  return values as TypedExpression[]
}

function plainCall(c: Context, expression: Call, { callee, type, words }: Target): TypedExpression {
  const { place } = expression
  const values = analysedArguments(c, expression)
  checkCount(c, expression, type, words, isSymbol(callee) ? callee.place : null)
  const result = unqualified(type.result)
  if (isIncomplete(result) && result.kind !== 'void') {
    c.fail(place, `${words} returns ${typeWords(result)}, which is never defined here`)
  }
  const fixed = type.isUnspecified ? values.length : type.parameters.length
  const converted = values.map((value, i) =>
    argument(c, value, type, i, words, expression.arguments[i]!.place),
  )
  if (isSymbol(callee)) checkFormat(c, callee.name, expression.arguments, converted)
  return {
    kind: 'call',
    callee,
    arguments: converted,
    fixed,
    isVariadic: type.isVariadic,
    type: result,
    place,
  }
}

function isSymbol(callee: FunctionSymbol | TypedExpression): callee is FunctionSymbol {
  return callee.kind === 'function' && 'isDefined' in callee
}

function argument(
  c: Context,
  value: TypedExpression,
  type: FunctionType,
  index: number,
  words: string,
  place: Place,
): TypedExpression {
  const parameter = type.isUnspecified ? undefined : type.parameters[index]
  if (parameter) return assignable(c, value, parameter, { place, words: `argument ${index + 1} of ${words}` })
  if (value.type.kind === 'void') c.fail(place, `argument ${index + 1} of ${words} has no value (void)`)
  return promoteArgument(c, value)
}

function checkCount(c: Context, call: Call, type: FunctionType, words: string, declared: Place | null): void {
  const given = call.arguments.length
  const wanted = type.parameters.length
  if (type.isUnspecified || given === wanted || (type.isVariadic && given > wanted)) return
  const place = given > wanted ? call.arguments[wanted]!.place : call.place
  const least = type.isVariadic ? 'at least ' : ''
  const where = declared && declared.line > 0 ? ` (declared at ${placeText(declared, call.place)})` : ''
  c.fail(
    place,
    `${words} takes ${least}${counted(wanted, 'argument')}, but ${given} ${given === 1 ? 'is' : 'are'} given${where}`,
  )
}
