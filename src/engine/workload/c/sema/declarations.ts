import type { Declaration, InitDeclarator, Specifiers, StaticAssertion } from '../ast.ts'
import type { TypedStatement } from '../typed.ts'
import type { CType, FunctionType } from '../types.ts'
import { isIncomplete, isVariable } from './basic-types.ts'
import type { Context } from './context.ts'
import { alignmentOf, declaredType, specifiedType } from './declarators.ts'
import { integerConstant } from './integer-constant.ts'
import { declareFunction, declareGlobal, staticLocal } from './linkage.ts'
import { placeText } from './messages.ts'
import { takePending } from './pending.ts'
import { declareRecordHere } from './records.ts'
import { checkRedeclared } from './redeclared.ts'
import { sameType } from './same-type.ts'
import { typeWords } from './type-text.ts'
import { sizeValue } from './values.ts'

/** A declaration: its names are known from here on; in a function the statements that it runs are returned. */
export function analyseDeclaration(c: Context, declaration: Declaration): TypedStatement[] {
  const { specifiers, declarators } = declaration
  const { type } = specifiers
  if (declarators.length === 0 && type.kind === 'record' && !type.members) declareRecordHere(c, type)
  const base = c.recover(() => specifiedType(c, specifiers), null)
  const statements: TypedStatement[] = []
  for (const each of declarators) {
    if (base) c.recover(() => declareOne(c, specifiers, base, each, statements), null)
    declarePoisoned(c, each)
  }
  if (declarators.length === 0 && base) statements.push(...takePending(c))
  return statements
}

/** A name whose declaration failed: unless it got its meaning before that, uses of it say nothing more. */
function declarePoisoned(c: Context, { declarator }: InitDeclarator): void {
  const { name, place } = declarator
  if (name !== null && !c.scopes.lookUpHere(name)) c.scopes.declare(name, { kind: 'poisoned', place })
}

function declareOne(
  c: Context,
  specifiers: Specifiers,
  base: CType,
  each: InitDeclarator,
  statements: TypedStatement[],
): void {
  const { declarator } = each
  const { name, place } = declarator
  if (name === null) return
  const type = declaredType(c, base, declarator)
  statements.push(...takePending(c))
  const own = alignmentOf(c, declarator.attributes, place)
  const alignment = Math.max(own, alignmentOf(c, specifiers.attributes, place))
  if (specifiers.storage === 'typedef') declareTypedef(c, each, type, alignment)
  else if (type.kind === 'function') functionDeclaration(c, specifiers, each, type)
  else if (c.scopes.isFileScope || specifiers.storage === 'extern') {
    globalVariable(c, specifiers, each, type, alignment)
  } else if (specifiers.storage === 'static' || specifiers.isThread) staticVariable(c, each, type, alignment)
  else statements.push(...localVariable(c, each, type, alignment))
}

function functionDeclaration(
  c: Context,
  specifiers: Specifiers,
  { declarator, initialiser }: InitDeclarator,
  type: FunctionType,
): void {
  const { place, attributes } = declarator
  const name = declarator.name!
  if (initialiser) c.fail(place, `the function '${name}' cannot be initialised like a variable`)
  const here = c.scopes.lookUpHere(name)
  if (here && here.kind !== 'function') checkRedeclared(c, name, place)
  const symbol = declareFunction(c, { name, place, isStatic: specifiers.storage === 'static' }, type)
  if (specifiers.attributes.noreturn || attributes.noreturn) c.noreturn.add(name)
  symbol.isConstructor ||= specifiers.attributes.constructor || attributes.constructor
  symbol.isDestructor ||= specifiers.attributes.destructor || attributes.destructor
  c.scopes.declare(name, { kind: 'function', symbol, place })
}

function declareTypedef(c: Context, { declarator }: InitDeclarator, meant: CType, alignment: number): void {
  const { place } = declarator
  const name = declarator.name!
  const known = c.scopes.lookUpHere(name)
  if (known?.kind === 'typedef') {
    if (sameType(known.type, meant)) return
    const words = `the type '${name}' is ${typeWords(meant)} here`
    c.fail(place, `${words}, but ${typeWords(known.type)} at ${placeText(known.place, place)}`)
  }
  checkRedeclared(c, name, place)
  if (meant.alias !== undefined && c.sizeAliases.has(meant.alias)) c.sizeAliases.add(name)
  const type: CType = { ...meant, alias: name, ...(alignment > 0 ? { alignment } : {}) }
  c.scopes.declare(name, { kind: 'typedef', type, place })
}

