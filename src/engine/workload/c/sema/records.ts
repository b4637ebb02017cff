import type { Declarator, Expression, MemberDeclaration, RecordSpecifier, Specifiers } from '../ast.ts'
import type { Place } from '../source.ts'
import type { CType, RecordDefinition, RecordType } from '../types.ts'
import { isIncomplete } from './basic-types.ts'
import type { Context } from './context.ts'
import { alignmentOf, declaredType, specifiedType } from './declarators.ts'
import { integerConstant } from './integer-constant.ts'
import { sizeOf } from './layout.ts'
import { placeText } from './messages.ts'
import { type Field, layOut } from './record-layout.ts'
import type { Tag } from './scopes.ts'
import { typeWords } from './type-text.ts'

/** The struct or union that a specifier names or defines. */
export function recordType(c: Context, specifier: RecordSpecifier): CType {
  const tag = recordTag(c, specifier)
  if (specifier.members) define(c, specifier, tag)
  return tag.type
}

/** The tag's meaning: a definition makes its own in its scope, a mere use takes the one in sight. */
function recordTag(c: Context, specifier: RecordSpecifier): Tag {
  const { tag: name, isUnion, place } = specifier
  const word = isUnion ? 'union' : 'struct'
  if (name !== null) {
    const known = specifier.members ? c.scopes.lookUpTagHere(name) : c.scopes.lookUpTag(name)
    if (known && known.word !== word) {
      c.fail(
        place,
        `'${name}' is the tag of a ${known.word} (${placeText(known.place, place)}), not of a ${word}`,
      )
    }
    if (known) return known
  }
  const tag = newTag(name, isUnion, place)
  if (name !== null) {
    if (c.prototypes > 0 && !specifier.members) {
      c.warn(place, `'${word} ${name}' appears first in a parameter list; declare it before the function`)
    }
    c.scopes.declareTag(name, tag)
  }
  return tag
}

function newTag(name: string | null, isUnion: boolean, place: Place): Tag {
  const definition: RecordDefinition = { isUnion, tag: name, members: null, size: 0, alignment: 1 }
  return { word: isUnion ? 'union' : 'struct', type: { kind: 'record', definition }, place, isDefined: false }
}

/** `struct s;`: a tag of the innermost scope, even if an outer one has the same. */
export function declareRecordHere(c: Context, specifier: RecordSpecifier): void {
  const { tag, isUnion, place } = specifier
  if (tag !== null && !c.scopes.lookUpTagHere(tag)) c.scopes.declareTag(tag, newTag(tag, isUnion, place))
}

function define(c: Context, specifier: RecordSpecifier, tag: Tag): void {
  const { place, isUnion, attributes } = specifier
  if (tag.isDefined) {
    const name = `${tag.word} ${specifier.tag}`
    c.fail(place, `'${name}' is defined a second time; the first is at ${placeText(tag.place, place)}`)
  }
  tag.isDefined = true
  const { definition } = tag.type as RecordType
  const fields = specifier.members!.flatMap((member) => fieldsOf(c, member))
  checkFields(c, fields, isUnion)
  const alignment = alignmentOf(c, attributes, place)
  const layout = layOut(fields, { isUnion, isPacked: attributes.packed, alignment }, c.model)
  definition.members = layout.members
  definition.size = layout.size
  definition.alignment = layout.alignment
}

type PlacedField = Field & { readonly place: Place }

function fieldsOf(c: Context, member: MemberDeclaration): PlacedField[] {
  const { specifiers, declarators, place } = member
  const base = specifiedType(c, specifiers)
  if (declarators.length > 0) {
    return declarators.flatMap(({ declarator, bits }) => {
      const field = c.recover(() => fieldOf(c, specifiers, base, declarator, bits), null)
      return field ? [field] : []
    })
  }
  const isAnonymous = base.kind === 'record' && specifiers.type.kind !== 'basic' && isUntagged(specifiers)
  if (isAnonymous) return [{ name: null, type: base, place, isPacked: specifiers.attributes.packed }]
  if (specifiers.type.kind !== 'enum') c.warn(place, 'this declares no member')
  return []
}

/** `struct {…};` has members of its record; `struct tag;` and `struct tag {…};` have none. */
function isUntagged(specifiers: Specifiers): boolean {
  return specifiers.type.kind === 'record' && specifiers.type.tag === null
}

function fieldOf(
  c: Context,
  specifiers: Specifiers,
  base: CType,
  declarator: Declarator,
  bits: Expression | null,
): PlacedField {
  const { name, place } = declarator
  const type = declaredType(c, base, declarator)
  if (type.kind === 'function')
    c.fail(place, `the member '${name}' cannot be a function, only a pointer to one`)
  const isFlexible = type.kind === 'array' && type.length === null && !isIncomplete(type.element)
  if (isIncomplete(type) && !isFlexible) {
    const hint =
      type.kind === 'record' ? `: only a pointer to it can be a member here, ${typeWords(type)} *` : ''
    c.fail(place, `the member '${name ?? ''}' has the incomplete type ${typeWords(type)}${hint}`)
  }
  const own = alignmentOf(c, declarator.attributes, place)
  const alignment = Math.max(own, alignmentOf(c, specifiers.attributes, place))
  const field = {
    name,
    type,
    place,
    isPacked: declarator.attributes.packed || specifiers.attributes.packed,
    ...(alignment > 0 ? { alignment } : {}),
  }
  return bits ? { ...field, width: bitFieldWidth(c, field, bits) } : field
}

function bitFieldWidth(c: Context, field: PlacedField, bits: Expression): number {
  const { type, name, place } = field
  if (type.kind !== 'integer') c.fail(place, `a bit-field must have an integer type, not ${typeWords(type)}`)
  const words = name === null ? 'the width of a bit-field' : `the width of '${name}'`
  const width = integerConstant(c, bits, words).value
  const most = type.kind === 'integer' && type.name === '_Bool' ? 1 : sizeOf(type, c.model) * 8
  if (width < 0n) c.fail(bits.place, `${words} is negative (${width})`)
  if (width > BigInt(most))
    c.fail(bits.place, `${words} is ${width}, but ${typeWords(type)} has only ${most} bits`)
  if (width === 0n && name !== null)
    c.fail(bits.place, `${words} is 0, which only an unnamed bit-field may have`)
  return Number(width)
}

function checkFields(c: Context, fields: readonly PlacedField[], isUnion: boolean): void {
  const seen = new Map<string, Place>()
  fields.forEach((field, i) => {
    const isFlexible = field.type.kind === 'array' && field.type.length === null
    if (isFlexible && !isUnion && i < fields.length - 1) {
      c.error(field.place, `the array '${field.name}' has no length, which only the last member may lack`)
    }
    for (const name of namesIn(field)) {
      const earlier = seen.get(name)
      if (earlier)
        c.error(
          field.place,
          `two members are called '${name}'; the first is at ${placeText(earlier, field.place)}`,
        )
      else seen.set(name, field.place)
    }
  })
}

function namesIn(member: { readonly name: string | null; readonly type: CType }): string[] {
  if (member.name !== null) return [member.name]
  return member.type.kind === 'record' ? (member.type.definition.members ?? []).flatMap(namesIn) : []
}
