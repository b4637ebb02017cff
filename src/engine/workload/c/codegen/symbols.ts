import type { Diagnostics, Place } from '../source.ts'
import type { FunctionSymbol, GlobalVariable, TypedFunction, TypedUnit } from '../typed.ts'

/** A unit to be linked. */
export interface LinkUnit {
  readonly unit: TypedUnit
  readonly isLibrary: boolean
}

/** A function with a body, in one of the units. */
export interface DefinedFunction {
  readonly of: TypedFunction
  readonly isLibrary: boolean
}

/** A variable with storage, in one of the units. */
export interface DefinedVariable {
  readonly variable: GlobalVariable
  readonly isLibrary: boolean
  /** Index of its unit. */
  readonly unit: number
}

/**
 * What the names of a program mean, over all its files. The person's definitions win over the library's. Two definitions
 * of the person's are an error, unless both are variables of which one at most has an initialiser (as with gcc -fcommon).
 */
export class Symbols {
  private readonly functions = new Map<string, DefinedFunction>()
  private readonly variables = new Map<string, DefinedVariable>()
  private readonly bySymbol = new Map<FunctionSymbol, DefinedFunction>()
  private readonly byVariable = new Map<GlobalVariable, DefinedVariable>()

  constructor(
    units: readonly LinkUnit[],
    private readonly diagnostics: Diagnostics,
  ) {
    units.forEach(({ unit, isLibrary }, index) => {
      for (const of of unit.functions) this.addFunction({ of, isLibrary })
      for (const variable of unit.globals)
        if (variable.isDefined || !variable.isExternal) this.addVariable({ variable, isLibrary, unit: index })
    })
  }

  /** The definition that a function's name means; undefined if no file has one. */
  function(symbol: FunctionSymbol): DefinedFunction | undefined {
    return symbol.isExternal ? this.functions.get(symbol.name) : this.bySymbol.get(symbol)
  }

  functionNamed(name: string): DefinedFunction | undefined {
    return this.functions.get(name)
  }

  /** The definition that a variable's name means; undefined if no file has one. */
  variable(variable: GlobalVariable): DefinedVariable | undefined {
    return variable.isExternal ? this.variables.get(variable.name) : this.byVariable.get(variable)
  }

  private addFunction(defined: DefinedFunction): void {
    const { symbol, place } = defined.of
    this.bySymbol.set(symbol, defined)
    if (!symbol.isExternal) return
    const known = this.functions.get(symbol.name)
    if (known === undefined || known.isLibrary) this.functions.set(symbol.name, defined)
    else if (!defined.isLibrary) this.reportTwice(symbol.name, place, known.of.place)
  }

  private addVariable(defined: DefinedVariable): void {
    const { variable, isLibrary } = defined
    this.byVariable.set(variable, defined)
    if (!variable.isExternal) return
    const known = this.variables.get(variable.name)
    if (known === undefined || known.isLibrary || known.variable.initialiser === null) {
      if (!isLibrary || known === undefined || known.isLibrary) this.variables.set(variable.name, defined)
    } else if (!isLibrary && variable.initialiser !== null)
      this.reportTwice(variable.name, variable.place, known.variable.place)
  }

  private reportTwice(name: string, place: Place, first: Place): void {
    this.diagnostics.error(
      place,
      `'${name}' is defined a second time; the first definition is at ${first.file}:${first.line}`,
    )
  }
}
