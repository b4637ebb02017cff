import type { Bytes } from '../../units.ts'
import type { Place } from './source.ts'
import type { CType, FunctionType, Member, RecordType } from './types.ts'

/*
 * The typed tree: names resolved, types known, every conversion written out, constants folded. The code generator
 * needs nothing else. An expression is an rvalue; what has an address is an lvalue, and `load` makes a value of it.
 * Every expression has a scalar type, a record type (its value is then "the record at an address"), or void.
 */

/** A variable with static storage: of file scope, a static local, a string literal, a compound literal at file scope. */
export interface GlobalVariable {
  readonly kind: 'global'
  readonly name: string
  /** Completed at the end of the unit (`int a[] = {1, 2}`). */
  type: CType
  readonly place: Place
  /** Seen by other files. */
  isExternal: boolean
  /** Whether this file defines it (a tentative definition counts). */
  isDefined: boolean
  /** null: zero (bss). */
  initialiser: StaticInitialiser | null
  /** const data and string literals go to rodata. */
  isReadOnly: boolean
  /** aligned(n): at least this; 0 for the type's own. */
  readonly alignment: Bytes
  /** For a static local: the function it belongs to. */
  readonly owner: string | null
  /** A string literal, which has no name a person gave. */
  readonly isString: boolean
}

/** The bytes of a static object, and the addresses to be put into them. */
export interface StaticInitialiser {
  readonly bytes: Uint8Array
  readonly addresses: readonly StaticAddress[]
}

/** At `offset` of the object stands the address of `target` plus `addend`, as a pointer of the data model. */
export interface StaticAddress {
  readonly offset: Bytes
  readonly target: GlobalVariable | FunctionSymbol
  readonly addend: number
}

export interface FunctionSymbol {
  readonly kind: 'function'
  readonly name: string
  type: FunctionType
  readonly place: Place
  isExternal: boolean
  /** Whether this file holds its body. */
  isDefined: boolean
  isConstructor?: boolean
  isDestructor?: boolean
}

/** A variable in a frame. Sema numbers them from 0 in order of declaration; parameters come first. */
export interface LocalVariable {
  readonly kind: 'local'
  readonly index: number
  /** '' for a hidden one (a temporary, the size of a VLA). */
  readonly name: string
  readonly type: CType
  readonly place: Place
  readonly isParameter: boolean
  readonly alignment: Bytes
  /** A variable-length array: the local itself holds a pointer to its elements. */
  readonly isVariableLength: boolean
  /** Lines of the block that it belongs to: visible from `place` to this line. */
  readonly scopeEndLine: number
}

export interface TypedFunction {
  readonly symbol: FunctionSymbol
  readonly locals: readonly LocalVariable[]
  /** How many of `locals` are parameters. */
  readonly parameters: number
  readonly body: TypedStatement
  readonly place: Place
  /** Where its closing brace stands. */
  readonly endPlace: Place
}

export interface TypedUnit {
  readonly file: string
  readonly functions: readonly TypedFunction[]
  /** All variables with static storage that the file defines or names, in order of first appearance. */
  readonly globals: readonly GlobalVariable[]
  readonly functionSymbols: readonly FunctionSymbol[]
}

/** A stretch of one line, or of several: what is marked when a statement is the current one. */
export interface Mark {
  readonly place: Place
  readonly endLine: number
  readonly endColumn: number
}

// --- Lvalues --------------------------------------------------------------------------------

export type LValue =
  | {
      readonly kind: 'variable'
      readonly variable: LocalVariable | GlobalVariable
      readonly type: CType
      readonly place: Place
    }
  /** `*pointer`. */
  | { readonly kind: 'deref'; readonly pointer: TypedExpression; readonly type: CType; readonly place: Place }
  /** `base.member`. For a bit-field, `member.bits` is there: it can be loaded and stored, but has no address. */
  | {
      readonly kind: 'member'
      readonly base: LValue
      readonly member: Member
      readonly type: CType
      readonly place: Place
    }
  /** `array[index]` of an array lvalue whose length is known at compile time (pointers go through `deref`). `index` has type long. */
  | {
      readonly kind: 'element'
      readonly base: LValue
      readonly index: TypedExpression
      readonly length: number
      readonly type: CType
      readonly place: Place
    }
  /** The record that an expression of record type yields (`f().a`, `(a = b).c`), as a temporary. */
  | {
      readonly kind: 'record-value'
      readonly value: TypedExpression
      readonly type: RecordType
      readonly place: Place
    }

