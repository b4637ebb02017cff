import type { Bytes } from '../../../units.ts'
import { alignUp } from '../../../units.ts'
import type { Fixup, GlobalInfo, Program, SectionName } from '../image.ts'
import { pointerSize } from '../sema/layout.ts'
import type { DataModel } from '../source.ts'
import type { GlobalVariable, StaticAddress } from '../typed.ts'
import { layOut, objectSize, type SectionLayout, sectionOf } from './sections.ts'
import type { DefinedVariable } from './symbols.ts'

type Target = Fixup['target']

/** The parts of a program that its variables make up. */
export type DataParts = Pick<
  Program,
  | 'globals'
  | 'rodata'
  | 'data'
  | 'bssSize'
  | 'libraryRodata'
  | 'libraryData'
  | 'libraryBssSize'
  | 'alignments'
> & { readonly fixups: readonly Fixup[] }

/** Before the first variable of `bss` stands `completed.0` of the start files: one byte. */
const COMPLETED: Bytes = 1

/** The variables with static storage that a program has, numbered in the order in which they were met. */
export class Data {
  private readonly variables: DefinedVariable[] = []
  private readonly indices = new Map<GlobalVariable, number>()
  private readonly strings = new Map<string, number>()
  /** Addresses in initialisers, with what they mean in the linked program. */
  private readonly addresses: { readonly of: number; readonly at: StaticAddress; readonly target: Target }[] =
    []
  private resolved = 0

  constructor(private readonly model: DataModel) {}

  /** The number of a variable; from now on it is part of the program. Equal strings of a file are one, as in gcc. */
  indexOf(defined: DefinedVariable): number {
    const { variable } = defined
    const known = this.indices.get(variable)
    if (known !== undefined) return known
    const text = textOf(defined)
    const index = (text === null ? undefined : this.strings.get(text)) ?? this.variables.push(defined) - 1
    if (text !== null) this.strings.set(text, index)
    this.indices.set(variable, index)
    return index
  }

  /** Finds what the initialisers of new variables point to, which may bring in more. Returns whether there were any. */
  resolve(targetOf: (address: StaticAddress) => Target): boolean {
    const before = this.resolved
    while (this.resolved < this.variables.length) {
      const of = this.resolved++
      for (const at of this.variables[of]!.variable.initialiser?.addresses ?? [])
        this.addresses.push({ of, at, target: targetOf(at) })
    }
    return this.resolved > before
  }

  /** Lays all variables out. */
  finish(): DataParts {
    const sections = this.variables.map(sectionOf)
    const layouts = new Map(SECTIONS.map((name) => [name, this.layOut(name, sections)]))
    const offsetOf = (index: number): number =>
      layouts.get(sections[index]!)!.offsets.get(this.variables[index]!.variable)!
    const image = (name: SectionName): Uint8Array => this.image(layouts.get(name)!)
    const word = pointerSize(this.model)
    return {
      globals: this.variables.map((each, index) => this.describe(each, sections[index]!, offsetOf(index))),
      rodata: image('rodata'),
      data: image('data'),
      bssSize: alignUp(layouts.get('bss')!.size, word),
      libraryRodata: image('library-rodata'),
      libraryData: image('library-data'),
      libraryBssSize: alignUp(layouts.get('library-bss')!.size, word),
      alignments: { data: layouts.get('data')!.alignment, bss: layouts.get('bss')!.alignment },
      fixups: this.addresses.map(({ of, at, target }) => ({
        section: sections[of]!,
        offset: offsetOf(of) + at.offset,
        target,
        addend: at.addend,
      })),
    }
  }

  private layOut(name: SectionName, sections: readonly SectionName[]): SectionLayout {
    const own = this.variables.filter((_, index) => sections[index] === name)
    return layOut(own, name, name === 'bss' ? COMPLETED : 0, this.model)
  }

  private image({ offsets, size }: SectionLayout): Uint8Array {
    const bytes = new Uint8Array(size)
    for (const [{ initialiser }, offset] of offsets)
      if (initialiser !== null) bytes.set(initialiser.bytes, offset)
    return bytes
  }

  private describe(
    { variable, isLibrary }: DefinedVariable,
    section: SectionName,
    offset: number,
  ): GlobalInfo {
    const { name, type, place, owner, isString } = variable
    const size = objectSize(variable, this.model)
    const { file, line } = place
    return { name, type, section, offset, size, file, line, owner, isString, isLibrary }
  }
}

const SECTIONS: readonly SectionName[] = [
  'rodata',
  'data',
  'bss',
  'library-rodata',
  'library-data',
  'library-bss',
]

/** What makes a string literal the same as another one; null for what is none. */
function textOf({ variable, unit }: DefinedVariable): string | null {
  const { initialiser, isString, isReadOnly, alignment } = variable
  if (!isString || !isReadOnly || initialiser === null || initialiser.addresses.length > 0) return null
  return `${unit} ${alignment} ${initialiser.bytes.join()}`
}
