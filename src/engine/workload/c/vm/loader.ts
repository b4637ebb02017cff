import type { Process } from '../../../kernel/index.ts'
import { type Address, type Bytes, TWO_32 } from '../../../units.ts'
import { OP } from '../bytecode.ts'
import type { Fixup, Program, SectionName, Sections } from '../image.ts'
import { WORDS } from '../instruction.ts'
import { CODE_WORD, codeAddress, sectionsOf } from './sections.ts'
import { type Entry, putArguments } from './start.ts'

/** What may lie at an index of the code: bits of `Loaded.targets`. */
export const RETURN_SITE = 1
export const FUNCTION = 2
export const HOST_STUB = 4

/** A program in a process. */
export interface Loaded {
  readonly program: Program
  readonly process: Process
  readonly sections: Sections
  /** The program's code with its addresses filled in. */
  readonly code: Int32Array
  /** For each index of the code what kind of jump may go there. */
  readonly targets: Uint8Array
  readonly entry: Entry
}

/**
 * Puts a program into a process that was made for it (`ProcessOptions.program`: programSizes), as execve and the
 * dynamic loader do: images in place, addresses filled in, arguments and environment on the stack.
 */
export function load(program: Program, process: Process): Loaded {
  if (process.image === null) throw new Error('the process was not made for a program')
  const sections = sectionsOf(program, process.image)
  const code = program.code.slice()
  const images: Record<string, Uint8Array> = {
    rodata: program.rodata.slice(),
    data: program.data.slice(),
    'library-rodata': program.libraryRodata.slice(),
    'library-data': program.libraryData.slice(),
  }
  for (const fixup of program.fixups) {
    const value = targetAddress(program, sections, fixup)
    if (fixup.section === 'text' || fixup.section === 'library-text') {
      code[fixup.offset] = value
      code[fixup.offset + 1] = Math.floor(value / TWO_32)
    } else putWord(images[fixup.section]!, fixup.offset, value, program.model === 'lp64' ? 8 : 4)
  }
  const poke = (address: Address, bytes: Uint8Array) => process.memory.poke(address, bytes)
  poke(sections.rodata, images.rodata!)
  poke(sections.data, images.data!)
  poke(sections.libraryRodata, images['library-rodata']!)
  poke(sections.libraryData, images['library-data']!)
  const text = new Uint8Array(code.buffer)
  poke(sections.text, text.subarray(0, program.libraryStart * CODE_WORD))
  poke(sections.libraryText, text.subarray(program.libraryStart * CODE_WORD))
  const entry = putArguments(process, program.model)
  return { program, process, sections, code, targets: jumpTargets(program), entry }
}

/** The address of a section's first byte. */
export function sectionStart(sections: Sections, name: SectionName): Address {
  switch (name) {
    case 'library-text':
      return sections.libraryText
    case 'library-rodata':
      return sections.libraryRodata
    case 'library-data':
      return sections.libraryData
    case 'library-bss':
      return sections.libraryBss
    default:
      return sections[name]
  }
}

/** The address of the variable globals[index]. */
export function globalAddress(program: Program, sections: Sections, index: number): Address {
  const { section, offset } = program.globals[index]!
  return sectionStart(sections, section) + offset
}

function targetAddress(program: Program, sections: Sections, { target, addend }: Fixup): Address {
  switch (target.kind) {
    case 'global':
      return globalAddress(program, sections, target.index) + addend
    case 'function':
      return codeAddress(program, sections, program.functions[target.index]!.entry) + addend
    case 'host':
      return codeAddress(program, sections, program.hostStubs[target.index]!) + addend
    case 'mark':
      return markAddress(program, sections, target.name) + addend
  }
}

/** `etext`, `edata` and `end`: one past the program's last byte of code, of initialised data, of all. */
function markAddress(program: Program, sections: Sections, name: 'etext' | 'edata' | 'end'): Address {
  if (name === 'etext') return sections.text + program.libraryStart * CODE_WORD
  return name === 'edata' ? sections.data + program.data.length : sections.bss + program.bssSize
}

function putWord(bytes: Uint8Array, offset: Bytes, value: number, size: 4 | 8): void {
  const view = new DataView(bytes.buffer)
  view.setUint32(offset, value >>> 0, true)
  if (size === 8) view.setUint32(offset + 4, Math.floor(value / TWO_32) >>> 0, true)
}

/** Where calls return to, and what can be called by address. */
function jumpTargets({ code, functions, hostStubs }: Program): Uint8Array {
  const targets = new Uint8Array(code.length + 1)
  for (let at = 0; at < code.length; at += WORDS[code[at]! & 0xff] || 1) {
    const op = code[at]! & 0xff
    if (op === OP.CALL || op === OP.CALLR) targets[at + WORDS[op]!]! |= RETURN_SITE
  }
  for (const { entry } of functions) if (entry >= 0) targets[entry]! |= FUNCTION
  for (const stub of hostStubs) if (stub >= 0) targets[stub]! |= HOST_STUB
  return targets
}
