import { OP } from '../bytecode.ts'
import type { CompareOperator, TypedExpression } from '../typed.ts'
import { operandsInto } from './arithmetic.ts'
import type { Code } from './context.ts'
import type { Label } from './emitter.ts'
import { isSigned, kindOf } from './kinds.ts'

type Compare = TypedExpression & { kind: 'compare' }
type Relation = 'EQ' | 'NE' | 'LT' | 'LE'

/** A comparison as one of four: `a > b` is `b < a`. */
const RELATIONS: Readonly<Record<CompareOperator, readonly [relation: Relation, isSwapped: boolean]>> = {
  '==': ['EQ', false],
  '!=': ['NE', false],
  '<': ['LT', false],
  '<=': ['LE', false],
  '>': ['LT', true],
  '>=': ['LE', true],
}

const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
}

/** Of each relation: value and jump, signed and unsigned, 32 bits and 64; and for floating point. */
const OPERATIONS = {
  EQ: { signed: [OP.EQ_32, OP.EQ_64], unsigned: [OP.EQ_32, OP.EQ_64], float: OP.FEQ },
  NE: { signed: [OP.NE_32, OP.NE_64], unsigned: [OP.NE_32, OP.NE_64], float: OP.FNE },
  LT: { signed: [OP.LTS_32, OP.LTS_64], unsigned: [OP.LTU_32, OP.LTU_64], float: OP.FLT },
  LE: { signed: [OP.LES_32, OP.LES_64], unsigned: [OP.LEU_32, OP.LEU_64], float: OP.FLE },
} as const

const JUMPS = {
  EQ: { signed: [OP.JEQ_32, OP.JEQ_64], unsigned: [OP.JEQ_32, OP.JEQ_64] },
  NE: { signed: [OP.JNE_32, OP.JNE_64], unsigned: [OP.JNE_32, OP.JNE_64] },
  LT: { signed: [OP.JLTS_32, OP.JLTS_64], unsigned: [OP.JLTU_32, OP.JLTU_64] },
  LE: { signed: [OP.JLES_32, OP.JLES_64], unsigned: [OP.JLEU_32, OP.JLEU_64] },
} as const

/** r[to] = 1 or 0. */
export function compareInto(code: Code, expression: Compare, to: number): void {
  const { left, right, operator } = expression
  const [relation, isSwapped] = RELATIONS[operator]
  const operation = OPERATIONS[relation]
  operandsInto(code, left, right, true, to, (a, b) => {
    const [first, second] = isSwapped ? [b, a] : [a, b]
    if (left.type.kind === 'float') return code.emitter.emit(operation.float, to, first, second)
    code.emitter.emit(forType(code, operation, left), to, first, second)
  })
}

/** r[to] = 1 if the operand is zero, else 0. */
export function notInto(code: Code, expression: TypedExpression & { kind: 'not' }, to: number): void {
  const { operand } = expression
  const { emitter, registers } = code
  const kind = kindOf(operand.type, code.model)
  code.into(operand, to)
  const zero = registers.take(expression.place)
  if (kind === 'float') emitter.emit(OP.FIMM, zero)
  else emitter.emit(OP.IMM, zero)
  emitter.emit({ narrow: OP.EQ_32, wide: OP.EQ_64, float: OP.FEQ }[kind], to, to, zero)
  registers.free(zero)
}

/** r[to] = 1 or 0 for `&&` and `||`. */
export function truthInto(code: Code, expression: TypedExpression, to: number): void {
  const { emitter } = code
  const no = emitter.label()
  const end = emitter.label()
  code.branch(expression, no, false)
  emitter.emit(OP.IMM, to, 0, 0, 1)
  emitter.jump(OP.JMP, end)
  emitter.bind(no)
  emitter.emit(OP.IMM, to, 0, 0, 0)
  emitter.bind(end)
}

/** The code for `Code.branch`. */
export function branch(code: Code, condition: TypedExpression, label: Label, ifTrue: boolean): void {
  if (condition.kind === 'not') {
    branch(code, condition.operand, label, !ifTrue)
    return
  }
  if (condition.kind === 'compare') {
    branchOnCompare(code, condition, label, ifTrue)
    return
  }
  if (condition.kind === 'and' || condition.kind === 'or') {
    branchOnBoth(code, condition, label, ifTrue)
    return
  }
  if (condition.kind === 'integer') {
    if ((condition.value !== 0n) === ifTrue) code.emitter.jump(OP.JMP, label)
    return
  }
  const register = code.registers.take(condition.place)
  code.into(condition, register)
  branchOnRegister(code, condition, register, label, ifTrue)
  code.registers.free(register)
}

function branchOnBoth(
  code: Code,
  { kind, left, right }: TypedExpression & { kind: 'and' | 'or' },
  label: Label,
  ifTrue: boolean,
): void {
  const decides = kind === 'or'
  if (decides === ifTrue) {
    code.branch(left, label, ifTrue)
    code.branch(right, label, ifTrue)
    return
  }
  const skip = code.emitter.label()
  code.branch(left, skip, decides)
  code.branch(right, label, ifTrue)
  code.emitter.bind(skip)
}

function branchOnCompare(code: Code, condition: Compare, label: Label, ifTrue: boolean): void {
  const { left, right } = condition
  const { emitter, registers } = code
  const register = registers.take(condition.place)
  if (left.type.kind === 'float') {
    compareInto(code, condition, register)
    emitter.jump(ifTrue ? OP.JNZ_32 : OP.JZ_32, label, register)
  } else if (isEquality(condition.operator) && isZero(right)) {
    code.into(left, register)
    branchOnRegister(code, left, register, label, (condition.operator === '!=') === ifTrue)
  } else {
    const [relation, isSwapped] = RELATIONS[ifTrue ? condition.operator : OPPOSITE[condition.operator]]
    operandsInto(code, left, right, true, register, (a, b) => {
      const [first, second] = isSwapped ? [b, a] : [a, b]
      emitter.jump(forType(code, JUMPS[relation], left), label, first, second)
    })
  }
  registers.free(register)
}

function branchOnRegister(
  code: Code,
  { type }: TypedExpression,
  register: number,
  label: Label,
  ifTrue: boolean,
): void {
  const kind = kindOf(type, code.model)
  if (kind === 'float') code.emitter.emit(OP.FBOOL, register, register)
  const isWide = kind === 'wide'
  const operation = ifTrue ? (isWide ? OP.JNZ_64 : OP.JNZ_32) : isWide ? OP.JZ_64 : OP.JZ_32
  code.emitter.jump(operation, label, register)
}

function forType(
  code: Code,
  operations: { readonly signed: readonly [number, number]; readonly unsigned: readonly [number, number] },
  { type }: TypedExpression,
): number {
  const bySign = isSigned(type) ? operations.signed : operations.unsigned
  return kindOf(type, code.model) === 'wide' ? bySign[1] : bySign[0]
}

function isEquality(operator: CompareOperator): boolean {
  return operator === '==' || operator === '!='
}

function isZero(expression: TypedExpression): boolean {
  return expression.kind === 'integer' && expression.value === 0n
}
