import type { Initialiser } from '../ast.ts'
import type { Place } from '../source.ts'
import type { LocalVariable, LValue, Mark, TypedExpression, TypedStatement } from '../typed.ts'
import type { CType, RecordType } from '../types.ts'
import { pointerTo } from './basic-types.ts'
import type { Context, Mutable } from './context.ts'
import { type Sink, stringOf, walkInitialiser } from './initialisers.ts'
import { sizeOf } from './layout.ts'
import { stringVariable } from './names.ts'
import { addressOf, deref } from './values.ts'

interface Part {
  readonly target: LValue
  readonly value: TypedExpression
}

/** The statement that gives a local its value; completes the type of `int a[] = {…}`. */
export function initialiseAutomatic(
  c: Context,
  variable: Mutable<LocalVariable>,
  initialiser: Initialiser,
  mark: Mark,
): TypedStatement {
  const target: LValue = { kind: 'variable', variable, type: variable.type, place: variable.place }
  const collected = new Parts(c)
  const count = walkInitialiser(c, target, initialiser, collected)
  const { type } = variable
  if (type.kind === 'array' && type.length === null) {
    variable.type = { ...type, length: count }
    collected.parts = collected.parts.map((part) => ({
      ...part,
      target: completed(part.target, target, variable.type),
    }))
  }
  const isZeroed = needsZeros(variable.type, initialiser)
  return { kind: 'initialise', variable, isZeroed, parts: collected.parts, mark }
}

/** A list leaves out what is zero, and a string may be shorter than its array. */
function needsZeros(type: CType, initialiser: Initialiser): boolean {
  if (type.kind === 'array') {
    const string = type.element.kind === 'integer' ? stringOf(initialiser) : null
    return !string || string.bytes.length + 1 < (type.length ?? 0)
  }
  return type.kind === 'record' && initialiser.kind === 'list'
}

/** The lvalue with the array that it starts from completed. */
function completed(lvalue: LValue, root: LValue, type: CType): LValue {
  if (lvalue === root) return { ...root, type } as LValue
  if (lvalue.kind === 'member') return { ...lvalue, base: completed(lvalue.base, root, type) }
  if (lvalue.kind === 'deref') return { ...lvalue, pointer: completedPointer(lvalue.pointer, root, type) }
  if (lvalue.kind !== 'element') return lvalue
  const base = completed(lvalue.base, root, type)
  const length = lvalue.base === root && type.kind === 'array' ? (type.length ?? 0) : lvalue.length
  return { ...lvalue, base, length }
}

function completedPointer(pointer: TypedExpression, root: LValue, type: CType): TypedExpression {
  return pointer.kind === 'address' ? { ...pointer, of: completed(pointer.of, root, type) } : pointer
}

class Parts implements Sink {
  parts: Part[] = []

  constructor(private readonly c: Context) {}

  value(target: LValue, value: TypedExpression): void {
    this.parts.push({ target, value })
  }

  /** Copies the bytes of a string literal as if they were a record, so that it is one copy however long it is. */
  text(target: LValue, bytes: Uint8Array, place: Place): void {
    const elementSize = target.type.kind === 'array' ? sizeOf(target.type.element, this.c.model) : 1
    const literal = stringVariable(
      this.c,
      bytes.subarray(0, bytes.length - (endsInZero(bytes, elementSize) ? elementSize : 0)),
      elementSize > 1,
      place,
    )
    const from: LValue = { kind: 'variable', variable: literal, type: literal.type, place }
    const type = bytesType(bytes.length, elementSize)
    const pointer = pointerTo(type)
    const source = deref({ ...addressOf(this.c, from), type: pointer }, place)
    this.parts.push({
      target: deref({ ...addressOf(this.c, target), type: pointer }, place),
      value: { kind: 'load', from: source, type, place },
    })
  }
}

function endsInZero(bytes: Uint8Array, unit: number): boolean {
  return bytes.length >= unit && bytes.subarray(bytes.length - unit).every((byte) => byte === 0)
}

/** A record of so many bytes. */
function bytesType(size: number, alignment: number): RecordType {
  return { kind: 'record', definition: { isUnion: false, tag: null, members: [], size, alignment } }
}
