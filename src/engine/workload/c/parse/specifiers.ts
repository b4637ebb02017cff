import type { BasicName, Specifiers, Storage, TypeSpecifier } from '../ast.ts'
import type { Token } from '../token.ts'
import { type AttributeList, noAttributes, readAlignas, readAttributes } from './attributes.ts'
import { foreignHint, headerOfType, unknownType } from './hints.ts'
import type { Parser } from './parser.ts'
import { BASIC_NAMES, BASIC_WORDS, SPECIFIER_WORDS, STORAGE, UNSUPPORTED_TYPES } from './words.ts'

const INT: TypeSpecifier = { kind: 'basic', name: 'int' }

/** Specifiers while they are being read. */
interface Draft {
  storage: Storage
  isThread: boolean
  isInline: boolean
  isConst: boolean
  isVolatile: boolean
  type: TypeSpecifier | null
  /** Words of a basic type so far. */
  readonly basic: string[]
  readonly attributes: AttributeList
}

/** What may stand in front of the declarator: a type name and a member have no storage class. */
export type SpecifierUse = 'declaration' | 'parameter' | 'type'

/**
 * Reads declaration specifiers in any order (C99 6.7). With no type among them the type is int, as in C89; for a name
 * that is no type but must be meant as one, the error is reported and the type is int, too.
 */
export function readSpecifiers(p: Parser, use: SpecifierUse): Specifiers {
  const { place } = p
  const draft: Draft = {
    storage: 'none',
    isThread: false,
    isInline: false,
    isConst: false,
    isVolatile: false,
    type: null,
    basic: [],
    attributes: noAttributes(),
  }
  while (readOne(p, draft, use));
  const isImplicitInt = draft.type === null && draft.basic.length === 0
  return {
    storage: draft.storage,
    isThread: draft.isThread,
    isInline: draft.isInline,
    qualifiers: { isConst: draft.isConst, isVolatile: draft.isVolatile },
    type: draft.type ?? { kind: 'basic', name: basicName(p, draft.basic) },
    isImplicitInt,
    attributes: draft.attributes,
    place,
  }
}

/** Reads one specifier; false if none stands here. */
function readOne(p: Parser, draft: Draft, use: SpecifierUse): boolean {
  const word = p.word()
  if (!SPECIFIER_WORDS.has(word) && word !== '__extension__') return readName(p, draft, use)
  if (word === '__attribute__') readAttributes(p, draft.attributes)
  else if (word === '_Alignas') readAlignas(p, draft.attributes)
  else if (isTypeWord(p, word)) return readType(p, draft)
  else readPlainWord(p, draft, p.next(), word, use)
  return true
}

function readPlainWord(p: Parser, draft: Draft, token: Token, word: string, use: SpecifierUse): void {
  const storage = STORAGE.get(word)
  if (storage !== undefined) setStorage(p, draft, storage, token, use)
  else if (word === 'const') draft.isConst = true
  else if (word === 'volatile') draft.isVolatile = true
  else if (word === 'inline') draft.isInline = true
  else if (word === '_Noreturn') draft.attributes.noreturn = true
  else if (word === '_Thread_local') draft.isThread = true
}

function setStorage(p: Parser, draft: Draft, storage: Storage, token: Token, use: SpecifierUse): void {
  if (use === 'type' || (use === 'parameter' && storage !== 'register'))
    p.error(`\`${storage}\` cannot stand ${use === 'type' ? 'here' : 'in a parameter'}`, token.place)
  else if (draft.storage !== 'none' && draft.storage !== storage)
    p.error(`\`${storage}\` and \`${draft.storage}\` exclude each other`, token.place)
  else draft.storage = storage
}

function isTypeWord(p: Parser, word: string): boolean {
  if (word === '_Atomic') return p.word(1) === '('
  return BASIC_WORDS.has(word) || UNSUPPORTED_TYPES.has(word) || /^(struct|union|enum|typeof)$/.test(word)
}

