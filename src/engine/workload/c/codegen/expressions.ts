import { OP } from '../bytecode.ts'
import type { TypedExpression } from '../typed.ts'
import { arithmeticInto, combine, unaryInto } from './arithmetic.ts'
import { assignInto, compoundInto, readFrom, stepInto } from './assignments.ts'
import { builtinInto } from './builtins.ts'
import { callInto } from './calls.ts'
import { compareInto, notInto, truthInto } from './conditions.ts'
import type { Code } from './context.ts'
import { conversionInto } from './conversions.ts'
import { addressKind, kindOf } from './kinds.ts'
import { addressInto, constantDelta, locatePointee } from './locations.ts'
import { addScaled } from './pointers.ts'
import { containsCall } from './tree.ts'

/** The code for `Code.into`. */
export function expressionInto(code: Code, expression: TypedExpression, to: number): void {
  switch (expression.kind) {
    case 'integer':
      code.emitter.constant(to, expression.value, kindOf(expression.type, code.model) === 'wide')
      return
    case 'float':
      floatInto(code, expression.value, to)
      return
    case 'load':
      loadInto(code, expression, to)
      return
    case 'address':
      addressInto(code, code.locate(expression.of, to, false), to)
      return
    case 'function':
      code.emitter.address(to, code.link.functionAddress(expression.symbol, expression.place), 0)
      return
    case 'negate':
    case 'complement':
      unaryInto(code, expression, to)
      return
    case 'not':
      notInto(code, expression, to)
      return
    case 'arithmetic':
      arithmeticInto(code, expression, to)
      return
    case 'compare':
      compareInto(code, expression, to)
      return
    case 'pointer-add':
      pointerAddInto(code, expression, to)
      return
    case 'pointer-difference':
      differenceInto(code, expression, to)
      return
    case 'and':
    case 'or':
      truthInto(code, expression, to)
      return
    case 'conditional':
      conditionalInto(code, expression, (part) => code.into(part, to))
      return
    case 'comma':
      code.effect(expression.left)
      code.into(expression.right, to)
      return
    case 'convert':
      conversionInto(code, expression, to)
      return
    case 'assign':
      assignInto(code, expression, to, true)
      return
    case 'compound-assign':
      compoundInto(code, expression, to, true)
      return
    case 'step':
      stepInto(code, expression, to, true)
      return
    case 'call':
      callInto(code, expression, to, null)
      return
    case 'builtin':
      builtinInto(code, expression, to)
      return
    case 'with-statements':
      for (const statement of expression.before) code.statement(statement)
      code.into(expression.value, to)
      return
  }
}

/** The code for `Code.effect`. */
export function effectOf(code: Code, expression: TypedExpression): void {
  switch (expression.kind) {
    case 'comma':
      code.effect(expression.left)
      code.effect(expression.right)
      return
    case 'convert':
      code.effect(expression.operand)
      return
    case 'conditional':
      conditionalInto(code, expression, (part) => code.effect(part))
      return
    case 'and':
    case 'or':
      shortCircuit(code, expression)
      return
    case 'with-statements':
      for (const statement of expression.before) code.statement(statement)
      code.effect(expression.value)
      return
    case 'integer':
    case 'float':
    case 'function':
      return
  }
  const register = code.registers.take(expression.place)
  if (expression.kind === 'assign') assignInto(code, expression, register, false)
  else if (expression.kind === 'compound-assign') compoundInto(code, expression, register, false)
  else if (expression.kind === 'step') stepInto(code, expression, register, false)
  else code.into(expression, register)
  code.registers.free(register)
}

function floatInto({ emitter }: Code, value: number, to: number): void {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value, true)
  emitter.emit(OP.FIMM, to, 0, 0, bits.getInt32(0, true), bits.getInt32(4, true))
}

function loadInto(code: Code, { from, type }: TypedExpression & { kind: 'load' }, to: number): void {
  const location = code.locate(from, to, true)
  if (type.kind === 'record' || type.kind === 'array') addressInto(code, location, to)
  else if (type.kind !== 'void') readFrom(code, from, location, to)
}

function pointerAddInto(code: Code, expression: TypedExpression & { kind: 'pointer-add' }, to: number): void {
  const { pointer, index, scale, isMinus } = expression
  if (constantDelta(expression) !== null) {
    addressInto(code, locatePointee(code, expression, to, false), to)
    return
  }
  const { registers } = code
  code.into(pointer, to)
  const isHeld = containsCall(index) || (typeof scale !== 'number' && containsCall(scale))
  if (isHeld) registers.hold(to, addressKind(code.model))
  addScaled(code, { index, scale, isMinus, note: null }, to, () => {
    if (isHeld) registers.drop()
  })
}

/** (left - right) / scale. A power of two is shifted out, as gcc does it: misaligned pointers give what they give there. */
function differenceInto(
  code: Code,
  expression: TypedExpression & { kind: 'pointer-difference' },
  to: number,
): void {
  const { left, right, scale, type, place } = expression
  const { registers, emitter, model } = code
  code.into(left, to)
  const other = registers.take(place)
  if (containsCall(right)) registers.hold(to, addressKind(model))
  code.into(right, other)
  if (containsCall(right)) registers.drop()
  combine(code, '-', type, to, to, other)
  if (scale > 1) {
    const shift = Math.log2(scale)
    const isShift = Number.isInteger(shift)
    emitter.emit(OP.IMM, other, 0, 0, isShift ? shift : scale)
    combine(code, isShift ? '>>' : '/', type, to, to, other)
  }
  registers.free(other)
}

function conditionalInto(
  code: Code,
  { condition, then, otherwise }: TypedExpression & { kind: 'conditional' },
  part: (expression: TypedExpression) => void,
): void {
  const { emitter } = code
  const no = emitter.label()
  const end = emitter.label()
  code.branch(condition, no, false)
  part(then)
  emitter.jump(OP.JMP, end)
  emitter.bind(no)
  part(otherwise)
  emitter.bind(end)
}

/** `a && f()` as a statement. */
function shortCircuit(code: Code, { kind, left, right }: TypedExpression & { kind: 'and' | 'or' }): void {
  const end = code.emitter.label()
  code.branch(left, end, kind === 'or')
  code.effect(right)
  code.emitter.bind(end)
}
