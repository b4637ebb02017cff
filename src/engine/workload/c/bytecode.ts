import type { Address, Bytes } from '../../units.ts'
import type { DataModel } from './source.ts'
import type { CType, FunctionType } from './types.ts'

/*
 * The machine that C is compiled for. It has 128 registers r0…r127; each is a 64-bit integer in two halves (lo, hi) and,
 * beside it, a double (f) under the same number. Further there are pc (an index into the code), sp and fp (addresses).
 * All else is simulated memory.
 *
 * What a register holds:
 * - an integer of 32 bits or fewer: lo, sign- or zero-extended to 32 bits as its type says; hi is undefined;
 * - a 64-bit integer or an LP64 pointer: lo and hi;
 * - an ILP32 pointer: lo; hi is undefined (memory operations ignore it under ILP32);
 * - a floating-point value: f (a `float` rounded to single precision);
 * - a record: lo and hi, the address of its bytes.
 *
 * An instruction is one 32-bit word, op | a << 8 | b << 16 | c << 24, followed by its immediate words (`WORDS` says how
 * many words it has in all). Immediates are signed 32-bit unless said otherwise. Jump targets are indices into the code.
 *
 * Calls: the caller has its arguments in r[b] … r[b + c - 1] (no live value at or above b is kept; live registers below b
 * are spilled to the frame by the caller before, since a call destroys all registers). For variadic arguments the caller
 * makes room below its frame, by ALLOCA, and gives it back after the call: [sp + 0 …] is the outgoing area, in slots of 8
 * bytes (ILP32: 4, for 8-byte values two); a float there is a double.
 * CALL copies the arguments to r0…, pushes the return address and jumps. The callee begins with ENTER, which pushes fp,
 * makes fp = sp and sp -= frame size (a multiple of 16), and then stores its parameters to their homes in the frame.
 * So the frame is: [fp + 2 words …] the caller's outgoing area, [fp + 1 word] return address, [fp] saved fp, below it the
 * locals. A word is 8 bytes, under ILP32 4. The result comes back in r0; RESULT and
 * FRESULT move it where it is wanted. A function that returns a record gets the address for it as a hidden first argument
 * and returns that address. Records are passed as the address of the caller's object; the callee copies it to its home.
 *
 * Host functions (the part of the library that is not written in C) are called by HOST in the same way; variadic ones are
 * never called directly: the library wraps them in C and hands them a va_list.
 */

