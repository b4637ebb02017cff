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
