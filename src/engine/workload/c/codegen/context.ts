import type { Fixup } from '../image.ts'
import type { DataModel, Diagnostics, Place } from '../source.ts'
import type {
  FunctionSymbol,
  GlobalVariable,
  LValue,
  SwitchCase,
  TypedExpression,
  TypedFunction,
  TypedStatement,
} from '../typed.ts'
import type { FunctionType } from '../types.ts'
import type { Emitter, Label } from './emitter.ts'
import type { Frame } from './frame.ts'
import type { Registers } from './registers.ts'

/** What a function's name means in the linked program. `type`: that of the definition, where it is known. */
export type FunctionTarget =
  | { readonly kind: 'function'; readonly index: number; readonly type: FunctionType }
  | { readonly kind: 'host'; readonly index: number }
  | { readonly kind: 'undefined'; readonly message: string }

/** Finds what names mean. Asking makes the target part of the program. */
export interface Link {
  /** The target of a call. */
  callTarget(symbol: FunctionSymbol, place: Place): FunctionTarget
  /** The target of `&function`: a function, or the stub of a host function. */
  functionAddress(symbol: FunctionSymbol, place: Place): Fixup['target']
  variable(variable: GlobalVariable, place: Place): Fixup['target']
}

/** Where an object lies: at a place in the frame, at r[register] + offset, or at a place in the program's image. */
export type Location =
  | { readonly kind: 'frame'; readonly offset: number }
  | { readonly kind: 'register'; readonly register: number; readonly offset: number }
  | { readonly kind: 'image'; readonly target: Fixup['target']; readonly offset: number }

/** A construct that `break` (and in a loop `continue`) leave. */
export interface Jumps {
  readonly onBreak: Label
  readonly onContinue: Label | null
  /** How many blocks with variable-length arrays enclose it. */
  readonly depth: number
}

/**
 * The function that is being compiled. Its methods are what the parts of the code generator need of each other; all
 * of them append code.
 */
export interface Code {
  readonly model: DataModel
  readonly emitter: Emitter
  readonly registers: Registers
  readonly frame: Frame
  readonly link: Link
  readonly diagnostics: Diagnostics
  readonly of: TypedFunction
  /** Index of the function in the program. */
  readonly index: number
  /** Whether notes and steps are wanted: not in the library. */
  readonly isPersons: boolean
  /** Where the frame keeps the address for a record that the function returns; null if it returns none. */
  readonly resultHome: number | null
  readonly flow: Flow
  /** r[to] = the value; of a record or array its address; of a void expression nothing. `to` was taken before. */
  into(expression: TypedExpression, to: number): void
  /** The expression's effects only. */
  effect(expression: TypedExpression): void
  /** Jumps to the label if the value is zero, or is not; else goes on. */
  branch(expression: TypedExpression, label: Label, ifTrue: boolean): void
  /** Where the lvalue lies. Uses `scratch` if that takes a register. `isAccess`: it will be read or written there. */
  locate(lvalue: LValue, scratch: number, isAccess: boolean): Location
  statement(statement: TypedStatement): void
}

/** Labels of the function and the blocks around the current statement. */
export interface Flow {
  readonly labels: Map<string, LabelInfo>
  readonly jumps: Jumps[]
  /** The enclosing blocks with variable-length arrays, each with the frame's word that keeps sp as it was before. */
  readonly blocks: { readonly body: readonly TypedStatement[]; readonly word: number }[]
  readonly cases: Map<SwitchCase, Label>
}

/** A label of the function, with the bodies of the blocks with variable-length arrays around it. */
export interface LabelInfo {
  readonly label: Label
  readonly blocks: readonly (readonly TypedStatement[])[]
}