/** Operation codes. The comment says what each does; `imm` is the first immediate word, `imm2` the second. */
export const OP = {
  // --- constants and moves
  /** r[a] = r[b], lo and hi */
  MOV: 1,
  /** f[a] = f[b] */
  FMOV: 2,
  /** r[a] = imm, sign-extended to 64 bits */
  IMM: 3,
  /** r[a].lo = imm, r[a].hi = imm2. Addresses of functions and variables are put in when the program is loaded. */
  IMM64: 4,
  /** f[a] = the double with the low half imm and the high half imm2 */
  FIMM: 5,
  /** r[a] = fp + imm (an address) */
  LADDR: 6,

  // --- memory: address r[b] + imm
  LD_S8: 8,
  LD_U8: 9,
  LD_S16: 10,
  LD_U16: 11,
  LD_32: 12,
  LD_64: 13,
  /** f[a] = the float, or the double, there */
  LD_F32: 14,
  LD_F64: 15,
  /** stores r[a] or f[a] */
  ST_8: 16,
  ST_16: 17,
  ST_32: 18,
  ST_64: 19,
  ST_F32: 20,
  ST_F64: 21,

  // --- memory: address fp + imm (locals)
  LDL_S8: 24,
  LDL_U8: 25,
  LDL_S16: 26,
  LDL_U16: 27,
  LDL_32: 28,
  LDL_64: 29,
  LDL_F32: 30,
  LDL_F64: 31,
  STL_8: 32,
  STL_16: 33,
  STL_32: 34,
  STL_64: 35,
  STL_F32: 36,
  STL_F64: 37,

  /** copies imm bytes from [r[b]] to [r[a]] (as memmove; a struct assignment: initialised-ness is copied, not checked) */
  COPY: 38,
  /** sets imm bytes at [r[a]] to zero */
  ZERO: 39,
  /** r[a] = the bit-field at [r[b] + imm]; imm2 = BIT_FIELD encoding. Result as its promoted type (64-bit units: lo and hi). */
  BF_LD: 40,
  /** stores r[a] into the bit-field at [r[b] + imm]; imm2 as above. Touches only the bytes that hold its bits. */
  BF_ST: 41,

  // --- 32-bit integers: lo[a] = lo[b] op lo[c]
  ADD_32: 48,
  SUB_32: 49,
  MUL_32: 50,
  /** division by zero, and INT_MIN / -1, end in SIGFPE */
  DIVS_32: 51,
  DIVU_32: 52,
  REMS_32: 53,
  REMU_32: 54,
  AND_32: 55,
  OR_32: 56,
  XOR_32: 57,
  /** shift counts: lo[c] & 31, as x86 does */
  SHL_32: 58,
  SHRS_32: 59,
  SHRU_32: 60,
  /** lo[a] = lo[b] + imm */
  ADDI_32: 61,
  NEG_32: 62,
  NOT_32: 63,

  // --- 64-bit integers
  ADD_64: 64,
  SUB_64: 65,
  MUL_64: 66,
  DIVS_64: 67,
  DIVU_64: 68,
  REMS_64: 69,
  REMU_64: 70,
  AND_64: 71,
  OR_64: 72,
  XOR_64: 73,
  /** shift counts: lo[c] & 63 */
  SHL_64: 74,
  SHRS_64: 75,
  SHRU_64: 76,
  /** r[a] = r[b] + imm (sign-extended) */
  ADDI_64: 77,
  NEG_64: 78,
  NOT_64: 79,
  /** r[a] = r[b] + sign-extended lo[c] * imm: a pointer and a 32-bit index */
  PADD_32: 80,
  /** r[a] = r[b] + r[c] * imm, modulo 2^64: a pointer and a 64-bit index */
  PADD_64: 81,

  // --- comparisons: lo[a] = 1 or 0
  EQ_32: 84,
  NE_32: 85,
  LTS_32: 86,
  LES_32: 87,
  LTU_32: 88,
  LEU_32: 89,
  EQ_64: 90,
  NE_64: 91,
  LTS_64: 92,
  LES_64: 93,
  LTU_64: 94,
  LEU_64: 95,
  FEQ: 96,
  FNE: 97,
  FLT: 98,
  FLE: 99,

  // --- conversions: r[a] from r[b]
  SX_8: 104,
  ZX_8: 105,
  SX_16: 106,
  ZX_16: 107,
  /** to 64 bits */
  SX_32: 108,
  ZX_32: 109,
  /** lo[a] = lo[b] != 0; r[b] != 0; f[b] != 0 */
  BOOL_32: 110,
  BOOL_64: 111,
  FBOOL: 112,
  /** f[a] = (double) r[b], from a signed or unsigned 32- or 64-bit integer, rounded to nearest */
  F_S32: 113,
  F_U32: 114,
  F_S64: 115,
  F_U64: 116,
  /** r[a] = (integer) f[b], toward zero; out of range as x86-64 and gcc give it (0x80000000…) */
  S32_F: 117,
  U32_F: 118,
  S64_F: 119,
  U64_F: 120,
  /** f[a] = f[b] rounded to float */
  FROUND: 121,
  /** f[a] = (float) r[b], from a signed or unsigned 64-bit integer, rounded once */
  F32_S64: 122,
  F32_U64: 123,

  // --- floating point
  FADD: 124,
  FSUB: 125,
  FMUL: 126,
  FDIV: 127,
  FNEG: 128,

  // --- jumps: imm is the target
  JMP: 132,
  /** if lo[a] == 0; if it is not */
  JZ_32: 133,
  JNZ_32: 134,
  /** if r[a] == 0 (ILP32 pointers use the 32-bit forms) */
  JZ_64: 135,
  JNZ_64: 136,
  /** if r[a] op r[b] */
  JEQ_32: 137,
  JNE_32: 138,
  JLTS_32: 139,
  JLES_32: 140,
  JLTU_32: 141,
  JLEU_32: 142,
  JEQ_64: 143,
  JNE_64: 144,
  JLTS_64: 145,
  JLES_64: 146,
  JLTU_64: 147,
  JLEU_64: 148,
  /** jumps by tables[imm] on r[a] (64-bit value; 32-bit ones are sign-extended first by SX_32/ZX_32) */
  SWITCH: 149,

  // --- calls and frames
  /** calls functions[imm] with c arguments in r[b]… */
  CALL: 152,
  /** calls the function at address r[a] with c arguments in r[b]…; a wrong address faults as a jump there would */
  CALLR: 153,
  /** calls hosts[imm] with c arguments in r[b]…; the result is in r0/f0 as after a call */
  HOST: 154,
  /** r[a] = r0 */
  RESULT: 155,
  /** f[a] = f0 */
  FRESULT: 156,
  /** imm: frame size in bytes, a multiple of 16 */
  ENTER: 157,
  /** returns; the result is in r0 or f0 */
  RET: 158,
  /** r[a] = the lowest address of a new block of r[b] bytes (rounded up to 16) on the stack: sp, which moves down */
  ALLOCA: 159,
  /** r[a] = sp; sp = r[a] */
  LSP: 160,
  SSP: 161,

  // --- the story
  /** A new step of the program begins: lines[imm]. Only in the person's own code, never in the library's. */
  LINE: 164,
  /** Tells the checker, if there is one, about r[a], r[b] (and the constant imm2): notes[imm]. No other effect. */
  NOTE: 165,
  /** The program must not come here: traps[imm] says why (an undefined function, __builtin_trap). SIGILL, or the lab's message. */
  TRAP: 166,
} as const

