import type { Bytes } from '../../../units.ts'
import { alignDown, alignUp } from '../../../units.ts'
import type { LocalInfo } from '../image.ts'
import { pointerSize, sizeOf, variableAlignOf } from '../sema/layout.ts'
import type { DataModel } from '../source.ts'
import type { LocalVariable, TypedFunction } from '../typed.ts'

/** What gcc's functions keep between the saved frame pointer and the first local under -m32: saved registers. */
const SAVED_ILP32: Bytes = 8

/** What fp is a multiple of. */
const FRAME_ALIGNMENT: Readonly<Record<DataModel, Bytes>> = { lp64: 16, ilp32: 8 }

/** A local whose alignment no fixed place in the frame can have: the frame holds a pointer into the room for it. */
export interface IndirectLocal {
  readonly index: number
  /** An address that is not too high for it: the local begins there or up to `alignment` bytes lower. */
  readonly highest: number
  readonly alignment: Bytes
}

/** A place in the frame for a record that a call returns, used again after the expression. */
interface Temporary {
  readonly offset: number
  readonly size: Bytes
  isFree: boolean
}

/**
 * A function's frame, as gcc 12 -O0 -fno-stack-protector lays it out: below fp the locals in order of declaration, each as
 * high as its alignment allows (under LP64 arrays and records of 16 bytes and more at multiples of 16), then, from the
 * next multiple of 16 on, the homes of the parameters. Below them what this compiler needs: saved registers, temporaries.
 */
export class Frame {
  /** Of each local, by index: its place relative to fp, or that of the pointer to it. */
  readonly offsets: number[] = []
  /** Locals that are found through a pointer. */
  readonly indirect: IndirectLocal[] = []
  private lowest: number
  private readonly slots: number[] = []
  private readonly temporaries: Temporary[] = []

  constructor(
    private readonly of: TypedFunction,
    private readonly model: DataModel,
  ) {
    this.lowest = model === 'lp64' ? 0 : -SAVED_ILP32
    for (const local of of.locals.slice(of.parameters)) this.placeLocal(local)
    this.lowest = alignDown(this.lowest, 16)
    for (const local of of.locals.slice(0, of.parameters)) this.placeLocal(local)
  }

  /** Where register `register` is kept during a call. */
  slot(register: number): number {
    this.slots[register] ??= this.reserve(8, 8)
    return this.slots[register]
  }

  /** A hidden word of the frame, for the function's whole life. */
  word(): number {
    const size = pointerSize(this.model)
    return this.reserve(size, size)
  }

  /** Room for a record that is needed until the end of the expression. */
  temporary(size: Bytes): number {
    const known = this.temporaries.find((each) => each.isFree && each.size >= size)
    if (known !== undefined) {
      known.isFree = false
      return known.offset
    }
    const offset = this.reserve(size, 16)
    this.temporaries.push({ offset, size, isFree: false })
    return offset
  }

  /** The expression is over: its temporaries may be used again. */
  freeTemporaries(): void {
    for (const each of this.temporaries) each.isFree = true
  }

  /** How much room the frame takes, once all is in it. */
  get frameSize(): Bytes {
    return alignUp(0 - this.lowest, 16)
  }

  /** The variables that a person sees, parameters first. */
  describe(): LocalInfo[] {
    return this.of.locals
      .filter((local) => local.name !== '')
      .map((local) => ({
        name: local.name,
        type: local.type,
        offset: this.offsets[local.index]!,
        size: this.sizeOf(local),
        isParameter: local.isParameter,
        isVariableLength: local.isVariableLength,
        ...(this.isIndirect(local) && !local.isVariableLength ? { isIndirect: true } : {}),
        fromLine: local.place.line,
        toLine: local.scopeEndLine,
      }))
  }

  /** Whether the frame holds a pointer to the local, and not the local itself. */
  isIndirect(local: LocalVariable): boolean {
    return local.isVariableLength || this.indirect.some(({ index }) => index === local.index)
  }

  private placeLocal(local: LocalVariable): void {
    const size = this.sizeOf(local)
    const alignment = this.alignmentOf(local, size)
    const most = FRAME_ALIGNMENT[this.model]
    const room = this.reserve(alignment > most ? size + alignment : size, Math.min(alignment, most))
    this.offsets[local.index] = room
    if (alignment <= most) return
    this.indirect.push({ index: local.index, highest: room + alignment, alignment })
    this.offsets[local.index] = this.word()
  }

  private sizeOf(local: LocalVariable): Bytes {
    return local.isVariableLength ? pointerSize(this.model) : sizeOf(local.type, this.model)
  }

  private alignmentOf(local: LocalVariable, size: Bytes): Bytes {
    const isAggregate = local.type.kind === 'array' || local.type.kind === 'record'
    const usual = local.isVariableLength ? pointerSize(this.model) : variableAlignOf(local.type, this.model)
    const byModel = isAggregate && size >= 16 && this.model === 'lp64' ? 16 : 1
    const alignment = Math.max(usual, byModel, local.alignment)
    // A parameter's home is where the prologue stores it.
    return local.isParameter ? Math.min(alignment, FRAME_ALIGNMENT[this.model]) : alignment
  }

  private reserve(size: Bytes, alignment: Bytes): number {
    this.lowest = alignDown(this.lowest - size, alignment)
    return this.lowest
  }
}
