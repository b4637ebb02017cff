import type { EnumSpecifier, MemberDeclaration, RecordSpecifier } from '../ast.ts'
import type { Place } from '../source.ts'
import type { Token } from '../token.ts'
import { noAttributes, readAttributes, skipAttributes } from './attributes.ts'
import { readDeclarator } from './declarators.ts'
import type { Parser } from './parser.ts'
import { skipTo } from './recovery.ts'
import { readSpecifiers } from './specifiers.ts'

type Member = MemberDeclaration['declarators'][number]
type EnumItem = NonNullable<EnumSpecifier['items']>[number]

/** Reads `struct tag`, `struct tag { … }`, `struct { … }`, or the same with `union`. */
export function readRecord(p: Parser): RecordSpecifier {
  const { text: word, place } = p.next()
  const attributes = noAttributes()
  readAttributes(p, attributes)
  const tag = p.isName() ? p.next().text : null
  if (tag !== null) p.tags.set(tag, word)
  const members = p.is('{') ? p.nested(() => readMembers(p, word)) : null
  if (members !== null) readAttributes(p, attributes)
  else if (tag === null) p.failExpected(`a name or \`{\` behind \`${word}\``)
  return { kind: 'record', isUnion: word === 'union', tag, members, attributes, place }
}

function readMembers(p: Parser, word: string): MemberDeclaration[] {
  const opening = p.next()
  const members: MemberDeclaration[] = []
  while (!p.is('}') && !p.isEnd) {
    if (p.accept(';')) continue
    const member = p.attempt(() => readMember(p, word))
    if (member === null) skipTo(p, ';')
    else if (member !== 'assertion') members.push(member)
  }
  p.expectClosing('}', opening)
  return members
}

function readMember(p: Parser, word: string): MemberDeclaration | 'assertion' {
  const { place, token: first } = p
  if (p.is('_Static_assert')) {
    p.rules.staticAssertion(p)
    return 'assertion'
  }
  const specifiers = readSpecifiers(p, 'type')
  if (p.token === first) p.failExpected(`a member of the ${word}`)
  const declarators: Member[] = []
  if (!p.is(';') && !p.is('}')) {
    do declarators.push(readMemberDeclarator(p))
    while (p.accept(','))
  }
  endMember(p, word, place)
  return { specifiers, declarators, place }
}

function readMemberDeclarator(p: Parser): Member {
  skipAttributes(p)
  const declarator = readDeclarator(p, p.is(':') ? 'abstract' : 'named')
  const bits = p.accept(':') ? p.rules.conditional(p) : null
  const attributes = { ...declarator.attributes }
  readAttributes(p, attributes)
  return { declarator: { ...declarator, attributes }, bits }
}

/** Reads the `;` behind the member that begins at `place`. */
function endMember(p: Parser, word: string, place: Place): void {
  if (p.accept(';')) return
  if (p.is('}')) {
    p.diagnostics.warn(p.gap, `expected \`;\` at the end of the ${word}`)
    return
  }
  if (p.is('{') && place.column === 1)
    p.diagnostics.fatal(place, `expected \`}\` and \`;\` before this function: the ${word} is still open`)
  if (p.is('{')) p.fail(`a function inside a ${word} is C++: C has function pointers`)
  if (p.is('=')) p.fail('a member cannot be given a value here: only a variable can')
  p.error(`expected \`;\` behind the member, found ${p.found}`, p.gap)
  if (!p.isOnNewLine) skipTo(p, ';')
}

/** Reads `enum tag`, `enum tag { A, B = 2 }`, or `enum { … }`; its constants are declared as names. */
export function readEnumeration(p: Parser): EnumSpecifier {
  const { place } = p.next()
  skipAttributes(p)
  const tag = p.isName() ? p.next().text : null
  if (tag !== null) p.tags.set(tag, 'enum')
  if (!p.is('{')) {
    if (tag === null) p.failExpected('a name or `{` behind `enum`')
    return { kind: 'enum', tag, items: null, place }
  }
  const items = readItems(p, p.next())
  skipAttributes(p)
  return { kind: 'enum', tag, items, place }
}

function readItems(p: Parser, opening: Token): EnumItem[] {
  const items: EnumItem[] = []
  while (!p.is('}') && !p.isEnd) {
    if (!p.isName()) p.failExpected('a name in the enum')
    const { text: name, place } = p.next()
    skipAttributes(p)
    const value = p.accept('=') ? p.rules.conditional(p) : null
    p.scopes.declare(name, false)
    items.push({ name, value, place })
    if (!p.accept(',') && p.isName()) p.error(`expected \`,\` between the names, found ${p.found}`, p.gap)
    else if (p.accept(';')) p.error('expected `,` or `}` in the enum, found `;`', p.previous.place)
    else if (p.previous.text !== ',') break
  }
  p.expectClosing('}', opening)
  return items
}
