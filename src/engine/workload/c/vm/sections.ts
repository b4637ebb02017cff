import type { Image, ProgramSizes } from '../../../kernel/index.ts'
import { type Address, alignUp, type Bytes } from '../../../units.ts'
import type { Program, Sections } from '../image.ts'
import type { DataModel } from '../source.ts'

/** Bytes of a word of code. */
export const CODE_WORD: Bytes = 4

/**
 * What stands before the program's own part in each segment, as gcc 12 and ld leave it on Debian 12: the start files'
 * code before main, `_IO_stdin_used` before constants, `.got.plt` and `__data_start` before variables.
 */
const BEFORE: Readonly<Record<DataModel, { text: Bytes; rodata: Bytes; data: Bytes }>> = {
  lp64: { text: 0x140, rodata: 0x20, data: 0x40 },
  ilp32: { text: 0x1a0, rodata: 0x20, data: 0x20 },
}
const ALIGNMENT = 32

/** Most bytes that the segments may have together: no mapping of the layout is in the way of so much. */
const MOST_BYTES: Bytes = 2 ** 30
const MOST_LIBRARY_TEXT: Bytes = 0x156000

/** The sizes of a program's segments, for `LayoutOptions.program`. */
export function programSizes(program: Program): ProgramSizes {
  const before = BEFORE[program.model]
  const data = dataStart(program) + program.data.length
  return {
    text: before.text + program.libraryStart * CODE_WORD,
    rodata: before.rodata + program.rodata.length,
    data,
    bss: alignUp(data, bssAlignment(program)) - data + program.bssSize,
  }
}

/** Why a program cannot be put into an address space, as a sentence; null if it can. */
export function tooLarge(program: Program): string | null {
  const { text, rodata, data, bss } = programSizes(program)
  const total = text + rodata + data + bss
  if (total > MOST_BYTES) return `The program's variables take ${total} bytes; at most ${MOST_BYTES} fit.`
  if ((program.code.length - program.libraryStart) * CODE_WORD > MOST_LIBRARY_TEXT) {
    return 'The library takes more room than libc has.'
  }
  return null
}

/** Where the sections of a program lie in the image of a process that was made for its sizes. */
export function sectionsOf(program: Program, image: Image): Sections {
  const before = BEFORE[program.model]
  const data = image.data + dataStart(program)
  return {
    text: image.text + before.text,
    rodata: image.rodata + before.rodata,
    data,
    bss: alignUp(data + program.data.length, bssAlignment(program)),
    libraryText: image.libraryText,
    libraryRodata: image.libraryRodata,
    libraryData: image.libraryData,
    libraryBss: image.libraryBss,
  }
}

/** From the segment's start, which is that of a page. */
function dataStart({ model, alignments }: Program): Bytes {
  return alignUp(BEFORE[model].data, alignments?.data ?? 1)
}

function bssAlignment({ alignments }: Program): Bytes {
  return Math.max(ALIGNMENT, alignments?.bss ?? 1)
}

/** The address of the code word `index`. */
export function codeAddress(program: Program, sections: Sections, index: number): Address {
  const { libraryStart } = program
  return index < libraryStart
    ? sections.text + index * CODE_WORD
    : sections.libraryText + (index - libraryStart) * CODE_WORD
}
