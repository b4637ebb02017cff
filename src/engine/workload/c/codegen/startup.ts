import { NOWHERE, type Place } from '../source.ts'
import type { FunctionSymbol, Mark, TypedFunction, TypedStatement } from '../typed.ts'
import type { FunctionType } from '../types.ts'
import type { LinkUnit } from './symbols.ts'

const MARK: Mark = { place: NOWHERE, endLine: 0, endColumn: 0 }
const TYPE: FunctionType = {
  kind: 'function',
  result: { kind: 'void' },
  parameters: [],
  isVariadic: false,
  isUnspecified: false,
}

/**
 * A unit with `__run_constructors` and `__run_destructors`, which the library calls before and after `main`. Constructors
 * run in order of definition, destructors in the opposite one.
 */
export function startupUnit(units: readonly LinkUnit[]): LinkUnit {
  const symbols = units.flatMap(({ unit }) => unit.functions.map((each) => each.symbol))
  const functions = [
    caller(
      '__run_constructors',
      symbols.filter((symbol) => symbol.isConstructor),
    ),
    caller('__run_destructors', symbols.filter((symbol) => symbol.isDestructor).reverse()),
  ]
  const functionSymbols = functions.map((each) => each.symbol)
  return { unit: { file: '', functions, globals: [], functionSymbols }, isLibrary: true }
}

/** A function that calls others. */
function caller(name: string, callees: readonly FunctionSymbol[]): TypedFunction {
  const place: Place = NOWHERE
  const symbol: FunctionSymbol = {
    kind: 'function',
    name,
    type: TYPE,
    place,
    isExternal: true,
    isDefined: true,
  }
  const body = callees.map((callee): TypedStatement => {
    const type = callee.type.result
    const value = { kind: 'call', callee, arguments: [], fixed: 0, isVariadic: false, type, place } as const
    return { kind: 'expression', value, mark: MARK }
  })
  return {
    symbol,
    locals: [],
    parameters: 0,
    body: { kind: 'block', body, freesStack: false },
    place,
    endPlace: place,
  }
}
