import { nearest } from '../../../spelling.ts'
import type { Place } from '../source.ts'
import type { FunctionSymbol, GlobalVariable } from '../typed.ts'
import type { CType, FunctionType, IntegerType } from '../types.ts'
import { CHAR, INT, wideCharType } from './basic-types.ts'
import { type Context, Failed, type Operand } from './context.ts'
import { builtinType, headerOf } from './library.ts'
import { stringType } from './literals.ts'
import { placeText } from './messages.ts'
import { integer } from './values.ts'

/** What names and string literals stand for in an expression. */

/** The operand that a name is. */
export function named(c: Context, name: string, place: Place): Operand {
  const meaning = c.scopes.lookUp(name)
  switch (meaning?.kind) {
    case 'constant':
      return integer(meaning.value, meaning.type, place)
    case 'variable': {
      const { variable } = meaning
      if (variable.kind === 'global' && c.unevaluated === 0) c.used.add(variable)
      return { kind: 'variable', variable, type: variable.type, place }
    }
    case 'function':
      if (c.unevaluated === 0) c.used.add(meaning.symbol)
      return { kind: 'function', symbol: meaning.symbol, type: meaning.symbol.type, place }
    case 'typedef':
      return c.fail(place, `'${name}' is a type, but a value is expected here`)
    case 'poisoned':
      throw new Failed()
    default:
      return functionName(c, name, place) ?? undeclared(c, name, place)
  }
}

const NAMES_OF_FUNCTION = new Set(['__func__', '__FUNCTION__', '__PRETTY_FUNCTION__'])

/** `__func__` and its GNU spellings: a static array with the function's name. */
function functionName(c: Context, name: string, place: Place): Operand | null {
  if (!NAMES_OF_FUNCTION.has(name)) return null
  const owner = c.function?.symbol.name ?? ''
  const variable = stringVariable(c, new TextEncoder().encode(owner), false, place)
  return { kind: 'variable', variable, type: variable.type, place }
}

function undeclared(c: Context, name: string, place: Place): never {
  // Once is enough for each function, as gcc does it.
  c.scopes.declare(name, { kind: 'poisoned', place })
  const ended = c.scopes.endedAt(name)
  if (ended !== null)
    c.fail(
      place,
      `'${name}' is not declared here: the one of ${placeText(ended, place)} ended with its block`,
    )
  return c.fail(place, `'${name}' is not declared${undeclaredHint(c, name)}`)
}

/** `; include <stdlib.h>` or `; did you mean 'count'?`, or nothing. */
export function undeclaredHint(c: Context, name: string): string {
  if (name === 'gets') return '; C11 removed it, since it cannot know the size of the array: use fgets'
  const header = headerOf(name)
  if (header) return `; it comes with #include <${header}>`
  const guess = nearest(name, c.scopes.visibleNames())
  return guess ? `; did you mean '${guess}'?` : ''
}

/**
 * A function called without a declaration: gcc 12 warns and goes on, with the type that it knows of well-known library
 * functions, else with `int f()`.
 */
export function declareImplicitly(c: Context, name: string, place: Place): FunctionSymbol {
  const type = builtinType(name, c.model) ?? unspecifiedFunction(INT)
  const later = c.definitions.get(name)
  const hint =
    later === undefined
      ? undeclaredHint(c, name)
      : ` before; its definition at ${placeText(later, place)} comes too late`
  c.warn(place, `'${name}' is called but not declared${hint}`)
  const symbol = linkedFunction(c, name, type, place)
  c.implicit.add(symbol)
  c.scopes.declareAtFileScope(name, { kind: 'function', symbol, place })
  return symbol
}

/** `result f()`. */
export function unspecifiedFunction(result: CType): FunctionType {
  return { kind: 'function', result, parameters: [], isVariadic: false, isUnspecified: true }
}

/** The function with that name in the whole program; made when it was not named before. */
export function linkedFunction(c: Context, name: string, type: FunctionType, place: Place): FunctionSymbol {
  const known = c.linked.get(name)
  if (known?.kind === 'function') return known
  const symbol: FunctionSymbol = { kind: 'function', name, type, place, isExternal: true, isDefined: false }
  c.linked.set(name, symbol)
  c.functionSymbols.push(symbol)
  return symbol
}

/** The variable that holds a string literal. Equal literals share one, as gcc merges them. */
export function stringVariable(c: Context, bytes: Uint8Array, isWide: boolean, place: Place): GlobalVariable {
  const key = `${isWide ? 'L' : ''}${bytes.join()}`
  const known = c.strings.get(key)
  if (known) {
    if (c.unevaluated === 0) c.used.add(known)
    return known
  }
  const unit: IntegerType = isWide ? wideCharType(c.model) : CHAR
  const content = new Uint8Array(bytes.length + unit.size)
  content.set(bytes)
  const variable: GlobalVariable = {
    kind: 'global',
    name: '',
    type: stringType(bytes, unit),
    place,
    isExternal: false,
    isDefined: true,
    initialiser: { bytes: content, addresses: [] },
    isReadOnly: true,
    alignment: 0,
    owner: c.function?.symbol.name ?? null,
    isString: true,
  }
  c.strings.set(key, variable)
  c.globals.push(variable)
  if (c.unevaluated === 0) c.used.add(variable)
  return variable
}
