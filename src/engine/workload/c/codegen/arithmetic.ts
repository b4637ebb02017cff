import type { OpName } from '../bytecode.ts'
import { OP } from '../bytecode.ts'
import type { Note } from '../image.ts'
import type { Place } from '../source.ts'
import type { ArithmeticOperator, TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import type { Code } from './context.ts'
import { describe } from './describe.ts'
import { isSigned, isSingle, kindOf } from './kinds.ts'
import { containsCall } from './tree.ts'

type Arithmetic = TypedExpression & { kind: 'arithmetic' }

/** r[to] = left op right. */
export function arithmeticInto(code: Code, expression: Arithmetic, to: number): void {
  const { left, right, operator, type } = expression
  const isNoted = isSizeNoted(code, expression)
  const delta = isNoted ? null : smallDelta(operator, right, type)
  if (delta !== null) {
    code.into(left, to)
    code.emitter.emit(kindOf(type, code.model) === 'wide' ? OP.ADDI_64 : OP.ADDI_32, to, to, 0, delta)
    return
  }
  operandsInto(code, left, right, isCommutative(operator), to, (a, b) => {
    if (isNoted) noteSize(code, expression, describe(expression), a, b)
    code.emitter.at(expression.place)
    combine(code, operator, type, to, a, b)
  })
}

/**
 * Computes two operands, one of them into r[to], and passes their registers on. From left to right, as gcc 12 does,
 * but where the operands may be swapped a plain variable on the left is read last (fold-const.c, tree_swap_operands_p).
 */
export function operandsInto(
  code: Code,
  left: TypedExpression,
  right: TypedExpression,
  maySwap: boolean,
  to: number,
  use: (left: number, right: number) => void,
): void {
  const { registers } = code
  const isSwapped = maySwap && isVariable(left) && !isVariable(right) && !isConstant(right)
  const [first, second] = isSwapped ? [right, left] : [left, right]
  code.into(first, to)
  const other = registers.take(second.place)
  const isHeld = containsCall(second)
  if (isHeld) registers.hold(to, kindOf(first.type, code.model))
  code.into(second, other)
  if (isHeld) registers.drop()
  if (isSwapped) use(other, to)
  else use(to, other)
  registers.free(other)
}

/** Appends r[to] = r[a] op r[b] for values of the type; those narrower than int do not occur. */
export function combine(
  code: Code,
  operator: ArithmeticOperator,
  type: CType,
  to: number,
  a: number,
  b: number,
): void {
  if (type.kind === 'float') {
    code.emitter.emit(FLOAT[operator]!, to, a, b)
    if (isSingle(type)) code.emitter.emit(OP.FROUND, to, to)
    return
  }
  const width = kindOf(type, code.model) === 'wide' ? 64 : 32
  code.emitter.emit(OP[`${integerName(operator, isSigned(type))}_${width}` as OpName], to, a, b)
}

const FLOAT: Partial<Record<ArithmeticOperator, number>> = {
  '+': OP.FADD,
  '-': OP.FSUB,
  '*': OP.FMUL,
  '/': OP.FDIV,
}

const INTEGER = {
  '+': 'ADD',
  '-': 'SUB',
  '*': 'MUL',
  '<<': 'SHL',
  '&': 'AND',
  '|': 'OR',
  '^': 'XOR',
} as const

function integerName(operator: ArithmeticOperator, signed: boolean): string {
  if (operator === '/') return signed ? 'DIVS' : 'DIVU'
  if (operator === '%') return signed ? 'REMS' : 'REMU'
  if (operator === '>>') return signed ? 'SHRS' : 'SHRU'
  return INTEGER[operator]
}

/** r[to] = -operand or ~operand. */
export function unaryInto(
  code: Code,
  expression: TypedExpression & { kind: 'negate' | 'complement' },
  to: number,
): void {
  const { operand, type, kind } = expression
  code.into(operand, to)
  if (type.kind === 'float') {
    code.emitter.emit(OP.FNEG, to, to)
    return
  }
  const isWide = kindOf(type, code.model) === 'wide'
  const [wide, narrow] = kind === 'negate' ? [OP.NEG_64, OP.NEG_32] : [OP.NOT_64, OP.NOT_32]
  code.emitter.emit(isWide ? wide : narrow, to, to)
}

/** `+ constant` or `- constant` as what an instruction can add; null if it is something else. */
export function smallDelta(operator: ArithmeticOperator, right: TypedExpression, type: CType): number | null {
  if (right.kind !== 'integer' || type.kind !== 'integer') return null
  if (operator !== '+' && operator !== '-') return null
  const value = operator === '+' ? right.value : -right.value
  const inRange = type.size === 4 ? BigInt.asIntN(32, value) : value
  return BigInt.asIntN(32, inRange) === inRange ? Number(inRange) : null
}

/** An operation on sizes, as an expression of its own or within an assignment. */
export interface SizeOperation {
  readonly operator: ArithmeticOperator
  readonly type: CType
  readonly isSize: boolean
  readonly place: Place
}

const SIZE_NOTES: Partial<Record<ArithmeticOperator, Note['kind']>> = {
  '+': 'size-add',
  '-': 'size-subtract',
  '*': 'size-multiply',
}

/** Whether the checker wants to know of the operation: sizes that the person computes. */
export function isSizeNoted(code: Code, { operator, type, isSize }: SizeOperation): boolean {
  return (
    code.isPersons &&
    isSize &&
    type.kind === 'integer' &&
    !type.isSigned &&
    SIZE_NOTES[operator] !== undefined
  )
}

/** Tells the checker of a sum, difference or product of sizes. */
export function noteSize(code: Code, operation: SizeOperation, name: string, a: number, b: number): void {
  code.emitter.note(SIZE_NOTES[operation.operator]!, name, operation.place, a, b, 0)
}

function isCommutative(operator: ArithmeticOperator): boolean {
  return operator === '+' || operator === '*' || operator === '&' || operator === '|' || operator === '^'
}

function isVariable(expression: TypedExpression): boolean {
  return expression.kind === 'load' && expression.from.kind === 'variable'
}

function isConstant({ kind }: TypedExpression): boolean {
  return kind === 'integer' || kind === 'float'
}
