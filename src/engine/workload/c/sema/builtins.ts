import type { Expression } from '../ast.ts'
import type { Place } from '../source.ts'
import type { BuiltinName, TypedExpression } from '../typed.ts'
import type { CType, FunctionType } from '../types.ts'
import { assignable } from './assignable.ts'
import { atomicCall } from './atomics.ts'
import {
  DOUBLE,
  FLOAT,
  INT,
  isArgumentListRecord,
  LONG_DOUBLE,
  pointerTo,
  sizeType,
  VOID,
} from './basic-types.ts'
import type { Context } from './context.ts'
import { convert, promoteArgument } from './conversions.ts'
import { builtinType, readSignature } from './library.ts'
import { linkedFunction } from './names.ts'
import { typeWords } from './type-text.ts'
import { addressOf, float, integer, isLValue, rvalue, truth } from './values.ts'

/*
 * gcc's built-in functions. Some are computed here, some by the code generator (BuiltinName), the others are calls: of
 * the library function without the prefix (`__builtin_memcpy`), or of one that the library has under this very name.
 */

type Call = Expression & { readonly kind: 'call' }

/** Functions that the library provides under their full name, with their types as in library.ts. */
const LIBRARY: Readonly<Record<string, string>> = {
  clz: 'iu',
  clzl: 'iL',
  clzll: 'iq',
  ctz: 'iu',
  ctzl: 'iL',
  ctzll: 'iq',
  ffs: 'ii',
  ffsl: 'il',
  ffsll: 'iq',
  popcount: 'iu',
  popcountl: 'iL',
  popcountll: 'iq',
  parity: 'iu',
  bswap32: 'uu',
  bswap64: 'qq',
  isnan: 'id',
  isinf: 'id',
  isfinite: 'id',
  signbit: 'id',
}

const CONSTANTS: Readonly<Record<string, { value: number; type: CType }>> = {
  inf: { value: Infinity, type: DOUBLE },
  inff: { value: Infinity, type: FLOAT },
  infl: { value: Infinity, type: LONG_DOUBLE },
  huge_val: { value: Infinity, type: DOUBLE },
  huge_valf: { value: Infinity, type: FLOAT },
  nan: { value: Number.NaN, type: DOUBLE },
  nanf: { value: Number.NaN, type: FLOAT },
}

/** The call of a built-in function; null when the name is none. */
export function builtinCall(
  c: Context,
  name: string,
  call: Call,
  readArguments: () => TypedExpression[],
): TypedExpression | null {
  if (name.startsWith('__sync_') || name.startsWith('__atomic_')) {
    return atomicCall(c, name, readArguments(), call.place)
  }
  if (!name.startsWith('__builtin_')) return null
  const word = name.slice('__builtin_'.length)
  const constant = CONSTANTS[word]
  if (constant) return float(constant.value, constant.type, call.place)
  if (word.startsWith('va_')) return variadic(c, word, call)
  return computed(c, word, call, readArguments) ?? libraryCall(c, word, call, readArguments)
}

/** Those that have a meaning of their own to the compiler. */
function computed(
  c: Context,
  word: string,
  call: Call,
  readArguments: () => TypedExpression[],
): TypedExpression | null {
  const { place } = call
  switch (word) {
    case 'expect':
      return first(c, call, readArguments())
    case 'constant_p': {
      const value = first(c, call, c.asUnevaluated(readArguments))
      return truth(value.kind === 'integer' || value.kind === 'float', place)
    }
    case 'choose_expr': {
      const [test, then, otherwise] = readArguments()
      if (test?.kind !== 'integer' || !then || !otherwise) {
        return c.fail(place, "'__builtin_choose_expr' needs a constant and two expressions")
      }
      return test.value !== 0n ? then : otherwise
    }
    case 'alloca': {
      const size = assignable(c, first(c, call, readArguments()), sizeType(c.model), {
        place,
        words: 'the size',
      })
      return own('alloca', [size], pointerTo(VOID), place)
    }
    case 'frame_address':
      return own('frame-address', levelZero(c, call, readArguments()), pointerTo(VOID), place)
    case 'return_address':
      return own('return-address', levelZero(c, call, readArguments()), pointerTo(VOID), place)
    case 'prefetch':
      return convert(c, first(c, call, readArguments()), VOID)
    case 'trap':
    case 'unreachable':
      return own(word, [], VOID, place)
    default:
      return /^(u|s)?(add|sub|mul)(l|ll)?_overflow$/.test(word)
        ? overflowCall(c, word, call, readArguments())
        : null
  }
}

