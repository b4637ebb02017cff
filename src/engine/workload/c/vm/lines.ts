import { OP } from '../bytecode.ts'
import type { Program } from '../image.ts'
import { WORDS } from '../instruction.ts'

/** Says for an index of the code which function it belongs to and which LINE was the last before it. */
export class LineTable {
  private readonly pcs: number[] = []
  private readonly lines: number[] = []
  private readonly functions: readonly {
    readonly index: number
    readonly entry: number
    readonly end: number
  }[]

  constructor(program: Program) {
    const { code, libraryStart } = program
    for (let at = 0; at < libraryStart; at += WORDS[code[at]! & 0xff] || 1) {
      if ((code[at]! & 0xff) !== OP.LINE) continue
      this.pcs.push(at)
      this.lines.push(code[at + 1]!)
    }
    this.functions = program.functions
      .map(({ entry, end }, index) => ({ index, entry, end }))
      .filter(({ entry, end }) => entry >= 0 && end > entry)
      .sort((x, y) => x.entry - y.entry)
  }

  /** Index into `program.functions`, or -1. */
  functionAt(pc: number): number {
    const found = this.functions[lastAtOrBelow(this.functions.length, (i) => this.functions[i]!.entry, pc)]
    return found !== undefined && pc < found.end ? found.index : -1
  }

  /** Index into `program.lines` of the last LINE before `pc` in the same function, or -1. */
  lineAt(pc: number): number {
    const i = lastAtOrBelow(this.pcs.length, (index) => this.pcs[index]!, pc - 1)
    return i >= 0 && this.functionAt(this.pcs[i]!) === this.functionAt(pc) ? this.lines[i]! : -1
  }
}

/** Index of the last of `length` ascending keys that is not above `wanted`; -1 if all are. */
export function lastAtOrBelow(length: number, key: (index: number) => number, wanted: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (key(middle) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}
