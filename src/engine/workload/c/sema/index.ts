import type { TranslationUnit } from '../ast.ts'
import type { DataModel, Diagnostics } from '../source.ts'
import type { GlobalVariable, TypedUnit } from '../typed.ts'
import { initialiseAutomatic } from './automatic-initialisers.ts'
import { isIncomplete } from './basic-types.ts'
import { Context, type Parts } from './context.ts'
import { analyseAssertion, analyseDeclaration } from './declarations.ts'
import { typeNamed } from './declarators.ts'
import { enumType } from './enums.ts'
import { analyseExpression } from './expressions.ts'
import { analyseFunction } from './functions.ts'
import { recordType } from './records.ts'
import { analyseItems } from './statements.ts'
import { initialiseStatic } from './static-initialisers.ts'
import { typeWords } from './type-text.ts'

export { alignOf, pointerSize, sizeOf, variableAlignOf } from './layout.ts'
export { sameType } from './same-type.ts'
export { typeText } from './type-text.ts'

const PARTS: Parts = {
  operand: analyseExpression,
  typeName: typeNamed,
  taggedType: (c, specifier) =>
    specifier.kind === 'record' ? recordType(c, specifier) : enumType(c, specifier),
  items: analyseItems,
  automaticInitialiser: initialiseAutomatic,
  staticInitialiser: initialiseStatic,
}

/**
 * Gives a parsed file its meaning, as gcc 12 -std=gnu11 does on x86-64 (LP64) or under -m32 (ILP32): names resolved,
 * types known, conversions written out, constants folded. Errors and warnings go to `diagnostics`; a unit that comes
 * with errors must not be compiled further. Throws CompileStop only.
 */
export function analyse(unit: TranslationUnit, model: DataModel, diagnostics: Diagnostics): TypedUnit {
  const c = new Context(model, diagnostics, PARTS)
  for (const declaration of unit.declarations) {
    if (declaration.kind !== 'function') continue
    const { name, place } = declaration.declarator
    c.definitions.set(name!, place)
  }
  for (const declaration of unit.declarations) {
    if (declaration.kind === 'function') analyseFunction(c, declaration)
    else if (declaration.kind === 'static-assert') analyseAssertion(c, declaration)
    else analyseDeclaration(c, declaration)
  }
  for (const variable of c.globals) completeTentative(c, variable)
  warnOfMissing(c)
  return {
    file: unit.file,
    functions: c.functions,
    globals: c.globals.filter((variable) =>
      variable.isString ? c.used.has(variable) : variable.isDefined || c.used.has(variable),
    ),
    functionSymbols: c.functionSymbols.filter((symbol) => symbol.isDefined || c.used.has(symbol)),
  }
}

/** `int a[];` at the end of a file has one element; a record must be defined by then (C99 6.9.2). */
function completeTentative(c: Context, variable: GlobalVariable): void {
  const { type, place, name } = variable
  if (!variable.isDefined || !isIncomplete(type)) return
  if (type.kind === 'array') {
    c.warn(place, `the array '${name}' has no length, so it gets one element`)
    variable.type = { ...type, length: 1 }
  } else {
    c.error(place, `'${name}' has the type ${typeWords(type)}, which is never defined`)
  }
}

/** Static functions that are called but not there can be nowhere else. */
function warnOfMissing(c: Context): void {
  for (const symbol of c.functionSymbols) {
    if (symbol.isDefined || symbol.isExternal || !c.used.has(symbol)) continue
    c.warn(symbol.place, `the static function '${symbol.name}' is used but never defined`)
  }
}
