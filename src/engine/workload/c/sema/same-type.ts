import type { CType, FunctionType } from '../types.ts'

/** Whether two types are the same, qualifiers of the outermost level aside when `ignoreQualifiers`. Aliases never matter. */
export function sameType(a: CType, b: CType, ignoreQualifiers = false): boolean {
  if (!ignoreQualifiers && (!!a.isConst !== !!b.isConst || !!a.isVolatile !== !!b.isVolatile)) return false
  if (a.kind === 'integer' && b.kind === 'integer') return a.name === b.name && a.size === b.size
  if (a.kind === 'float' && b.kind === 'float') return a.name === b.name
  if (a.kind === 'pointer' && b.kind === 'pointer') return sameType(a.target, b.target)
  if (a.kind === 'array' && b.kind === 'array') {
    const fits = a.length === null || b.length === null || a.length === b.length
    return fits && sameType(a.element, b.element)
  }
  if (a.kind === 'record' && b.kind === 'record') return a.definition === b.definition
  if (a.kind === 'function' && b.kind === 'function') return sameSignature(a, b)
  return a.kind === 'void' && b.kind === 'void'
}

/** Whether `*a` may be used for `*b`: the same apart from all qualifiers of the targets (C99 6.5.16.1). */
export function sameTarget(a: CType, b: CType): boolean {
  if (a.kind === 'array' && b.kind === 'array') {
    const fits = a.length === null || b.length === null || a.length === b.length
    return fits && sameTarget(a.element, b.element)
  }
  return sameType(a, b, true)
}

/** Functions without a prototype fit any parameters. */
function sameSignature(a: FunctionType, b: FunctionType): boolean {
  if (!sameType(a.result, b.result, true)) return false
  if (a.isUnspecified || b.isUnspecified) return true
  if (a.isVariadic !== b.isVariadic || a.parameters.length !== b.parameters.length) return false
  return a.parameters.every((parameter, i) => sameType(parameter, b.parameters[i]!, true))
}
