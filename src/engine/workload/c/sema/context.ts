import type { BlockItem, EnumSpecifier, Expression, Initialiser, RecordSpecifier, TypeName } from '../ast.ts'
import type { DataModel, Diagnostics, Place } from '../source.ts'
import type {
  FunctionSymbol,
  GlobalVariable,
  LocalVariable,
  LValue,
  Mark,
  SwitchCase,
  TypedExpression,
  TypedFunction,
  TypedStatement,
} from '../typed.ts'
import type { CType, IntegerType } from '../types.ts'
import { Scopes } from './scopes.ts'

/** Thrown after an error was reported, to where analysis can go on: so that one mistake makes one message. */
export class Failed {}

/** What an expression yields before it is used: an lvalue stays one until its value or its address is asked for. */
export type Operand = TypedExpression | LValue

/** A variable whose type an initialiser may still complete. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A switch whose body is being analysed. */
export interface OpenSwitch {
  readonly type: IntegerType
  readonly cases: { readonly case: SwitchCase; readonly place: Place }[]
}

/** The function whose body is being analysed. */
export class FunctionState {
  readonly locals: LocalVariable[] = []
  /** What must run before the expression or declaration at hand: sizes of variable-length arrays. */
  pending: TypedStatement[] = []
  readonly labels = new Map<string, Place>()
  readonly gotos: { readonly label: string; readonly place: Place }[] = []
  readonly switches: OpenSwitch[] = []
  loops = 0
  /** The innermost block has declared a variable-length array. */
  hasVariableArray = false

  constructor(
    readonly symbol: FunctionSymbol,
    readonly result: CType,
    /** `__func__` in statement-free places. */
    readonly place: Place,
  ) {}

  addLocal(local: Omit<LocalVariable, 'kind' | 'index'>): Mutable<LocalVariable> {
    const variable: Mutable<LocalVariable> = { kind: 'local', index: this.locals.length, ...local }
    this.locals.push(variable)
    return variable
  }
}

/**
 * The parts of the analysis that need one another in a circle (an expression may hold a type, a type an expression, a
 * statement expression both): each reaches the others through the context. index.ts puts them together.
 */
export interface Parts {
  operand(c: Context, expression: Expression): Operand
  typeName(c: Context, type: TypeName): CType
  taggedType(c: Context, specifier: RecordSpecifier | EnumSpecifier): CType
  /** Analyses items of a block in the scope at hand. */
  items(c: Context, items: readonly BlockItem[]): TypedStatement[]
  automaticInitialiser(
    c: Context,
    variable: Mutable<LocalVariable>,
    initialiser: Initialiser,
    mark: Mark,
  ): TypedStatement
  staticInitialiser(c: Context, variable: GlobalVariable, initialiser: Initialiser): void
}

/** Nested expressions and statements beyond this would exhaust the stack of the JavaScript engine. */
const DEEPEST = 700

/** All that the analysis of one unit knows and has made so far. */
export class Context {
  readonly scopes = new Scopes()
  readonly globals: GlobalVariable[] = []
  readonly functionSymbols: FunctionSymbol[] = []
  readonly functions: TypedFunction[] = []
  /** Variables and functions with linkage, whatever block names them. */
  readonly linked = new Map<string, GlobalVariable | FunctionSymbol>()
  /** String literals by their bytes: equal ones share a variable. */
  readonly strings = new Map<string, GlobalVariable>()
  /** Typedef names that mean an unsigned size. */
  readonly sizeAliases = new Set(['size_t', 'rsize_t'])
  /** Where the functions of the unit are defined, those still to come too. */
  readonly definitions = new Map<string, Place>()
  /** Null at file scope. */
  function: FunctionState | null = null
  /** Variables and functions that an evaluated expression names. */
  readonly used = new Set<GlobalVariable | FunctionSymbol>()
  /** Above 0 in the parameters of a function that is not defined there: sizes of arrays are not computed. */
  prototypes = 0
  /** Above 0 in the operand of sizeof and the like, which never runs. */
  unevaluated = 0
  /** Variables of file scope that have had their initialiser. */
  readonly initialised = new Set<GlobalVariable>()
  /** Parameters that are written as arrays, and are pointers. */
  readonly arrayParameters = new Set<LocalVariable>()
  /** Functions declared only by being called. */
  readonly implicit = new Set<FunctionSymbol>()
  /** Functions that never return. */
  readonly noreturn = new Set([
    'abort',
    'exit',
    '_exit',
    '_Exit',
    '__assert_fail',
    '__builtin_abort',
    'longjmp',
  ])
  private depth = 0

  constructor(
    readonly model: DataModel,
    readonly diagnostics: Diagnostics,
    readonly parts: Parts,
  ) {}

  /** Reports an error and gives up what is being analysed. */
  fail(place: Place, message: string): never {
    this.diagnostics.error(place, message)
    throw new Failed()
  }

  error(place: Place, message: string): void {
    this.diagnostics.error(place, message)
  }

  warn(place: Place, message: string): void {
    this.diagnostics.warn(place, message)
  }

  /** Runs `analyse`; when it gave up, `otherwise` stands for its result. */
  recover<T, U>(analyse: () => T, otherwise: U): T | U {
    const depth = this.depth
    const { unevaluated, prototypes } = this
    const scopes = this.scopes.depth
    try {
      return analyse()
    } catch (thrown) {
      if (!(thrown instanceof Failed)) throw thrown
      this.depth = depth
      this.scopes.leaveTo(scopes)
      this.unevaluated = unevaluated
      this.prototypes = prototypes
      return otherwise
    }
  }

  /** Runs `analyse` one level of nesting deeper. */
  nested<T>(place: Place, analyse: () => T): T {
    if (++this.depth > DEEPEST) this.diagnostics.fatal(place, `nesting is deeper than ${DEEPEST} levels here`)
    const result = analyse()
    this.depth--
    return result
  }

  /** Analyses what is never evaluated: the operand of sizeof, typeof, _Generic. */
  asUnevaluated<T>(analyse: () => T): T {
    this.unevaluated++
    const result = analyse()
    this.unevaluated--
    return result
  }

  operand(expression: Expression): Operand {
    return this.parts.operand(this, expression)
  }

  typeName(type: TypeName): CType {
    return this.parts.typeName(this, type)
  }

  /** A local without a name: a temporary, a compound literal, the size of an array. */
  hiddenLocal(type: CType, place: Place, alignment = 0): Mutable<LocalVariable> {
    if (!this.function) return this.fail(place, 'this needs a function around it')
    return this.function.addLocal({
      name: '',
      type,
      place,
      isParameter: false,
      alignment,
      isVariableLength: false,
      scopeEndLine: this.scopes.endLine,
    })
  }
}