function own(name: BuiltinName, values: TypedExpression[], type: CType, place: Place): TypedExpression {
  return { kind: 'builtin', name, arguments: values, type, place }
}

function first(c: Context, call: Call, values: readonly TypedExpression[]): TypedExpression {
  return values[0] ?? c.fail(call.place, 'this built-in function needs an argument')
}

/** Only the frame at hand is known: deeper levels would be guesses. */
function levelZero(c: Context, call: Call, values: readonly TypedExpression[]): [] {
  const level = first(c, call, values)
  if (level.kind !== 'integer' || level.value !== 0n)
    c.fail(call.place, 'only level 0 (this function) is supported here')
  return []
}

/** va_start, va_end, va_copy: a list is passed by its address. */
function variadic(c: Context, word: string, call: Call): TypedExpression {
  const { place } = call
  const [list, second] = call.arguments
  if (!list) return c.fail(place, `${word} needs a va_list`)
  const address = listAddress(c, list)
  if (word === 'va_end') return convert(c, integer(0n, INT, place), VOID)
  if (word === 'va_start') {
    if (c.function && !c.function.symbol.type.isVariadic) {
      c.fail(
        place,
        `va_start needs a function with '...', but '${c.function.symbol.name}' has a fixed number of arguments`,
      )
    }
    return own('va-start', [address], VOID, place)
  }
  if (!second) return c.fail(place, 'va_copy needs two lists')
  return own('va-copy', [address, listAddress(c, second)], VOID, place)
}

/** The address of a va_list: of x86-64's record, into which the name of a list decays, or of the pointer of -m32. */
export function listAddress(c: Context, expression: Expression): TypedExpression {
  const operand = c.operand(expression)
  if (c.model === 'lp64') {
    const list = rvalue(c, operand)
    if (list.type.kind === 'pointer' && isArgumentListRecord(list.type.target)) return list
  } else if (isLValue(operand) && operand.type.kind === 'pointer') {
    return addressOf(c, operand)
  }
  return c.fail(expression.place, `a va_list is expected here, not ${typeWords(operand.type)}`)
}

function libraryCall(
  c: Context,
  word: string,
  call: Call,
  readArguments: () => TypedExpression[],
): TypedExpression {
  const letters = LIBRARY[word]
  const type = letters === undefined ? builtinType(word, c.model) : readSignature(letters, c.model)
  if (!type) return c.fail(call.callee.place, `the built-in function '__builtin_${word}' is not known here`)
  return namedCall(c, letters === undefined ? word : `__builtin_${word}`, type, readArguments(), call.place)
}

/** A call of a function of the library that the program did not declare. */
function namedCall(
  c: Context,
  name: string,
  type: FunctionType,
  values: readonly TypedExpression[],
  place: Place,
): TypedExpression {
  const symbol = linkedFunction(c, name, type, place)
  if (c.unevaluated === 0) c.used.add(symbol)
  const fixed = symbol.type.parameters.length
  if (values.length < fixed || (values.length > fixed && !symbol.type.isVariadic)) {
    c.fail(place, `'${name}' takes ${fixed} arguments, but ${values.length} are given`)
  }
  const converted = values.map((value, i) => {
    const parameter = symbol.type.parameters[i]
    if (!parameter) return promoteArgument(c, value)
    return assignable(c, value, parameter, { place: value.place, words: `argument ${i + 1} of '${name}'` })
  })
  const { result, isVariadic } = symbol.type
  return { kind: 'call', callee: symbol, arguments: converted, fixed, isVariadic, type: result, place }
}

/** `__builtin_add_overflow(a, b, &result)`: a function of the library for each operation and each type of the result. */
function overflowCall(c: Context, word: string, call: Call, values: TypedExpression[]): TypedExpression {
  const [left, right, result] = values
  const target = result?.type.kind === 'pointer' ? result.type.target : null
  if (!left || !right || !result || target?.kind !== 'integer') {
    return c.fail(call.place, `'__builtin_${word}' needs two integers and a pointer to one`)
  }
  const operation = /add|sub|mul/.exec(word)![0]
  const name = `__builtin_${operation}_overflow_${target.isSigned ? 'i' : 'u'}${target.size * 8}`
  const type = readSignature('iqqiip', c.model)
  const isSigned = (value: TypedExpression) =>
    truth(value.type.kind === 'integer' && value.type.isSigned, call.place)
  return namedCall(c, name, type, [left, right, isSigned(left), isSigned(right), result], call.place)
}
