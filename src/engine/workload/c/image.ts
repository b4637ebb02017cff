import type { Address, Bytes } from '../../units.ts'
import type { DataModel } from './source.ts'
import type { CType, FunctionType } from './types.ts'

/** A jump table: value `values[i]` (ascending, 64-bit as bigint at compile time, here as two halves) goes to `targets[i]`. */
export interface SwitchTable {
  /** Ranges [from, to], ascending by signed 64-bit value; as halves. */
  readonly fromLow: Int32Array
  readonly fromHigh: Int32Array
  readonly toLow: Int32Array
  readonly toHigh: Int32Array
  readonly targets: Int32Array
  readonly otherwise: number
}

/** A step of the program: a statement, or a part of a loop's head. */
export interface LineInfo {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** Index into `functions`. */
  readonly function: number
}

/**
 * What the checker is told.
 * - `bounds`: r[a] is the index (64-bit; ILP32 32-bit) into `name`, an array of imm2 elements, about to be used.
 * - `size-add`, `size-subtract`, `size-multiply`: r[a] op r[b] is about to be computed in an unsigned size type.
 * - `pointer-to-int`: the pointer r[a] is about to be cut to imm2 bytes.
 * - `int-to-pointer`: the integer r[a] of imm2 bytes has been made a pointer.
 */
export interface Note {
  readonly kind:
    | 'bounds'
    | 'size-add'
    | 'size-subtract'
    | 'size-multiply'
    | 'pointer-to-int'
    | 'int-to-pointer'
  /** The array's or the expression's text for messages: `buf`, `s.name`, `count * size`. */
  readonly name: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Where a part of the program's image lies. `text` holds the bytecode itself. The library's parts lie in libc's mapping. */
export type SectionName =
  | 'text'
  | 'rodata'
  | 'data'
  | 'bss'
  | 'library-text'
  | 'library-rodata'
  | 'library-data'
  | 'library-bss'

/** A variable with static storage, for the loader and for the person who looks at it. */
export interface GlobalInfo {
  readonly name: string
  readonly type: CType
  readonly section: SectionName
  /** From the section's start. */
  readonly offset: Bytes
  readonly size: Bytes
  readonly file: string
  readonly line: number
  /** Of a static local: the function's name. */
  readonly owner: string | null
  readonly isString: boolean
  readonly isLibrary: boolean
}

/** A variable in a frame. */
export interface LocalInfo {
  readonly name: string
  readonly type: CType
  /** From fp; negative. */
  readonly offset: Bytes
  readonly size: Bytes
  readonly isParameter: boolean
  /** The frame holds a pointer to the elements of a variable-length array. */
  readonly isVariableLength: boolean
  /** The frame holds a pointer to it at `offset`: its alignment is more than a frame has. */
  readonly isIndirect?: boolean
  /** Lines on which the name means this variable. */
  readonly fromLine: number
  readonly toLine: number
}

export interface FunctionInfo {
  readonly name: string
  readonly type: FunctionType
  readonly file: string
  readonly line: number
  /** Indices into the code: its ENTER, and one past its last word. */
  readonly entry: number
  readonly end: number
  readonly frameSize: Bytes
  /** Those of the library have no LINE instructions: a person steps over them. */
  readonly isLibrary: boolean
  /** Without hidden ones; parameters first. */
  readonly locals: readonly LocalInfo[]
}

/** `code[at]` and `code[at + 1]` (the halves of an IMM64), or the word at `offset` of a section, get an address. */
export interface Fixup {
  readonly section: SectionName
  /** In bytes from the section's start; for `text` and `library-text` in code words from the start of the whole code. */
  readonly offset: number
  readonly target:
    | { readonly kind: 'global' | 'function'; readonly index: number }
    | { readonly kind: 'host'; readonly index: number }
    | { readonly kind: 'mark'; readonly name: 'etext' | 'edata' | 'end' }
  readonly addend: number
}

/** Places of instructions that can fault or call, ascending by pc; an instruction has the last place at or before it. */
export interface PlaceTable {
  readonly pc: Int32Array
  /** Index into `files`. */
  readonly file: Uint16Array
  readonly line: Int32Array
  readonly column: Int32Array
}

/** A compiled and linked program: position-independent until it is loaded. */
export interface Program {
  readonly model: DataModel
  /** The person's functions first, then the library's. */
  readonly code: Int32Array
  /** Index of the library's first word. */
  readonly libraryStart: number
  readonly entry: number
  readonly functions: readonly FunctionInfo[]
  /** Names of the host functions that are called or pointed to. */
  readonly hosts: readonly string[]
  /** For each host function the index of a two-instruction stub (HOST, RET) in the code, so that it has an address; -1 if nothing takes it. */
  readonly hostStubs: Int32Array
  readonly globals: readonly GlobalInfo[]
  /** Bytes of the sections that have any. */
  readonly rodata: Uint8Array
  readonly data: Uint8Array
  readonly bssSize: Bytes
  readonly libraryRodata: Uint8Array
  readonly libraryData: Uint8Array
  readonly libraryBssSize: Bytes
  /** What the strictest variable of `data` and of `bss` needs; 32 where this is absent. At most a page. */
  readonly alignments?: { readonly data: Bytes; readonly bss: Bytes }
  readonly fixups: readonly Fixup[]
  readonly lines: readonly LineInfo[]
  readonly notes: readonly Note[]
  readonly tables: readonly SwitchTable[]
  readonly traps: readonly string[]
  readonly files: readonly string[]
  readonly places: PlaceTable
}

/** Where the sections lie in a process. `text` starts at code word 0; words are 4 bytes. */
export interface Sections {
  readonly text: Address
  readonly rodata: Address
  readonly data: Address
  readonly bss: Address
  readonly libraryText: Address
  readonly libraryRodata: Address
  readonly libraryData: Address
  readonly libraryBss: Address
}
