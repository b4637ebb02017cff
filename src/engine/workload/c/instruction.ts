import { OP, type OpName } from './bytecode.ts'

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