// --- Expressions ----------------------------------------------------------------------------

/** Operators on two operands of the same type (apart from shifts, whose right operand is an int). */
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '<<' | '>>' | '&' | '|' | '^'
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

interface Base {
  readonly type: CType
  readonly place: Place
}

export type TypedExpression =
  /** An integer or pointer constant; `value` lies in the range of its type (signed types: negative values as such). */
  | (Base & { readonly kind: 'integer'; readonly value: bigint })
  | (Base & { readonly kind: 'float'; readonly value: number })
  /** The value of an lvalue of scalar or record type. */
  | (Base & { readonly kind: 'load'; readonly from: LValue })
  /** `&lvalue`, and arrays that decay to a pointer to their first element. */
  | (Base & { readonly kind: 'address'; readonly of: LValue })
  /** A function as a pointer to itself. */
  | (Base & { readonly kind: 'function'; readonly symbol: FunctionSymbol })
  | (Base & { readonly kind: 'negate' | 'complement'; readonly operand: TypedExpression })
  /** `!operand`: int 0 or 1; the operand is any scalar. */
  | (Base & { readonly kind: 'not'; readonly operand: TypedExpression })
  /** Operands are converted to `type` already. `isSize`: an operand was written as size_t (or the like), so that wrapping matters. */
  | (Base & {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: TypedExpression
      readonly right: TypedExpression
      readonly isSize: boolean
    })
  /** int 0 or 1. Both operands have the same arithmetic type, or both are pointers. */
  | (Base & {
      readonly kind: 'compare'
      readonly operator: CompareOperator
      readonly left: TypedExpression
      readonly right: TypedExpression
    })
  /** `pointer + index * scale`, or minus. `index` has the type long (int under ILP32). `scale` in bytes; a VLA's is an expression. */
  | (Base & {
      readonly kind: 'pointer-add'
      readonly pointer: TypedExpression
      readonly index: TypedExpression
      readonly isMinus: boolean
      readonly scale: Bytes | TypedExpression
    })
  /** `(left - right) / scale`, type ptrdiff_t. */
  | (Base & {
      readonly kind: 'pointer-difference'
      readonly left: TypedExpression
      readonly right: TypedExpression
      readonly scale: Bytes
    })
  | (Base & { readonly kind: 'and' | 'or'; readonly left: TypedExpression; readonly right: TypedExpression })
  | (Base & {
      readonly kind: 'conditional'
      readonly condition: TypedExpression
      readonly then: TypedExpression
      readonly otherwise: TypedExpression
    })
  | (Base & { readonly kind: 'comma'; readonly left: TypedExpression; readonly right: TypedExpression })
  /** Between scalar types, as C99 6.3 says; to void: the value is dropped. `isExplicit`: a cast was written. */
  | (Base & { readonly kind: 'convert'; readonly operand: TypedExpression; readonly isExplicit: boolean })
  /** The value is that of the target after the assignment. A record is copied. */
  | (Base & { readonly kind: 'assign'; readonly target: LValue; readonly value: TypedExpression })
  /**
   * `target op= value`: the target's value is converted to `compute`, combined, converted back and stored; the target's
   * address is computed once. `value` has type `compute` (int for shifts). With a pointer target `compute` is that
   * pointer type, `value` an index of type long and `scale` the size of what it points to.
   */
  | (Base & {
      readonly kind: 'compound-assign'
      readonly operator: ArithmeticOperator
      readonly target: LValue
      readonly value: TypedExpression
      readonly compute: CType
      readonly scale: Bytes | TypedExpression
      readonly isSize: boolean
    })
  /** `++`, `--`: delta is ±1, for pointers ± the size of what they point to (a VLA's is an expression). */
  | (Base & {
      readonly kind: 'step'
      readonly target: LValue
      readonly delta: number | TypedExpression
      readonly isPrefix: boolean
    })
  /** Arguments are converted (or promoted, where variadic or unspecified). Those from `fixed` on are variadic. */
  | (Base & {
      readonly kind: 'call'
      readonly callee: FunctionSymbol | TypedExpression
      readonly arguments: readonly TypedExpression[]
      readonly fixed: number
      readonly isVariadic: boolean
    })
  /** `value` is computed by the code generator itself: see `BuiltinName`. */
  | (Base & {
      readonly kind: 'builtin'
      readonly name: BuiltinName
      readonly arguments: readonly TypedExpression[]
    })
  /** Runs initialisers (of a compound literal), then is the value. */
  | (Base & {
      readonly kind: 'with-statements'
      readonly before: readonly TypedStatement[]
      readonly value: TypedExpression
    })

