import type { Place } from '../source.ts'
import type { LocalVariable, LValue, TypedExpression } from '../typed.ts'
import type { CType, IntegerType, PointerType } from '../types.ts'
import { INT, isIncomplete, isVariable, pointerTo, sizeType, unqualified } from './basic-types.ts'
import type { Context, Operand } from './context.ts'
import { wrap } from './fold.ts'
import { pointerSize, sizeOf } from './layout.ts'
import { typeText } from './type-text.ts'

/** Making values of what expressions yield, and small trees of them. */

const LVALUES = new Set(['variable', 'deref', 'member', 'element', 'record-value'])

export function isLValue(operand: Operand): operand is LValue {
  return LVALUES.has(operand.kind)
}

export function integer(value: bigint, type: CType, place: Place): TypedExpression & { kind: 'integer' } {
  return { kind: 'integer', value, type, place }
}

export function float(value: number, type: CType, place: Place): TypedExpression {
  return { kind: 'float', value, type, place }
}

/** The value of an operand: an lvalue is loaded, arrays and functions decay to pointers (C99 6.3.2.1). */
export function rvalue(c: Context, operand: Operand): TypedExpression {
  if (!isLValue(operand)) {
    if (operand.type.kind !== 'function') return operand
    return { ...operand, type: pointerTo(operand.type) }
  }
  const { type, place } = operand
  if (type.kind === 'array') return addressAs(c, operand, pointerTo(type.element))
  if (type.kind === 'function') return pointerBehind(c, operand)
  if (type.kind === 'void')
    return { kind: 'convert', operand: pointerBehind(c, operand), isExplicit: true, type, place }
  if (isIncomplete(type)) c.fail(place, `${typeText(type)} is used here but never defined`)
  if (operand.kind === 'record-value') return operand.value
  return { kind: 'load', from: operand, type: unqualified(type), place }
}

/** The address of an lvalue, of the type "pointer to its type". */
export function addressOf(c: Context, lvalue: LValue): TypedExpression {
  const isSame = lvalue.kind === 'deref' && (lvalue.pointer.type as PointerType).target === lvalue.type
  return addressAs(c, lvalue, isSame ? lvalue.pointer.type : pointerTo(lvalue.type))
}

function addressAs(c: Context, lvalue: LValue, type: CType): TypedExpression {
  const { place } = lvalue
  const known = knownAddress(c, lvalue)
  if (known !== null) return integer(BigInt.asUintN(pointerSize(c.model) * 8, known), type, place)
  if (lvalue.kind === 'deref') return { ...lvalue.pointer, type }
  return { kind: 'address', of: lvalue, type, place }
}

/** The address of what lies at a constant address: `&((struct s *)0)->member`. */
function knownAddress(c: Context, lvalue: LValue): bigint | null {
  if (lvalue.kind === 'deref') return lvalue.pointer.kind === 'integer' ? lvalue.pointer.value : null
  if (lvalue.kind === 'member') {
    const base = knownAddress(c, lvalue.base)
    return base === null ? null : base + BigInt(lvalue.member.offset)
  }
  if (lvalue.kind !== 'element' || lvalue.index.kind !== 'integer') return null
  const base = knownAddress(c, lvalue.base)
  return base === null ? null : base + lvalue.index.value * BigInt(sizeOf(lvalue.type, c.model))
}

/** The pointer that an lvalue without a value of its own goes through. */
function pointerBehind(c: Context, lvalue: LValue): TypedExpression {
  return lvalue.kind === 'deref' ? lvalue.pointer : addressOf(c, lvalue)
}

/** `*pointer` as an lvalue. */
export function deref(pointer: TypedExpression, place: Place): LValue {
  return { kind: 'deref', pointer, type: (pointer.type as PointerType).target, place }
}

export function variable(local: LocalVariable, place: Place): LValue {
  return { kind: 'variable', variable: local, type: local.type, place }
}

/** `sizeof` of a type as a value: a constant, or the hidden local that holds the size of a variable-length array. */
export function sizeValue(c: Context, type: CType, place: Place): TypedExpression {
  const result = sizeType(c.model)
  if (!isVariable(type)) return integer(BigInt(sizeOf(type, c.model)), result, place)
  if (type.kind === 'array' && type.variable && c.function) {
    const local = c.function.locals[type.variable.local]!
    return { kind: 'load', from: variable(local, place), type: result, place }
  }
  return c.fail(place, `the size of ${typeText(type)} is not known here`)
}

/** What one step of a pointer to `type` is in bytes: a constant wherever possible; 1 for void and functions (GNU). */
export function scaleOf(c: Context, type: CType, place: Place): number | TypedExpression {
  if (isVariable(type)) return sizeValue(c, type, place)
  if (isIncomplete(type) && type.kind !== 'void') {
    c.fail(place, `a pointer to ${typeText(type)} cannot be moved, since that type is never defined`)
  }
  return sizeOf(type, c.model)
}

/** The width in bits when the value comes from a bit-field, be it behind a comma or statements, else null. */
export function bitWidth(value: TypedExpression): number | null {
  if (value.kind === 'comma') return bitWidth(value.right)
  if (value.kind === 'with-statements') return bitWidth(value.value)
  const lvalue =
    value.kind === 'load'
      ? value.from
      : value.kind === 'assign' || value.kind === 'compound-assign' || value.kind === 'step'
        ? value.target
        : null
  return lvalue?.kind === 'member' ? (lvalue.member.bits?.width ?? null) : null
}

/** Whether it is a constant 0, or one cast to `void *`: a null pointer constant (C99 6.3.2.3). */
export function isNull(value: TypedExpression): boolean {
  if (value.kind !== 'integer' || value.value !== 0n) return false
  return value.type.kind === 'integer' || (value.type.kind === 'pointer' && value.type.target.kind === 'void')
}

/** An int constant 0 or 1. */
export function truth(value: boolean, place: Place): TypedExpression {
  return integer(value ? 1n : 0n, INT, place)
}

/** An integer constant brought into the range of its type. */
export function wrapped(value: bigint, type: IntegerType, place: Place): TypedExpression {
  return integer(wrap(value, type), type, place)
}

/** Whether an address, a float or an integer constant is known to be non-zero or zero; null when it is not known. */
export function knownTruth(value: TypedExpression): boolean | null {
  if (value.kind === 'integer') return value.value !== 0n
  if (value.kind === 'float') return value.value !== 0
  return null
}
