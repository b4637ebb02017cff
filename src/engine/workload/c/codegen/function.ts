import type { Bytes } from '../../../units.ts'
import { OP } from '../bytecode.ts'
import type { FunctionInfo } from '../image.ts'
import { REGISTERS } from '../instruction.ts'
import { sizeOf } from '../sema/layout.ts'
import type { DataModel, Diagnostics, Place } from '../source.ts'
import type { LocalVariable, TypedFunction, TypedStatement } from '../typed.ts'
import { branch } from './conditions.ts'
import type { Code, Link } from './context.ts'
import type { Emitter } from './emitter.ts'
import { effectOf, expressionInto } from './expressions.ts'
import { Frame } from './frame.ts'
import { accessOf, accessOfKind, addressKind } from './kinds.ts'
import { locate } from './locations.ts'
import { Registers } from './registers.ts'
import { findLabels } from './stack.ts'
import { statementCode } from './statements.ts'

/** What all functions of a program share while their code is made. */
export interface Workshop {
  readonly model: DataModel
  readonly emitter: Emitter
  readonly link: Link
  readonly diagnostics: Diagnostics
}

/** A function of the finished program, as far as it is known once its code is there. */
export type FunctionParts = Pick<FunctionInfo, 'entry' | 'end' | 'frameSize' | 'locals'>

/** Levels of expressions within expressions, of which `a + b + c` has three: the compiler's own stack must suffice. */
const DEEPEST = 600

/** Offsets in a frame must fit an instruction. */
const LARGEST_FRAME: Bytes = 2 ** 30

/** Appends the code of a function, the `index`th of the program. */
export function functionCode(shop: Workshop, of: TypedFunction, index: number): FunctionParts {
  const { emitter } = shop
  const code = codeFor(shop, of, index)
  const entry = emitter.here
  emitter.at(of.place)
  emitter.emit(OP.ENTER)
  const size = emitter.lastWord
  storeParameters(code)
  alignLocals(code)
  findLabels(of.body, [], code.flow, emitter)
  code.statement(of.body)
  if (!endsInReturn(of.body)) implicitReturn(code)
  emitter.finishTables()
  const { frameSize } = code.frame
  emitter.patch(size, frameSize)
  if (frameSize > LARGEST_FRAME)
    shop.diagnostics.error(
      of.place,
      `the variables of '${of.symbol.name}' take ${frameSize} bytes: too many for a stack`,
    )
  return { entry, end: emitter.here, frameSize, locals: code.frame.describe() }
}

function codeFor(shop: Workshop, of: TypedFunction, index: number): Code {
  const { emitter, model, diagnostics } = shop
  const frame = new Frame(of, model)
  const returnsRecord = of.symbol.type.result.kind === 'record'
  let depth = 0
  const nested = (place: Place, work: () => void): void => {
    if (++depth > DEEPEST) diagnostics.fatal(place, 'this expression has too many parts: split it up')
    work()
    depth--
  }
  const code: Code = {
    ...shop,
    of,
    index,
    frame,
    registers: new Registers(emitter, frame, diagnostics),
    isPersons: !emitter.isLibrary,
    resultHome: returnsRecord ? frame.word() : null,
    flow: { labels: new Map(), jumps: [], blocks: [], cases: new Map() },
    into: (expression, to) => nested(expression.place, () => expressionInto(code, expression, to)),
    effect: (expression) => nested(expression.place, () => effectOf(code, expression)),
    branch: (expression, label, ifTrue) =>
      nested(expression.place, () => branch(code, expression, label, ifTrue)),
    locate: (lvalue, scratch, isAccess) => locate(code, lvalue, scratch, isAccess),
    statement: (statement) => statementCode(code, statement),
  }
  return code
}

/** Arguments move from their registers to their homes in the frame. */
function storeParameters(code: Code): void {
  const { of, emitter, model, frame, resultHome } = code
  const hidden = resultHome === null ? 0 : 1
  if (resultHome !== null) emitter.emit(accessOfKind(addressKind(model)).storeLocal, 0, 0, 0, resultHome)
  const spare = of.parameters + hidden
  if (spare >= REGISTERS)
    code.diagnostics.fatal(of.place, `a function can have at most ${REGISTERS - 1 - hidden} parameters`)
  of.locals.slice(0, of.parameters).forEach((local, position) => {
    storeParameter(code, local, position + hidden, frame.offsets[local.index]!, spare)
  })
}

function storeParameter(
  code: Code,
  { type }: LocalVariable,
  from: number,
  home: number,
  spare: number,
): void {
  const { emitter, model } = code
  if (type.kind !== 'record') {
    emitter.emit(accessOf(type, model).storeLocal, from, 0, 0, home)
    return
  }
  emitter.emit(OP.LADDR, spare, 0, 0, home)
  emitter.emit(OP.COPY, spare, from, 0, sizeOf(type, model))
}

/** Sets the pointers to locals that need more alignment than the frame has. */
function alignLocals({ emitter, frame, model }: Code): void {
  const isWide = model === 'lp64'
  for (const { index, highest, alignment } of frame.indirect) {
    emitter.emit(OP.LADDR, 0, 0, 0, highest)
    emitter.emit(OP.IMM, 1, 0, 0, -alignment)
    emitter.emit(isWide ? OP.AND_64 : OP.AND_32, 0, 0, 1)
    emitter.emit(accessOfKind(addressKind(model)).storeLocal, 0, 0, 0, frame.offsets[index]!)
  }
}

/** The closing brace is a step of its own where the function can be left there. `main` returns 0 (C99 5.1.2.2.3). */
function implicitReturn(code: Code): void {
  const { of, emitter } = code
  const { line, column } = of.endPlace
  const mark = { place: of.endPlace, endLine: line, endColumn: column + 1 }
  if (code.isPersons) emitter.line(mark, code.index)
  if (of.symbol.name === 'main') emitter.emit(OP.IMM)
  emitter.emit(OP.RET)
}

function endsInReturn(statement: TypedStatement): boolean {
  if (statement.kind === 'return') return true
  if (statement.kind !== 'block') return false
  const last = statement.body.at(-1)
  return last !== undefined && endsInReturn(last)
}
