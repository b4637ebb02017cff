import type { Bytes } from '../../../units.ts'
import type { DataModel } from '../source.ts'
import type { CType } from '../types.ts'

/** Size of a pointer in bytes. */
export function pointerSize(model: DataModel): 4 | 8 {
  return model === 'lp64' ? 8 : 4
}

/**
 * sizeof, in bytes, as gcc 12 has it on x86-64 and under -m32. Functions and void count 1 (GNU); incomplete types and
 * arrays whose size only run time knows count 0.
 */
export function sizeOf(type: CType, model: DataModel): Bytes {
  switch (type.kind) {
    case 'void':
    case 'function':
      return 1
    case 'integer':
      return type.size
    case 'float':
      return floatSize(type.name, model)
    case 'pointer':
      return pointerSize(model)
    case 'array':
      return (type.length ?? 0) * sizeOf(type.element, model)
    case 'record':
      return type.definition.members === null ? 0 : type.definition.size
  }
}

/** _Alignof, in bytes: the alignment that a member of the type gets. Under -m32 double and long long have 4. */
export function alignOf(type: CType, model: DataModel): Bytes {
  if (type.alignment !== undefined) return type.alignment
  switch (type.kind) {
    case 'integer':
      return model === 'ilp32' ? Math.min(type.size, 4) : type.size
    case 'float':
      return model === 'ilp32' ? 4 : floatSize(type.name, model)
    case 'array':
      return alignOf(type.element, model)
    case 'record':
      return type.definition.alignment
    default:
      return sizeOf(type, model)
  }
}

/** The alignment that gcc gives a variable of the type: under -m32, double and long long get 8 outside of records. */
export function variableAlignOf(type: CType, model: DataModel): Bytes {
  if (type.alignment !== undefined) return type.alignment
  if (type.kind === 'array') return variableAlignOf(type.element, model)
  const isWide =
    (type.kind === 'integer' && type.size === 8) || (type.kind === 'float' && type.name === 'double')
  return isWide ? 8 : alignOf(type, model)
}

function floatSize(name: 'float' | 'double' | 'long double', model: DataModel): Bytes {
  if (name === 'float') return 4
  if (name === 'double') return 8
  return model === 'lp64' ? 16 : 12
}