/**
 * - `va-start(list address)`; `va-copy(to address, from address)`; `va-arg(list address)`: the next argument, of the
 *   expression's type; `va-end` is nothing. A list is x86-64's record, or under ILP32 a pointer to the next argument.
 * - `alloca(size)`, `frame-address`, `return-address`, `trap`, `unreachable`.
 */
export type BuiltinName =
  | 'va-start'
  | 'va-arg'
  | 'va-copy'
  | 'alloca'
  | 'frame-address'
  | 'return-address'
  | 'trap'
  | 'unreachable'

// --- Statements -----------------------------------------------------------------------------

export type TypedStatement =
  /** `isScope` is false for what the compiler made by itself. `freesStack`: it declares a VLA, whose space ends with it. */
  | { readonly kind: 'block'; readonly body: readonly TypedStatement[]; readonly freesStack: boolean }
  | { readonly kind: 'expression'; readonly value: TypedExpression; readonly mark: Mark }
  /** A local gets its value: first all zero if `zeroed`, then the parts. One step for the person who steps. */
  | {
      readonly kind: 'initialise'
      readonly variable: LocalVariable
      readonly isZeroed: boolean
      readonly parts: readonly { readonly target: LValue; readonly value: TypedExpression }[]
      readonly mark: Mark
    }
  /** Space for a variable-length array of `size` bytes (type size_t); `sizes` are the hidden locals to be set first. */
  | {
      readonly kind: 'allocate'
      readonly variable: LocalVariable
      readonly size: TypedExpression
      readonly mark: Mark
    }
  | {
      readonly kind: 'if'
      readonly condition: TypedExpression
      readonly then: TypedStatement
      readonly otherwise: TypedStatement | null
      readonly mark: Mark
    }
  /** `while`, `for`, `do`: `isPostTested` for do. The marks are those of the condition and of the step. */
  | {
      readonly kind: 'loop'
      readonly init: TypedStatement | null
      readonly condition: TypedExpression | null
      readonly conditionMark: Mark
      readonly step: TypedExpression | null
      readonly stepMark: Mark
      readonly body: TypedStatement
      readonly isPostTested: boolean
    }
  /** `value` has the promoted type; case values are converted to it. Labels are `case-label` statements in the body. */
  | {
      readonly kind: 'switch'
      readonly value: TypedExpression
      readonly cases: readonly SwitchCase[]
      readonly body: TypedStatement
      readonly mark: Mark
    }
  /** Marks the place of `cases[number]` of the innermost switch. */
  | { readonly kind: 'case-label'; readonly case: SwitchCase; readonly body: TypedStatement }
  | { readonly kind: 'label'; readonly name: string; readonly body: TypedStatement }
  | { readonly kind: 'goto'; readonly label: string; readonly mark: Mark }
  | { readonly kind: 'break' | 'continue'; readonly mark: Mark }
  | { readonly kind: 'return'; readonly value: TypedExpression | null; readonly mark: Mark }
  | { readonly kind: 'empty'; readonly mark: Mark | null }

/** One case of a switch; `from` to `to` inclusive, or the default. Identity links the label to the switch. */
export interface SwitchCase {
  readonly isDefault: boolean
  readonly from: bigint
  readonly to: bigint
}