/** Reads a keyword of a type; false if it belongs to the next declaration, since this one lacks its `;`. */
function readType(p: Parser, draft: Draft): boolean {
  const word = p.word()
  if (draft.type !== null) {
    if (isDefinition(draft.type) && p.isOnNewLine) {
      p.error(`expected \`;\` behind this \`}\`, found ${p.found}`, p.gap)
      return false
    }
    p.fail(`expected a name behind the type, found another type: ${p.found}`)
  }
  if (BASIC_WORDS.has(word)) {
    draft.basic.push(word)
    p.next()
  } else if (draft.basic.length > 0) p.fail(`expected a name behind the type, found another type: ${p.found}`)
  else draft.type = namedType(p, word)
  return true
}

function namedType(p: Parser, word: string): TypeSpecifier {
  if (word === 'struct' || word === 'union') return p.rules.record(p)
  if (word === 'enum') return p.rules.enumeration(p)
  if (word === 'typeof' || word === '_Atomic') return typeOf(p)
  p.error(`\`${p.next().text}\` is not supported`, p.previous.place)
  return INT
}

function isDefinition(type: TypeSpecifier): boolean {
  return (type.kind === 'record' && type.members !== null) || (type.kind === 'enum' && type.items !== null)
}

function typeOf(p: Parser): TypeSpecifier {
  const { place, text } = p.next()
  const opening = p.token
  p.expect('(', `behind \`${text}\``)
  const of = p.startsType() ? p.rules.typeName(p) : p.rules.expression(p)
  p.expectClosing(')', opening)
  return { kind: 'typeof', of, place }
}

/** Reads a name that is a type, or must be meant as one; false if it is the declarator's. */
function readName(p: Parser, draft: Draft, use: SpecifierUse): boolean {
  if (draft.type !== null || draft.basic.length > 0 || !p.isName()) return false
  if (p.isTypeName()) {
    const { text, place } = p.next()
    draft.type = p.isAssumed(text) ? INT : { kind: 'typedef', name: text, place }
    return true
  }
  if (!isMeantAsType(p, use)) return false
  assumeType(p, use)
  if (!p.startsType()) draft.type = INT
  return true
}

/** Whether the unknown name here can only be meant as a type: another name follows it, or `*` and then a name. */
export function isMeantAsType(p: Parser, use: SpecifierUse): boolean {
  if (!p.isName() || p.scopes.isKnown(p.word())) return false
  if (p.isName(1) || SPECIFIER_WORDS.has(p.word(1))) return p.word(1) !== '__attribute__'
  if (use !== 'declaration' && p.word(1) !== '(') return true
  let ahead = 1
  while (p.word(ahead) === '*' || p.word(ahead) === 'const') ahead++
  return ahead > 1 && p.isName(ahead)
}

/** Reads an unknown name as a type: says so, once for each name. */
function assumeType(p: Parser, use: SpecifierUse): void {
  const name = p.word()
  if (foreignHint(name) !== null || (p.isName(1) && p.word(2) === '{')) p.fail(unknownType(p, name))
  const isLonely = use === 'parameter' && (p.word(1) === ',' || p.word(1) === ')')
  const isMember = use === 'type' && p.word(1) === ';'
  const hint = isLonely
    ? ': each parameter needs its own type'
    : isMember
      ? ': a member needs its type before its name'
      : ''
  p.error(unknownType(p, name) + hint)
  if (isLonely && headerOfType(name) === null && !p.tags.has(name)) return
  p.assumeType(name)
  p.next()
}

function basicName(p: Parser, words: readonly string[]): BasicName {
  const isChar = words.includes('char')
  const kept = words.filter((word) => word !== 'int' && (word !== 'signed' || isChar))
  const isPlain = words.every((word, i) => word === 'long' || words.indexOf(word) === i)
  const hasInt = words.includes('int') || words.includes('signed')
  const name = BASIC_NAMES.get(kept.sort().join(' '))
  const isFloating = name === 'float' || name?.endsWith('double') || name === 'void' || name === '_Bool'
  const isMixed = hasInt && (isFloating || (isChar && words.includes('int')) || name === '__builtin_va_list')
  const isSignedTwice = words.includes('signed') && words.includes('unsigned')
  if (name !== undefined && isPlain && !isMixed && !isSignedTwice) return name
  p.error(`\`${words.join(' ')}\` is not a type`, p.previous.place)
  return 'int'
}
