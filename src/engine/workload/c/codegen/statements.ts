import { OP } from '../bytecode.ts'
import { sizeOf } from '../sema/layout.ts'
import type { DataModel } from '../source.ts'
import type { LValue, Mark, TypedExpression, TypedStatement } from '../typed.ts'
import { assignInto } from './assignments.ts'
import type { Code, Jumps } from './context.ts'
import { accessOfKind, addressKind, kindOf } from './kinds.ts'
import { addressInto, offsetWithin } from './locations.ts'
import { allocate, gotoLabel, inBlock, labelNamed, restoreStack } from './stack.ts'
import { bindCase, switchCode } from './switch.ts'
import { hasEffects } from './tree.ts'

type Of<Kind extends TypedStatement['kind']> = TypedStatement & { kind: Kind }

/** The code for `Code.statement`. */
export function statementCode(code: Code, statement: TypedStatement): void {
  switch (statement.kind) {
    case 'block':
      inBlock(code, statement)
      return
    case 'expression':
      step(code, statement.mark)
      code.effect(statement.value)
      return
    case 'initialise':
      initialise(code, statement)
      return
    case 'allocate':
      step(code, statement.mark)
      allocate(code, statement)
      return
    case 'if':
      ifCode(code, statement)
      return
    case 'loop':
      loopCode(code, statement)
      return
    case 'switch':
      step(code, statement.mark)
      switchCode(code, statement)
      return
    case 'case-label':
      bindCase(code, statement.case)
      code.statement(statement.body)
      return
    case 'label':
      code.emitter.bind(labelNamed(code.flow, statement.name, code.emitter).label)
      code.statement(statement.body)
      return
    case 'goto':
      step(code, statement.mark)
      gotoLabel(code, statement.label)
      return
    case 'break':
    case 'continue':
      step(code, statement.mark)
      leave(code, statement.kind)
      return
    case 'return':
      step(code, statement.mark)
      returnCode(code, statement.value)
      return
    case 'empty':
      if (statement.mark !== null) step(code, statement.mark)
  }
}

/** A new step for the person who steps. What the last one kept in temporaries is over. */
export function step(code: Code, mark: Mark): void {
  if (code.registers.next === 0) code.frame.freeTemporaries()
  if (code.isPersons) code.emitter.line(mark, code.index)
}

function initialise(code: Code, { variable, isZeroed, parts, mark }: Of<'initialise'>): void {
  const { registers, emitter } = code
  step(code, mark)
  const register = registers.take(mark.place)
  if (isZeroed) {
    const whole: LValue = { kind: 'variable', variable, type: variable.type, place: mark.place }
    addressInto(code, code.locate(whole, register, true), register)
    emitter.emit(OP.ZERO, register, 0, 0, sizeOf(variable.type, code.model))
  }
  for (const { target, value } of inOrder(parts, code.model))
    assignInto(
      code,
      { kind: 'assign', target, value, type: target.type, place: value.place },
      register,
      false,
    )
  registers.free(register)
}

/** Parts with side effects are computed in the order in which they lie in the object, as gcc does. */
function inOrder(parts: Of<'initialise'>['parts'], model: DataModel): Of<'initialise'>['parts'] {
  if (!parts.some(({ value }) => hasEffects(value))) return parts
  return [...parts].sort((a, b) => offsetWithin(a.target, model) - offsetWithin(b.target, model))
}

function ifCode(code: Code, { condition, then, otherwise, mark }: Of<'if'>): void {
  const { emitter } = code
  const no = emitter.label()
  step(code, mark)
  code.branch(condition, no, false)
  code.statement(then)
  if (otherwise === null) {
    emitter.bind(no)
    return
  }
  const end = emitter.label()
  emitter.jump(OP.JMP, end)
  emitter.bind(no)
  code.statement(otherwise)
  emitter.bind(end)
}

/** The condition stands below the body, so that each round takes one jump. */
function loopCode(code: Code, loop: Of<'loop'>): void {
  const { emitter, flow } = code
  const body = emitter.label()
  const test = emitter.label()
  const jumps: Jumps = { onBreak: emitter.label(), onContinue: emitter.label(), depth: flow.blocks.length }
  if (loop.init !== null) code.statement(loop.init)
  if (!loop.isPostTested && loop.condition !== null) emitter.jump(OP.JMP, test)
  emitter.bind(body)
  const stepsBefore = emitter.lines.length
  flow.jumps.push(jumps)
  code.statement(loop.body)
  flow.jumps.pop()
  emitter.bind(jumps.onContinue!)
  if (loop.step !== null) {
    step(code, loop.stepMark)
    code.effect(loop.step)
  }
  emitter.bind(test)
  if (loop.condition === null) {
    // Every round has a step, so that who steps gets somewhere in `for (;;);`.
    if (emitter.lines.length === stepsBefore) step(code, loop.conditionMark)
    emitter.jump(OP.JMP, body)
  } else {
    step(code, loop.conditionMark)
    code.branch(loop.condition, body, true)
  }
  emitter.bind(jumps.onBreak)
}

function leave(code: Code, kind: 'break' | 'continue'): void {
  const { jumps } = code.flow
  const inner = kind === 'break' ? jumps.at(-1) : jumps.findLast((each) => each.onContinue !== null)
  if (inner === undefined) return
  restoreStack(code, inner.depth)
  code.emitter.jump(OP.JMP, kind === 'break' ? inner.onBreak : inner.onContinue!)
}

function returnCode(code: Code, value: TypedExpression | null): void {
  if (value !== null && value.type.kind === 'record') returnRecord(code, value)
  else if (value !== null && value.type.kind !== 'void') returnScalar(code, value)
  else if (value !== null) code.effect(value)
  code.emitter.emit(OP.RET)
}

function returnScalar(code: Code, value: TypedExpression): void {
  const register = code.registers.take(value.place)
  code.into(value, register)
  const move = kindOf(value.type, code.model) === 'float' ? OP.FMOV : OP.MOV
  if (register !== 0) code.emitter.emit(move, 0, register)
  code.registers.free(register)
}

/** The record goes to where the caller wants it; the result is that address. */
function returnRecord(code: Code, value: TypedExpression): void {
  const { emitter, registers, model } = code
  const from = registers.take(value.place, 2)
  code.into(value, from)
  emitter.emit(accessOfKind(addressKind(model)).loadLocal, from + 1, 0, 0, code.resultHome!)
  emitter.at(value.place)
  emitter.emit(OP.COPY, from + 1, from, 0, sizeOf(value.type, model))
  emitter.emit(OP.MOV, 0, from + 1)
  registers.free(from)
}
