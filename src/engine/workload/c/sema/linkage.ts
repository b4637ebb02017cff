import type { Place } from '../source.ts'
import type { FunctionSymbol, GlobalVariable } from '../typed.ts'
import type { CType, FunctionType } from '../types.ts'
import { isConstObject } from './basic-types.ts'
import type { Context, Mutable } from './context.ts'
import { placeText } from './messages.ts'
import { linkedFunction } from './names.ts'
import { sameType } from './same-type.ts'
import { typeWords } from './type-text.ts'

/** Names with linkage: every declaration of one means the same variable or function. */

export interface Linked {
  readonly name: string
  readonly place: Place
  readonly isStatic: boolean
}

/** The function that a declaration names; its types must agree (C99 6.2.7). */
export function declareFunction(c: Context, declared: Linked, type: FunctionType): FunctionSymbol {
  const { name, place, isStatic } = declared
  const known = c.linked.get(name)
  if (known?.kind === 'global') conflict(c, declared, known.place, 'a function', 'a variable')
  if (!known) {
    const symbol = linkedFunction(c, name, type, place)
    symbol.isExternal = !isStatic
    return symbol
  }
  const symbol = known as FunctionSymbol
  checkFunctionType(c, symbol, declared, type)
  if (isStatic) symbol.isExternal = false
  if (symbol.type.isUnspecified || !type.isUnspecified) symbol.type = type
  return symbol
}

function checkFunctionType(c: Context, symbol: FunctionSymbol, declared: Linked, type: FunctionType): void {
  if (sameType(symbol.type, type)) return
  const words = `'${declared.name}' is declared as ${typeWords(type)}`
  if (c.implicit.has(symbol)) {
    const message = `${words}, but its call at ${placeText(symbol.place, declared.place)} took it for ${typeWords(symbol.type)}`
    // gcc is lenient only where the result is dropped.
    if (type.result.kind !== 'void') c.fail(declared.place, message)
    c.warn(declared.place, message)
    return
  }
  c.fail(
    declared.place,
    `${words}, but as ${typeWords(symbol.type)} at ${placeText(symbol.place, declared.place)}`,
  )
}

/** The variable that a declaration at file scope, or an `extern` one, names. */
export function declareGlobal(
  c: Context,
  declared: Linked,
  type: CType,
  details: { readonly isDefined: boolean; readonly alignment: number },
): GlobalVariable {
  const { name, place, isStatic } = declared
  const known = c.linked.get(name)
  if (known?.kind === 'function') conflict(c, declared, known.place, 'a variable', 'a function')
  if (known?.kind !== 'global') {
    const variable = newGlobal(declared, type, details)
    c.linked.set(name, variable)
    c.globals.push(variable)
    return variable
  }
  if (!sameType(known.type, type)) {
    const words = `'${name}' is declared as ${typeWords(type)}, but as ${typeWords(known.type)}`
    c.fail(place, `${words} at ${placeText(known.place, place)}`)
  }
  if (known.type.kind === 'array' && known.type.length === null) known.type = type
  if (isStatic) known.isExternal = false
  known.isDefined ||= details.isDefined
  const mutable = known as Mutable<GlobalVariable>
  mutable.alignment = Math.max(known.alignment, details.alignment)
  return known
}

function newGlobal(
  declared: Linked,
  type: CType,
  details: { readonly isDefined: boolean; readonly alignment: number },
): GlobalVariable {
  const { name, place, isStatic } = declared
  return {
    kind: 'global',
    name,
    type,
    place,
    isExternal: !isStatic,
    initialiser: null,
    isReadOnly: isConstObject(type),
    owner: null,
    isString: false,
    ...details,
  }
}

/** A variable of a block that lasts as long as the program. */
export function staticLocal(c: Context, declared: Linked, type: CType, alignment: number): GlobalVariable {
  const variable: GlobalVariable = {
    ...newGlobal(declared, type, { isDefined: true, alignment }),
    owner: c.function?.symbol.name ?? null,
  }
  c.globals.push(variable)
  return variable
}

function conflict(c: Context, declared: Linked, earlier: Place, now: string, before: string): never {
  const { name, place } = declared
  return c.fail(place, `'${name}' is declared as ${now}, but as ${before} at ${placeText(earlier, place)}`)
}
