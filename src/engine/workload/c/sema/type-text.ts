import type { CType } from '../types.ts'

/**
 * The C spelling of a type: `unsigned long`, `char *[3]`, `struct node *`, `int (*)(void)`. A type that was written
 * through a typedef has the typedef's name.
 */
export function typeText(type: CType): string {
  return spell(type, '')
}

/** Spells `type` around what is declared with it, `inner`, from the name outwards. */
function spell(type: CType, inner: string): string {
  if (type.alias !== undefined) return join(qualifiers(type) + type.alias, inner)
  switch (type.kind) {
    case 'pointer': {
      const own = join(`*${qualifiers(type)}`.trimEnd(), inner)
      const needsParentheses =
        type.target.alias === undefined && (type.target.kind === 'array' || type.target.kind === 'function')
      return spell(type.target, needsParentheses ? `(${own})` : own)
    }
    case 'array':
      return spell(type.element, `${inner}[${type.length ?? (type.variable ? '*' : '')}]`)
    case 'function':
      return spell(type.result, `${inner}(${parameterTexts(type)})`)
    default:
      return join(qualifiers(type) + baseName(type), inner)
  }
}

/** The type in the words of a message: with what a typedef stands for behind its name. */
export function typeWords(type: CType): string {
  const { alias, ...plain } = type
  const text = typeText(type)
  if (alias === undefined || (type.kind === 'record' && type.definition.tag === null)) return text
  const meaning = typeText(plain)
  return meaning === text ? text : `${text} (${meaning})`
}

function join(base: string, inner: string): string {
  if (inner === '') return base
  return base.endsWith('*') || inner.startsWith('[') ? base + inner : `${base} ${inner}`
}

function qualifiers(type: CType): string {
  return (type.isConst ? 'const ' : '') + (type.isVolatile ? 'volatile ' : '')
}

function parameterTexts(type: CType & { kind: 'function' }): string {
  if (type.isUnspecified) return ''
  const texts = type.parameters.map(typeText)
  if (type.isVariadic) texts.push('...')
  return texts.length === 0 ? 'void' : texts.join(', ')
}

function baseName(type: CType): string {
  switch (type.kind) {
    case 'void':
      return 'void'
    case 'integer':
      return type.enumTag === undefined ? type.name : `enum ${type.enumTag || '<anonymous>'}`
    case 'float':
      return type.name
    case 'record': {
      const word = type.definition.isUnion ? 'union' : 'struct'
      return `${word} ${type.definition.tag ?? '<anonymous>'}`
    }
    default:
      return ''
  }
}
