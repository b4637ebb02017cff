import type { Bytes } from '../../../units.ts'
import { alignUp } from '../../../units.ts'
import type { SectionName } from '../image.ts'
import { sizeOf, variableAlignOf } from '../sema/layout.ts'
import type { DataModel } from '../source.ts'
import type { GlobalVariable } from '../typed.ts'
import type { DefinedVariable } from './symbols.ts'

/** A section's variables, in order, each with its offset. */
export interface SectionLayout {
  readonly offsets: ReadonlyMap<GlobalVariable, number>
  readonly size: Bytes
  /** Of its strictest variable. */
  readonly alignment: Bytes
}

/** The section that a variable goes into; what is all zero needs no bytes in the image. */
export function sectionOf({ variable, isLibrary }: DefinedVariable): SectionName {
  const { initialiser, isReadOnly } = variable
  const isZero =
    initialiser === null ||
    (initialiser.addresses.length === 0 && initialiser.bytes.every((byte) => byte === 0))
  const name = isReadOnly ? 'rodata' : isZero ? 'bss' : 'data'
  return isLibrary ? `library-${name}` : name
}

/**
 * Offsets of a section's variables, as gcc 12 -O0 and ld lay them out: file by file, each file's part at the strictest
 * alignment of its variables; within a file in order of definition, but static variables within functions after those of
 * file scope, in `data` those with addresses after those without (.data.rel.local), in `bss` static ones (.lcomm) last.
 */
export function layOut(
  variables: readonly DefinedVariable[],
  section: SectionName,
  start: Bytes,
  model: DataModel,
): SectionLayout {
  const offsets = new Map<GlobalVariable, number>()
  let end = start
  let strictest = 1
  for (const part of byUnit(variables)) {
    const ordered = [...part].sort((a, b) => rank(a.variable, section) - rank(b.variable, section))
    const alignment = part.reduce((most, { variable }) => Math.max(most, alignmentOf(variable, model)), 1)
    strictest = Math.max(strictest, alignment)
    end = alignUp(end, alignment)
    for (const { variable } of ordered) {
      end = alignUp(end, alignmentOf(variable, model))
      offsets.set(variable, end)
      end += objectSize(variable, model)
    }
  }
  return { offsets, size: end, alignment: strictest }
}

/** Bytes of a variable: those of its type, and of what its initialiser puts into a flexible array at its end. */
export function objectSize({ type, initialiser }: GlobalVariable, model: DataModel): Bytes {
  return Math.max(sizeOf(type, model), initialiser?.bytes.length ?? 0)
}

function byUnit(variables: readonly DefinedVariable[]): DefinedVariable[][] {
  const parts = new Map<number, DefinedVariable[]>()
  for (const each of variables) {
    const part = parts.get(each.unit)
    if (part === undefined) parts.set(each.unit, [each])
    else part.push(each)
  }
  return [...parts.keys()].sort((a, b) => a - b).map((unit) => parts.get(unit)!)
}

function rank({ owner, isExternal, initialiser }: GlobalVariable, section: SectionName): number {
  if (section.endsWith('rodata')) return 0
  const isLocal = owner === null ? 0 : 1
  if (section.endsWith('bss')) return (isExternal ? 0 : 2) + isLocal
  return (initialiser !== null && initialiser.addresses.length > 0 ? 2 : 0) + isLocal
}

/** gcc aligns arrays and records of 32 bytes and more to 32, under LP64 those of 16 and more to 16 (i386.cc, ix86_data_alignment). */
function alignmentOf(variable: GlobalVariable, model: DataModel): Bytes {
  const { type, alignment, isString } = variable
  const size = objectSize(variable, model)
  const usual = Math.max(variableAlignOf(type, model), alignment, 1)
  if (isString) return Math.max(usual, size < 31 ? 1 : model === 'lp64' ? 8 : 4)
  if (type.kind !== 'array' && type.kind !== 'record') return usual
  if (size >= 32) return Math.max(usual, 32)
  return Math.max(usual, size >= 16 && model === 'lp64' ? 16 : 1)
}
