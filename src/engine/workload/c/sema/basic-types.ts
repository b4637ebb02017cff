import type { BasicName } from '../ast.ts'
import type { DataModel } from '../source.ts'
import type {
  CType,
  FloatType,
  IntegerName,
  IntegerType,
  PointerType,
  RecordDefinition,
  RecordType,
  VoidType,
} from '../types.ts'

/** The types that need no declaration, and the questions asked of any type. */

export const VOID: VoidType = { kind: 'void' }
export const BOOL = integer('_Bool', 1, false)
export const CHAR = integer('char', 1, true)
export const INT = integer('int', 4, true)
export const UNSIGNED_INT = integer('unsigned int', 4, false)
export const LONG_LONG = integer('long long', 8, true)
export const UNSIGNED_LONG_LONG = integer('unsigned long long', 8, false)
export const FLOAT: FloatType = { kind: 'float', name: 'float' }
export const DOUBLE: FloatType = { kind: 'float', name: 'double' }
export const LONG_DOUBLE: FloatType = { kind: 'float', name: 'long double' }
/** The record of x86-64's `va_list` (System V ABI, 3.5.7). All variadic arguments lie in its overflow area here. */
const VA_LIST_TAG: RecordDefinition = {
  isUnion: false,
  tag: '__va_list_tag',
  members: [
    { name: 'gp_offset', type: UNSIGNED_INT, offset: 0 },
    { name: 'fp_offset', type: UNSIGNED_INT, offset: 4 },
    { name: 'overflow_arg_area', type: pointerTo(VOID), offset: 8 },
    { name: 'reg_save_area', type: pointerTo(VOID), offset: 16 },
  ],
  size: 24,
  alignment: 8,
}

function integer(name: IntegerName, size: IntegerType['size'], isSigned: boolean): IntegerType {
  return { kind: 'integer', name, size, isSigned }
}

/** `long`: 8 bytes under LP64, 4 under ILP32. */
export function longType(model: DataModel): IntegerType {
  return integer('long', model === 'lp64' ? 8 : 4, true)
}

/** `unsigned long`. */
export function unsignedLongType(model: DataModel): IntegerType {
  return integer('unsigned long', model === 'lp64' ? 8 : 4, false)
}

/** `size_t` as gcc defines it: unsigned long on x86-64, unsigned int under -m32. */
export function sizeType(model: DataModel): IntegerType {
  const type = model === 'lp64' ? unsignedLongType(model) : UNSIGNED_INT
  return { ...type, alias: 'size_t' }
}

/** `ptrdiff_t`: long on x86-64, int under -m32; indices and pointer differences have it. */
export function differenceType(model: DataModel): IntegerType {
  return model === 'lp64' ? longType(model) : INT
}

/** `wchar_t`: int on x86-64, long under -m32. */
export function wideCharType(model: DataModel): IntegerType {
  return model === 'lp64' ? INT : longType(model)
}

/** `va_list`: an array of one record on x86-64, so that a function it is passed to moves the caller's; a `char *` under -m32. */
function argumentListType(model: DataModel): CType {
  if (model === 'ilp32') return { kind: 'pointer', target: CHAR, alias: 'va_list' }
  return { kind: 'array', element: { kind: 'record', definition: VA_LIST_TAG }, length: 1, alias: 'va_list' }
}

/** Whether a type is the record of x86-64's `va_list`. */
export function isArgumentListRecord(type: CType): type is RecordType {
  return type.kind === 'record' && type.definition === VA_LIST_TAG
}

/** The type that a specifier without tags or typedef names stands for. */
export function basicType(name: BasicName, model: DataModel): CType {
  switch (name) {
    case 'void':
      return VOID
    case '_Bool':
      return BOOL
    case 'char':
      return CHAR
    case 'signed char':
      return integer(name, 1, true)
    case 'unsigned char':
      return integer(name, 1, false)
    case 'short':
      return integer(name, 2, true)
    case 'unsigned short':
      return integer(name, 2, false)
    case 'int':
      return INT
    case 'unsigned int':
      return UNSIGNED_INT
    case 'long':
      return longType(model)
    case 'unsigned long':
      return unsignedLongType(model)
    case 'long long':
      return LONG_LONG
    case 'unsigned long long':
      return UNSIGNED_LONG_LONG
    case '__builtin_va_list':
      return argumentListType(model)
    default:
      return { kind: 'float', name }
  }
}

export function pointerTo(target: CType): PointerType {
  return { kind: 'pointer', target }
}

export function arrayOf(element: CType, length: number | null): CType {
  return { kind: 'array', element, length }
}

/** The type without const and volatile. */
export function unqualified<T extends CType>(type: T): T {
  return type.isConst || type.isVolatile ? { ...type, isConst: false, isVolatile: false } : type
}

/** The type with more qualifiers; those of an array belong to its elements (C99 6.7.3). */
export function qualified(type: CType, isConst: boolean, isVolatile: boolean): CType {
  if (!isConst && !isVolatile) return type
  if (type.kind === 'array') return { ...type, element: qualified(type.element, isConst, isVolatile) }
  return { ...type, isConst: isConst || !!type.isConst, isVolatile: isVolatile || !!type.isVolatile }
}

export function isInteger(type: CType): type is IntegerType {
  return type.kind === 'integer'
}

export function isArithmetic(type: CType): type is IntegerType | FloatType {
  return type.kind === 'integer' || type.kind === 'float'
}

export function isScalar(type: CType): boolean {
  return isArithmetic(type) || type.kind === 'pointer'
}

export function isVoidPointer(type: CType): boolean {
  return type.kind === 'pointer' && type.target.kind === 'void'
}

export function isFunctionPointer(type: CType): boolean {
  return type.kind === 'pointer' && type.target.kind === 'function'
}

/** An array of `char`, `signed char` or `unsigned char`, which a string literal may initialise. */
export function isCharArray(type: CType): boolean {
  return type.kind === 'array' && isCharacter(type.element)
}

export function isCharacter(type: CType): boolean {
  return type.kind === 'integer' && type.size === 1 && type.name !== '_Bool'
}

/** Whether nothing of this type can be made yet: void, an undefined record, an array of unknown length. */
export function isIncomplete(type: CType): boolean {
  if (type.kind === 'void') return true
  if (type.kind === 'record') return type.definition.members === null
  if (type.kind === 'array') return (type.length === null && !type.variable) || isIncomplete(type.element)
  return false
}

/** Whether its size is known only at run time. */
export function isVariable(type: CType): boolean {
  return type.kind === 'array' && (type.variable !== undefined || isVariable(type.element))
}

/** Whether an object of the type, or of a member of it, may not be assigned to. */
export function isConstObject(type: CType): boolean {
  if (type.isConst) return true
  if (type.kind === 'array') return isConstObject(type.element)
  return (
    type.kind === 'record' && (type.definition.members ?? []).some((member) => isConstObject(member.type))
  )
}
