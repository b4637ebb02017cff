import { nearest } from '../../../spelling.ts'
import type { Derivation, FunctionDefinition, Parameter } from '../ast.ts'
import type { Place } from '../source.ts'
import type { FunctionSymbol, TypedStatement } from '../typed.ts'
import type { CType, FunctionType } from '../types.ts'
import { INT, isIncomplete } from './basic-types.ts'
import { type Context, Failed, FunctionState } from './context.ts'
import { declaredType, parameterType, specifiedType } from './declarators.ts'
import { mayFallThrough } from './flow.ts'
import { declareFunction } from './linkage.ts'
import { placeText } from './messages.ts'
import { typeWords } from './type-text.ts'
import { integer } from './values.ts'

type Header = Derivation & { readonly kind: 'function' }

/** A function with its body; added to the context's functions. */
export function analyseFunction(c: Context, definition: FunctionDefinition): void {
  const symbol = c.recover(() => declareDefinition(c, definition), null)
  if (!symbol) {
    declareBroken(c, definition)
    return
  }
  const header = definition.declarator.derivations[0] as Header
  const state = new FunctionState(symbol, symbol.type.result, definition.place)
  c.function = state
  const depth = c.scopes.depth
  c.scopes.enter(definition.body.endLine)
  try {
    analyseBody(c, state, definition, header)
  } catch (thrown) {
    if (!(thrown instanceof Failed)) throw thrown
  } finally {
    c.scopes.leaveTo(depth)
    c.function = null
  }
}

function analyseBody(c: Context, state: FunctionState, definition: FunctionDefinition, header: Header): void {
  const { symbol } = state
  for (const [i, parameter] of header.parameters.entries()) {
    declareParameter(c, state, parameter, symbol.type.parameters[i]!)
  }
  const sizes = parameterSizes(c, state, header)
  const items = c.parts.items(c, definition.body.items)
  checkGotos(c, state)
  const endPlace = endOf(definition)
  const body: TypedStatement = {
    kind: 'block',
    body: [...sizes, ...items, ...ending(c, state, items, endPlace)],
    freesStack: false,
  }
  c.functions.push({
    symbol,
    locals: state.locals,
    parameters: header.parameters.length,
    body,
    place: definition.declarator.place,
    endPlace,
  })
}

function endOf({ body }: FunctionDefinition): Place {
  return { file: body.place.file, line: body.endLine, column: Math.max(1, body.endColumn - 1) }
}

/** Names the function before its body, so that it can call itself. */
function declareDefinition(c: Context, definition: FunctionDefinition): FunctionSymbol {
  const { specifiers, declarator } = definition
  const name = declarator.name ?? ''
  const { place } = declarator
  const type = declaredType(c, specifiedType(c, specifiers), declarator) as FunctionType
  if (isIncomplete(type.result) && type.result.kind !== 'void') {
    c.fail(place, `'${name}' returns ${typeWords(type.result)}, which is never defined here`)
  }
  const meaning = c.scopes.lookUpHere(name)
  if (meaning && meaning.kind !== 'function' && meaning.kind !== 'poisoned') {
    c.fail(place, `'${name}' is a function here, but something else at ${placeText(meaning.place, place)}`)
  }
  const symbol = declareFunction(c, { name, place, isStatic: specifiers.storage === 'static' }, type)
  if (symbol.isDefined) {
    c.fail(
      place,
      `the function '${name}' is defined a second time; the first is at ${placeText(symbol.place, place)}`,
    )
  }
  if (name === 'main' && type.result.kind === 'void') {
    c.warn(place, "'main' returns an int, the program's exit status, but here it is void")
  }
  symbol.isDefined = true
  symbol.type = type
  const mutable = symbol as { -readonly [K in keyof FunctionSymbol]: FunctionSymbol[K] }
  mutable.place = place
  symbol.isConstructor =
    specifiers.attributes.constructor || declarator.attributes.constructor || !!symbol.isConstructor
  symbol.isDestructor =
    specifiers.attributes.destructor || declarator.attributes.destructor || !!symbol.isDestructor
  c.scopes.declare(name, { kind: 'function', symbol, place })
  return symbol
}

function declareBroken(c: Context, { declarator }: FunctionDefinition): void {
  const { name, place } = declarator
  if (name !== null && !c.scopes.lookUpHere(name)) c.scopes.declare(name, { kind: 'poisoned', place })
}

function declareParameter(c: Context, state: FunctionState, parameter: Parameter, type: CType): void {
  const { name, place } = parameter.declarator
  if (isIncomplete(type)) {
    c.fail(
      place,
      `the parameter '${name ?? ''}' has the type ${typeWords(type)}, which is never defined here`,
    )
  }
  const variable = state.addLocal({
    name: name ?? '',
    type,
    place,
    isParameter: true,
    alignment: 0,
    isVariableLength: false,
    scopeEndLine: c.scopes.endLine,
  })
  if (name !== null) c.scopes.declare(name, { kind: 'variable', variable, place })
  if (parameter.declarator.derivations[0]?.kind === 'array') c.arrayParameters.add(variable)
}

/** `int a[n][m]` as a parameter: its rows get their size when the function is entered. */
function parameterSizes(c: Context, state: FunctionState, header: Header): TypedStatement[] {
  header.parameters.forEach((parameter, i) => {
    const local = state.locals[i]!
    const { type } = local
    if (type.kind !== 'pointer' || !isUnknownArray(type.target)) return
    const mutable = local as { -readonly [K in keyof typeof local]: (typeof local)[K] }
    mutable.type = parameterType(c, parameter)
  })
  const sizes = state.pending
  state.pending = []
  return sizes
}

function isUnknownArray(type: CType): boolean {
  return type.kind === 'array' && (type.length === null || isUnknownArray(type.element))
}

function checkGotos(c: Context, state: FunctionState): void {
  for (const { label, place } of state.gotos) {
    if (state.labels.has(label)) continue
    const guess = nearest(label, state.labels.keys())
    const hint = guess ? `; did you mean '${guess}'?` : ''
    c.error(place, `there is no label '${label}' in this function${hint}`)
  }
}

/** `main` returns 0 at its end (C99 5.1.2.2.3); other functions that promise a value should not get there. */
function ending(
  c: Context,
  state: FunctionState,
  items: readonly TypedStatement[],
  end: Place,
): TypedStatement[] {
  const { symbol, result } = state
  if (result.kind === 'void' || !mayFallThrough(c, items)) return []
  if (symbol.name === 'main' && result.kind === 'integer') {
    const mark = { place: end, endLine: end.line, endColumn: end.column + 1 }
    return [{ kind: 'return', value: integer(0n, INT, end), mark }]
  }
  c.warn(end, `the end of '${symbol.name}' can be reached without a return of its ${typeWords(result)}`)
  return []
}
