import { OP } from '../bytecode.ts'
import type { TypedStatement } from '../typed.ts'
import type { Code, Flow, LabelInfo } from './context.ts'
import type { Emitter } from './emitter.ts'
import { accessOfKind, addressKind } from './kinds.ts'

/*
 * Blocks with variable-length arrays: at their beginning sp is kept in a word of the frame, and whatever leaves
 * them puts it back.
 */

type Block = TypedStatement & { kind: 'block' }

/** A block, with its stack space given back at its end. */
export function inBlock(code: Code, { body, freesStack }: Block): void {
  const { flow } = code
  if (!freesStack) {
    body.forEach(code.statement)
    return
  }
  const word = code.frame.word()
  moveStackPointer(code, OP.LSP, word)
  flow.blocks.push({ body, word })
  body.forEach(code.statement)
  restoreStack(code, flow.blocks.length - 1)
  flow.blocks.pop()
}

/** Gives a variable-length array its space. */
export function allocate(code: Code, { variable, size }: TypedStatement & { kind: 'allocate' }): void {
  const { emitter, registers, frame } = code
  const register = registers.take(size.place)
  code.into(size, register)
  emitter.at(size.place)
  emitter.emit(OP.ALLOCA, register, register)
  emitter.emit(
    accessOfKind(addressKind(code.model)).storeLocal,
    register,
    0,
    0,
    frame.offsets[variable.index]!,
  )
  registers.free(register)
}

/** Puts sp back to where it was when only `depth` of the blocks around this place were entered. */
export function restoreStack(code: Code, depth: number): void {
  const block = code.flow.blocks[depth]
  if (block !== undefined) moveStackPointer(code, OP.SSP, block.word)
}

/** Jumps to a label of the function, out of the blocks that do not hold it. */
export function gotoLabel(code: Code, name: string): void {
  const { label, blocks } = labelNamed(code.flow, name, code.emitter)
  const own = code.flow.blocks
  let common = 0
  while (common < own.length && own[common]!.body === blocks[common]) common++
  restoreStack(code, common)
  code.emitter.jump(OP.JMP, label)
}

/** The label of that name; one that `findLabels` did not see stands within an expression. */
export function labelNamed({ labels }: Flow, name: string, emitter: Emitter): LabelInfo {
  const known = labels.get(name)
  if (known !== undefined) return known
  const info = { label: emitter.label(), blocks: [] }
  labels.set(name, info)
  return info
}

/** Notes for each label in the statement which blocks with variable-length arrays hold it, from outside in. */
export function findLabels(
  statement: TypedStatement,
  blocks: LabelInfo['blocks'],
  flow: Flow,
  emitter: Emitter,
): void {
  const within = (part: TypedStatement): void => findLabels(part, blocks, flow, emitter)
  switch (statement.kind) {
    case 'block': {
      const { body, freesStack } = statement
      const inner = freesStack ? [...blocks, body] : blocks
      for (const part of body) findLabels(part, inner, flow, emitter)
      return
    }
    case 'label':
      flow.labels.set(statement.name, { label: emitter.label(), blocks })
      within(statement.body)
      return
    case 'if':
      within(statement.then)
      if (statement.otherwise !== null) within(statement.otherwise)
      return
    case 'loop':
    case 'switch':
    case 'case-label':
      within(statement.body)
      return
  }
}

function moveStackPointer({ emitter, registers, model, of }: Code, operation: number, word: number): void {
  const { loadLocal, storeLocal } = accessOfKind(addressKind(model))
  const register = registers.take(of.place)
  if (operation === OP.SSP) emitter.emit(loadLocal, register, 0, 0, word)
  emitter.emit(operation, register)
  if (operation === OP.LSP) emitter.emit(storeLocal, register, 0, 0, word)
  registers.free(register)
}
