import type { Bytes } from '../../units.ts'

/*
 * C types as the compiler knows them. Types are immutable values, apart from records and arrays that are completed
 * later. Two spellings of a type are two objects; compare with `sameType` (sema/), never with ===, records by `definition`.
 */

/** What every type carries. */
interface Common {
  readonly isConst?: boolean
  readonly isVolatile?: boolean
  /** The typedef name under which it was written (`size_t`), for messages and for what the lab says of sizes. */
  readonly alias?: string
  /** aligned(n) of the typedef it was written through: instead of the type's own. */
  readonly alignment?: Bytes
}

export interface VoidType extends Common {
  readonly kind: 'void'
}

/** `_Bool`, `char` to `unsigned long long`, and enumerations. */
export interface IntegerType extends Common {
  readonly kind: 'integer'
  readonly name: IntegerName
  readonly size: 1 | 2 | 4 | 8
  readonly isSigned: boolean
  /** Of an enumeration: its tag, or '' without one. */
  readonly enumTag?: string
}

export type IntegerName =
  | '_Bool'
  | 'char'
  | 'signed char'
  | 'unsigned char'
  | 'short'
  | 'unsigned short'
  | 'int'
  | 'unsigned int'
  | 'long'
  | 'unsigned long'
  | 'long long'
  | 'unsigned long long'

/** `long double` has the size and alignment of gcc's (16/16, under -m32 12/4) and the precision of double. */
export interface FloatType extends Common {
  readonly kind: 'float'
  readonly name: 'float' | 'double' | 'long double'
}

export interface PointerType extends Common {
  readonly kind: 'pointer'
  readonly target: CType
}

export interface ArrayType extends Common {
  readonly kind: 'array'
  readonly element: CType
  /** Elements; null while unknown (`int a[]`, a flexible member). */
  readonly length: number | null
  /** A variable-length array: the hidden local that holds its size in bytes. `length` is null then. */
  readonly variable?: VariableSize
}

/** The size in bytes of a variable-length array, kept in a hidden local of type size_t (typed.ts, LocalVariable). */
export interface VariableSize {
  readonly local: number
}

export interface RecordType extends Common {
  readonly kind: 'record'
  readonly definition: RecordDefinition
}

export interface FunctionType extends Common {
  readonly kind: 'function'
  readonly result: CType
  readonly parameters: readonly CType[]
  readonly isVariadic: boolean
  /** `f()`: nothing is known of the parameters. */
  readonly isUnspecified: boolean
}

export type CType = VoidType | IntegerType | FloatType | PointerType | ArrayType | RecordType | FunctionType

/** A struct or union; `members` is null until it is defined. One object for each definition. */
export interface RecordDefinition {
  readonly isUnion: boolean
  readonly tag: string | null
  members: readonly Member[] | null
  size: Bytes
  alignment: Bytes
}

export interface Member {
  /** null: an anonymous struct or union (its members are found through it), or an unnamed bit-field. */
  readonly name: string | null
  readonly type: CType
  /** Bytes from the start of the record. For a bit-field: of the storage unit that holds it. */
  readonly offset: Bytes
  /** Of a bit-field: its lowest bit within the unit of the size of its type (gcc's layout), and its width. */
  readonly bits?: { readonly shift: number; readonly width: number }
}
