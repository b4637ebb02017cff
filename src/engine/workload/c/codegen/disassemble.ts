import { OP } from '../bytecode.ts'
import type { Program } from '../image.ts'
import { WORDS } from '../instruction.ts'

const NAMES = new Map<number, string>(Object.entries(OP).map(([name, code]) => [code, name]))

/**
 * A program's code as text: a line for each instruction, with the index of its first word, its operands, and what
 * its immediate means. `only`: the names of the functions to show; all of the person's for none.
 */
export function disassemble(program: Program, only?: readonly string[]): string {
  const lines: string[] = []
  const targets = new Map(program.fixups.filter(isInText).map((fixup) => [fixup.offset, fixup]))
  for (const { name, entry, end, isLibrary, frameSize } of program.functions) {
    if (only === undefined ? isLibrary : !only.includes(name)) continue
    lines.push(`${name}: (frame ${frameSize})`)
    for (let at = entry; at < end; at += WORDS[program.code[at]! & 255] || 1) {
      const fixup = targets.get(at + 1)
      const text = fixup === undefined ? instruction(program, at) : addressOf(program, at, fixup)
      lines.push(`${String(at).padStart(6)}  ${text}`)
    }
  }
  return `${lines.join('\n')}\n`
}

type FixupOf = Program['fixups'][number]

function isInText({ section }: FixupOf): boolean {
  return section === 'text' || section === 'library-text'
}

function addressOf(program: Program, at: number, { target, addend }: FixupOf): string {
  const name =
    target.kind === 'mark'
      ? target.name
      : target.kind === 'host'
        ? program.hosts[target.index]
        : target.kind === 'function'
          ? program.functions[target.index]!.name
          : program.globals[target.index]!.name || `string ${target.index}`
  return `IMM64 r${(program.code[at]! >> 8) & 255}, &${name}${addend === 0 ? '' : ` + ${addend}`}`
}

function instruction(program: Program, at: number): string {
  const { code } = program
  const op = code[at]! & 255
  const name = NAMES.get(op) ?? `?${op}`
  const registers = [8, 16, 24].map((shift) => `r${(code[at]! >>> shift) & 255}`)
  const immediates = [...code.subarray(at + 1, at + (WORDS[op] || 1))]
  const meaning = meaningOf(program, op, immediates[0] ?? 0)
  return `${name} ${[...registers, ...immediates].join(', ')}${meaning === '' ? '' : `  ; ${meaning}`}`
}

function meaningOf(program: Program, op: number, immediate: number): string {
  if (op === OP.CALL) return program.functions[immediate]!.name
  if (op === OP.HOST) return program.hosts[immediate]!
  if (op === OP.TRAP) return program.traps[immediate]!
  if (op === OP.NOTE) return `${program.notes[immediate]!.kind} ${program.notes[immediate]!.name}`
  if (op === OP.LINE) return `line ${program.lines[immediate]!.line}`
  return ''
}