export type OpName = keyof typeof OP

/** Words of each instruction, its own included, by operation code; 0 for codes that do not exist. */
export const WORDS: Uint8Array = wordsOf()

function wordsOf(): Uint8Array {
  const words = new Uint8Array(256)
  for (const code of Object.values(OP)) words[code] = 1
  const two: readonly OpName[] = [
    'IMM',
    'LADDR',
    'LD_S8',
    'LD_U8',
    'LD_S16',
    'LD_U16',
    'LD_32',
    'LD_64',
    'LD_F32',
    'LD_F64',
    'ST_8',
    'ST_16',
    'ST_32',
    'ST_64',
    'ST_F32',
    'ST_F64',
    'LDL_S8',
    'LDL_U8',
    'LDL_S16',
    'LDL_U16',
    'LDL_32',
    'LDL_64',
    'LDL_F32',
    'LDL_F64',
    'STL_8',
    'STL_16',
    'STL_32',
    'STL_64',
    'STL_F32',
    'STL_F64',
    'COPY',
    'ZERO',
    'ADDI_32',
    'ADDI_64',
    'PADD_32',
    'PADD_64',
    'JMP',
    'JZ_32',
    'JNZ_32',
    'JZ_64',
    'JNZ_64',
    'JEQ_32',
    'JNE_32',
    'JLTS_32',
    'JLES_32',
    'JLTU_32',
    'JLEU_32',
    'JEQ_64',
    'JNE_64',
    'JLTS_64',
    'JLES_64',
    'JLTU_64',
    'JLEU_64',
    'SWITCH',
    'CALL',
    'HOST',
    'ENTER',
    'LINE',
    'TRAP',
  ]
  for (const name of two) words[OP[name]] = 2
  const three: readonly OpName[] = ['IMM64', 'FIMM', 'BF_LD', 'BF_ST', 'NOTE']
  for (const name of three) words[OP[name]] = 3
  return words
}

/** Registers of the machine. An expression that needs more is refused by the compiler. */
export const REGISTERS = 128

/** How a bit-field lies in its unit: unit size (1, 2, 4, 8 bytes), lowest bit, width, signedness, as one immediate. */
export function bitField(unit: number, shift: number, width: number, isSigned: boolean): number {
  return unit | (shift << 8) | (width << 16) | (isSigned ? 1 << 24 : 0)
}

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