function globalVariable(
  c: Context,
  specifiers: Specifiers,
  { declarator, initialiser }: InitDeclarator,
  type: CType,
  alignment: number,
): void {
  const { place } = declarator
  const name = declarator.name!
  checkObjectType(c, name, type, declarator.place, true)
  if (isVariable(type))
    c.fail(place, `the length of '${name}' must be known when compiling, since it is no local variable`)
  const isDefined = specifiers.storage !== 'extern' || initialiser !== null
  const here = c.scopes.lookUpHere(name)
  if (here && here.kind !== 'variable') checkRedeclared(c, name, place)
  if (here?.kind === 'variable' && here.variable.kind === 'local') checkRedeclared(c, name, place)
  const isStatic = specifiers.storage === 'static'
  const variable = declareGlobal(c, { name, place, isStatic }, type, { isDefined, alignment })
  c.scopes.declare(name, { kind: 'variable', variable, place })
  if (!initialiser) return
  if (c.initialised.has(variable)) {
    c.fail(
      place,
      `'${name}' is initialised a second time; it is first at ${placeText(variable.place, place)}`,
    )
  }
  c.initialised.add(variable)
  c.parts.staticInitialiser(c, variable, initialiser)
}

function staticVariable(c: Context, each: InitDeclarator, type: CType, alignment: number): void {
  const { declarator, initialiser } = each
  const { place } = declarator
  const name = declarator.name!
  checkRedeclared(c, name, place)
  checkObjectType(c, name, type, place, initialiser !== null)
  if (isVariable(type))
    c.fail(place, `the length of '${name}' must be known when compiling, since it is static`)
  const variable = staticLocal(c, { name, place, isStatic: true }, type, alignment)
  c.scopes.declare(name, { kind: 'variable', variable, place })
  if (initialiser) c.parts.staticInitialiser(c, variable, initialiser)
}

function localVariable(c: Context, each: InitDeclarator, type: CType, alignment: number): TypedStatement[] {
  const { declarator, initialiser } = each
  const { place } = declarator
  const name = declarator.name!
  checkRedeclared(c, name, place)
  checkObjectType(c, name, type, place, initialiser !== null)
  const isVariableLength = isVariable(type)
  const variable = c.function!.addLocal({
    name,
    type,
    place,
    isParameter: false,
    alignment,
    isVariableLength,
    scopeEndLine: c.scopes.endLine,
  })
  c.scopes.declare(name, { kind: 'variable', variable, place })
  if (isVariableLength) {
    if (initialiser)
      c.fail(place, `'${name}' cannot be initialised, since its length is known only at run time`)
    c.function!.hasVariableArray = true
    return [{ kind: 'allocate', variable, size: sizeValue(c, type, place), mark: each }]
  }
  if (!initialiser) return []
  const statement = c.parts.automaticInitialiser(c, variable, initialiser, each)
  return [...takePending(c), statement]
}

/** Variables need a complete type; only an array's length may come later. */
function checkObjectType(
  c: Context,
  name: string,
  type: CType,
  place: InitDeclarator['place'],
  mayGrow: boolean,
): void {
  if (type.kind === 'void') c.fail(place, `the variable '${name}' cannot have the type void`)
  if (!isIncomplete(type)) return
  if (type.kind === 'array' && type.length === null && !isIncomplete(type.element)) {
    if (!mayGrow) c.fail(place, `the array '${name}' needs a length or an initialiser`)
    return
  }
  const isLater = c.scopes.isFileScope && type.kind === 'record'
  const hint = type.kind === 'record' ? ': only a pointer to it can be declared' : ''
  if (!isLater) c.fail(place, `'${name}' has the type ${typeWords(type)}, which is never defined here${hint}`)
}

/** `_Static_assert`. */
export function analyseAssertion(c: Context, assertion: StaticAssertion): void {
  c.recover(() => {
    const { value } = integerConstant(c, assertion.condition, 'the condition of _Static_assert')
    if (value !== 0n) return
    const text = assertion.message === null ? '' : `: ${assertion.message}`
    c.fail(assertion.condition.place, `this static assertion does not hold${text}`)
  }, null)
}
