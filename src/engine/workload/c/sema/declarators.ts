import type { Bytes } from '../../../units.ts'
import { isPowerOfTwo } from '../../../units.ts'
import type { Attributes, Declarator, Derivation, Parameter, Specifiers, TypeName } from '../ast.ts'
import type { Place } from '../source.ts'
import type { TypedExpression } from '../typed.ts'
import type { CType, FunctionType } from '../types.ts'
import { arithmetic } from './arithmetic.ts'
import { basicType, isIncomplete, isVariable, pointerTo, qualified, sizeType } from './basic-types.ts'
import { typeMeant } from './casts.ts'
import { type Context, Failed } from './context.ts'
import { convert } from './conversions.ts'
import { integerConstant } from './integer-constant.ts'
import { alignOf, sizeOf } from './layout.ts'
import { typeWords } from './type-text.ts'
import { rvalue, sizeValue, variable } from './values.ts'

/** From types as written to types as known. */

/** The type that declaration specifiers name, with their qualifiers. */
export function specifiedType(c: Context, specifiers: Specifiers): CType {
  const { isConst, isVolatile } = specifiers.qualifiers
  if (specifiers.isImplicitInt) c.warn(specifiers.place, 'a type is missing before this name, so it is int')
  return qualified(namedType(c, specifiers), isConst, isVolatile)
}

function namedType(c: Context, specifiers: Specifiers): CType {
  const { type } = specifiers
  switch (type.kind) {
    case 'basic':
      return basicType(type.name, c.model)
    case 'typedef': {
      const meaning = c.scopes.lookUp(type.name)
      if (meaning?.kind === 'typedef') return meaning.type
      if (meaning?.kind === 'poisoned') throw new Failed()
      return c.fail(type.place, `'${type.name}' is not the name of a type`)
    }
    case 'typeof':
      return typeMeant(c, type.of)
    default:
      return c.parts.taggedType(c, type)
  }
}

/** The type of what a declarator names: its derivations around the specified type. */
export function declaredType(c: Context, base: CType, declarator: Declarator): CType {
  let type = base
  for (let i = declarator.derivations.length - 1; i >= 0; i--) {
    type = derived(c, type, declarator.derivations[i]!, declarator)
  }
  return type
}

/** The type that a type name in a cast or in sizeof means. */
export function typeNamed(c: Context, name: TypeName): CType {
  return declaredType(c, specifiedType(c, name.specifiers), name.declarator)
}

function derived(c: Context, type: CType, derivation: Derivation, declarator: Declarator): CType {
  switch (derivation.kind) {
    case 'pointer':
      return qualified(pointerTo(type), derivation.qualifiers.isConst, derivation.qualifiers.isVolatile)
    case 'array':
      return arrayType(c, type, derivation, declarator)
    case 'function':
      return functionType(c, type, derivation, declarator.place)
  }
}

function arrayType(
  c: Context,
  element: CType,
  derivation: Derivation & { kind: 'array' },
  declarator: Declarator,
): CType {
  const { size, place } = derivation
  const name = declarator.name === null ? 'this array' : `'${declarator.name}'`
  if (element.kind === 'function')
    c.fail(place, `the elements of ${name} cannot be functions, only pointers to them`)
  if (isIncomplete(element) && c.prototypes === 0) {
    c.fail(place, `the elements of ${name} have the incomplete type ${typeWords(element)}`)
  }
  if (!size) return { kind: 'array', element, length: null }
  const length = lengthValue(c, size, name)
  if (length === null) return { kind: 'array', element, length: null }
  if (length.kind !== 'integer' || isVariable(element)) return variableArray(c, element, length, place)
  if (length.value < 0n) c.fail(size.place, `the length of ${name} is negative (${length.value})`)
  const bytes = length.value * BigInt(sizeOf(element, c.model))
  if (bytes >= 1n << (c.model === 'lp64' ? 47n : 31n)) c.fail(size.place, `${name} is too large`)
  return { kind: 'array', element, length: Number(length.value) }
}

/** The length of an array; null if it cannot be known, as in a prototype that names other parameters. */
function lengthValue(c: Context, size: NonNullable<(Derivation & { kind: 'array' })['size']>, name: string) {
  const analyse = () => rvalue(c, c.operand(size))
  const value = c.prototypes > 0 ? c.recover(analyse, null) : analyse()
  if (value && value.type.kind !== 'integer') {
    c.fail(size.place, `the length of ${name} must be an integer, but here is ${typeWords(value.type)}`)
  }
  if (c.prototypes > 0) return value?.kind === 'integer' ? value : null
  if (value && value.kind !== 'integer' && !c.function) {
    const hint = value.kind === 'load' ? ': const makes no constant, enum and #define do' : ''
    c.fail(
      size.place,
      `the length of ${name} must be known when compiling, since it is no local variable${hint}`,
    )
  }
  return value
}

/** A variable-length array: a hidden local gets its size in bytes before what needs it. */
function variableArray(c: Context, element: CType, length: TypedExpression, place: Place): CType {
  const type = sizeType(c.model)
  const local = c.hiddenLocal(type, place)
  const value = arithmetic(c, '*', convert(c, length, type), sizeValue(c, element, place), place)
  c.function!.pending.push({
    kind: 'expression',
    value: { kind: 'assign', target: variable(local, place), value, type, place },
    mark: { place, endLine: place.line, endColumn: place.column },
  })
  return { kind: 'array', element, length: null, variable: { local: local.index } }
}

function functionType(
  c: Context,
  result: CType,
  derivation: Derivation & { kind: 'function' },
  place: Place,
): FunctionType {
  if (result.kind === 'array')
    c.fail(place, 'a function cannot return an array, only a pointer to its first element')
  if (result.kind === 'function') c.fail(place, 'a function cannot return a function, only a pointer to it')
  const { parameters, isVariadic, isOldStyle } = derivation
  c.scopes.enterPrototype()
  c.prototypes++
  const types = parameters.map((parameter) => declaredParameter(c, parameter))
  c.prototypes--
  c.scopes.leave()
  const isUnspecified = isOldStyle && parameters.length === 0
  return { kind: 'function', result, parameters: types, isVariadic, isUnspecified }
}

function declaredParameter(c: Context, parameter: Parameter): CType {
  const type = parameterType(c, parameter)
  const { name, place } = parameter.declarator
  if (name !== null) {
    if (c.scopes.lookUpHere(name)) c.error(place, `two parameters are called '${name}'`)
    c.scopes.declare(name, { kind: 'poisoned', place })
  }
  return type
}

/** The type of a parameter: arrays and functions become pointers (C99 6.7.5.3). */
export function parameterType(c: Context, parameter: Parameter): CType {
  const type = declaredType(c, specifiedType(c, parameter.specifiers), parameter.declarator)
  if (type.kind === 'array') return pointerTo(type.element)
  if (type.kind === 'function') return pointerTo(type)
  if (type.kind === 'void') c.fail(parameter.declarator.place, 'a parameter cannot have the type void')
  return type
}

/** aligned(n) of attributes, in bytes; 0 for none. */
export function alignmentOf(c: Context, attributes: Attributes, place: Place): Bytes {
  const { aligned } = attributes
  if (aligned === null) return 0
  if (aligned === 'max') return 16
  if (aligned.kind === 'type-name') return alignOf(c.typeName(aligned), c.model)
  const { value } = integerConstant(c, aligned, 'an alignment')
  const bytes = Number(value)
  if (bytes !== 0 && !isPowerOfTwo(bytes)) c.fail(place, `an alignment must be a power of two, not ${value}`)
  return bytes
}
