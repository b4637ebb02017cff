import type { DataModel } from '../../../src/engine/workload/c/source.ts'
import { Dice } from './dice.ts'
import type { Effects } from './effects.ts'
import type { Node } from './tree.ts'
import type { ArithmeticType, IntegerType, RecordType, Type } from './types.ts'
import { integerTypes } from './types.ts'

/** An expression of an arithmetic type. */
export interface Value {
  readonly text: string
  /** How tightly its outermost operator binds: see LEVEL. */
  readonly level: number
  readonly type: ArithmeticType
  readonly effects: Effects
}

export interface Variable {
  readonly name: string
  readonly type: Type
  /** What reading and writing it counts as (effects.ts). */
  readonly key: string
  readonly isWritable: boolean
  /** Whether pointers to it may be kept. */
  readonly isExposed: boolean
  /** How many scopes it lies in; 0: it lives as long as the program. */
  readonly depth: number
}

export interface FunctionInfo {
  readonly name: string
  readonly result: ArithmeticType | RecordType | null
  readonly parameters: readonly Type[]
  /** It reads and writes nothing but its parameters. */
  readonly isPure: boolean
}

/**
 * The makers of expressions, which need one another. `depth` bounds how deep the expression is nested; `beside` are the
 * effects of what is evaluated together with it in no fixed order.
 */
export interface Makers {
  /** Of an integer type. */
  integer(c: Context, depth: number, beside: Effects): Value
  /** Of type float or double. */
  real(c: Context, depth: number, beside: Effects): Value
}

/** What the generator knows while it writes one program. */
export class Context {
  readonly dice: Dice
  /** At file scope, in order. */
  readonly items: Node[] = []
  readonly records: RecordType[] = []
  readonly functions: FunctionInfo[] = []
  /** Integer types, enumerations and typedef names among them. */
  readonly integers: IntegerType[]
  readonly enumerators: string[] = []
  variables: Variable[] = []
  depth = 0
  loops = 0
  /** Inside a function that may use nothing but its parameters. */
  isPure = false
  /** Inside an expression that must be constant. */
  isConstant = false
  private count = 0

  constructor(
    readonly name: string,
    readonly model: DataModel,
    seed: number,
    private readonly makers: Makers,
  ) {
    this.dice = new Dice(seed)
    this.integers = integerTypes(model)
  }

  integer(depth: number, beside: Effects): Value {
    return this.makers.integer(this, depth, beside)
  }

  real(depth: number, beside: Effects): Value {
    return this.makers.real(this, depth, beside)
  }

  /** An expression of any arithmetic type. */
  value(depth: number, beside: Effects): Value {
    const isInteger = this.isConstant || this.dice.percent(75)
    return isInteger ? this.integer(depth, beside) : this.real(depth, beside)
  }

  /** What `make` returns, made of constants only. */
  constant<T>(make: () => T): T {
    const outer = this.isConstant
    this.isConstant = true
    const result = make()
    this.isConstant = outer
    return result
  }

  /** A new name at file scope. */
  globalName(letter: string): string {
    return `${this.name}_${letter}${this.count++}`
  }

  /** A new name within a function. */
  localName(letter: string): string {
    return `${letter}${this.count++}`
  }

  /** What `make` returns, made in a scope of its own. */
  scoped<T>(make: () => T): T {
    const outer = this.variables
    this.variables = [...outer]
    this.depth++
    const result = make()
    this.depth--
    this.variables = outer
    return result
  }

  /** What `make` returns, made inside a loop. */
  looped<T>(make: () => T): T {
    this.loops++
    const result = this.scoped(make)
    this.loops--
    return result
  }
}
