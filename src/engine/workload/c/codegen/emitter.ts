import { OP } from '../bytecode.ts'
import type { Fixup, LineInfo, Note, SwitchTable } from '../image.ts'
import { WORDS } from '../instruction.ts'
import type { Place } from '../source.ts'
import type { Mark } from '../typed.ts'

/** A position in the code that jumps can name before it is known. */
export interface Label {
  /** Index into the code; -1 until it is bound. */
  at: number
  /** Indices of the words that wait for it. */
  readonly uses: number[]
}

/** Ranges of a `switch`, whose targets are labels until the function is complete. */
export interface PendingTable {
  readonly ranges: readonly { readonly from: bigint; readonly to: bigint; readonly label: Label }[]
  readonly otherwise: Label
}

/** The code of a program as it grows, with the tables that its instructions point into. */
export class Emitter {
  readonly code: number[] = []
  readonly fixups: Fixup[] = []
  readonly lines: LineInfo[] = []
  readonly notes: Note[] = []
  readonly traps: string[] = []
  readonly tables: SwitchTable[] = []
  readonly files: string[] = []
  readonly places = { pc: [] as number[], file: [] as number[], line: [] as number[], column: [] as number[] }
  /** Whether the code that comes next belongs to the library. */
  isLibrary = false
  private readonly pending: PendingTable[] = []
  private readonly fileIndex = new Map<string, number>()

  /** Index of the next instruction. */
  get here(): number {
    return this.code.length
  }

  /** Appends an instruction; of the immediates as many words as it has. */
  emit(op: number, a = 0, b = 0, c = 0, immediate = 0, second = 0): void {
    const words = WORDS[op]!
    this.code.push(op | (a << 8) | (b << 16) | (c << 24))
    if (words > 1) this.code.push(immediate | 0)
    if (words > 2) this.code.push(second | 0)
  }

  label(): Label {
    return { at: -1, uses: [] }
  }

  /** Appends a jump to a label. */
  jump(op: number, label: Label, a = 0, b = 0): void {
    this.emit(op, a, b, 0, label.at)
    if (label.at < 0) label.uses.push(this.here - 1)
  }

  /** The label is here. */
  bind(label: Label): void {
    label.at = this.here
    for (const use of label.uses) this.code[use] = label.at
  }

  /** Index of the word appended last: an immediate that `patch` sets once it is known. */
  get lastWord(): number {
    return this.code.length - 1
  }

  patch(word: number, value: number): void {
    this.code[word] = value
  }

  /** r[register] = the address of the target plus the addend, known when the program is loaded. */
  address(register: number, target: Fixup['target'], addend: number): void {
    this.emit(OP.IMM64, register)
    this.fixups.push({
      section: this.isLibrary ? 'library-text' : 'text',
      offset: this.here - 2,
      target,
      addend,
    })
  }

  /** r[register] = an integer; of the kind `wide` all 64 bits, else the lower 32. */
  constant(register: number, value: bigint, isWide: boolean): void {
    const low = Number(BigInt.asIntN(32, value))
    if (!isWide || BigInt.asIntN(64, value) === BigInt(low)) this.emit(OP.IMM, register, 0, 0, low)
    else this.emit(OP.IMM64, register, 0, 0, low, Number(BigInt.asIntN(32, value >> 32n)))
  }

  /** Instructions from here on belong to this place of the source. */
  at(place: Place): void {
    const { pc, file, line, column } = this.places
    const last = pc.length - 1
    const index = this.file(place.file)
    if (last >= 0 && line[last] === place.line && column[last] === place.column && file[last] === index)
      return
    if (pc[last] === this.here) {
      pc.length = file.length = line.length = column.length = last
    }
    pc.push(this.here)
    file.push(index)
    line.push(place.line)
    column.push(place.column)
  }

  /** A step of the person's program begins. */
  line(mark: Mark, functionIndex: number): void {
    const { file, line, column } = mark.place
    const { endLine, endColumn } = mark
    this.at(mark.place)
    this.emit(OP.LINE, 0, 0, 0, this.lines.length)
    this.lines.push({ file, line, column, endLine, endColumn, function: functionIndex })
  }

  note(kind: Note['kind'], name: string, place: Place, a: number, b: number, value: number): void {
    const { file, line, column } = place
    this.at(place)
    this.emit(OP.NOTE, a, b, 0, this.notes.length, value)
    this.notes.push({ kind, name, file, line, column })
  }

  trap(message: string): void {
    const known = this.traps.indexOf(message)
    this.emit(OP.TRAP, 0, 0, 0, known < 0 ? this.traps.push(message) - 1 : known)
  }

  /** Jumps by r[register]; the targets are filled in at the end of the function. */
  switchTo(register: number, table: PendingTable): void {
    this.emit(OP.SWITCH, register, 0, 0, this.tables.length + this.pending.length)
    this.pending.push(table)
  }

  /** The function is complete: all labels are bound. */
  finishTables(): void {
    for (const table of this.pending) this.tables.push(finished(table))
    this.pending.length = 0
  }

  private file(name: string): number {
    const known = this.fileIndex.get(name)
    if (known !== undefined) return known
    this.fileIndex.set(name, this.files.length)
    return this.files.push(name) - 1
  }
}

function finished({ ranges, otherwise }: PendingTable): SwitchTable {
  const low = (value: bigint): number => Number(BigInt.asIntN(32, value))
  const high = (value: bigint): number => Number(BigInt.asIntN(32, value >> 32n))
  return {
    fromLow: Int32Array.from(ranges, (range) => low(range.from)),
    fromHigh: Int32Array.from(ranges, (range) => high(range.from)),
    toLow: Int32Array.from(ranges, (range) => low(range.to)),
    toHigh: Int32Array.from(ranges, (range) => high(range.to)),
    targets: Int32Array.from(ranges, (range) => range.label.at),
    otherwise: otherwise.at,
  }
}
