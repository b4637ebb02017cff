import type { Designator, Initialiser, InitialiserItem } from '../ast.ts'
import { SyntaxStop } from './cursor.ts'
import type { Parser } from './parser.ts'
import { skipTo } from './recovery.ts'

/** Reads an initialiser: an expression, or a list in braces. */
export function readInitialiser(p: Parser): Initialiser {
  if (p.is('{')) return p.nested(() => readList(p))
  return { kind: 'expression', value: p.rules.assignment(p) }
}

function readList(p: Parser): Initialiser {
  const opening = p.next()
  const items: InitialiserItem[] = []
  while (!p.is('}') && !p.isEnd) {
    items.push(readItem(p))
    if (!p.accept(',')) break
  }
  if (!p.is('}') && !p.isEnd && !p.is(';')) failInList(p)
  p.expectClosing('}', opening)
  return { kind: 'list', items, place: opening.place }
}

/** Fails between two values, behind the list's `}`: what follows is then read as what it is. */
function failInList(p: Parser): never {
  p.error(`expected \`,\` or \`}\` in the initialiser, found ${p.found}`, p.gap)
  skipTo(p, ';')
  p.accept('}')
  throw new SyntaxStop()
}

/** Reads `value`, `.member = value`, `[3].member = value`, or GNU's `member: value` and `[3] value`. */
function readItem(p: Parser): InitialiserItem {
  const { place } = p
  if (p.isName() && p.word(1) === ':') {
    const name = p.next().text
    p.next()
    return { designators: [{ kind: 'member', name, place }], value: readInitialiser(p), place }
  }
  const designators = readDesignators(p)
  const isShort = designators.length === 1 && designators[0]!.kind === 'index'
  if (designators.length > 0 && !p.accept('=') && !isShort) p.failExpected('`=` behind the designator')
  return { designators, value: readInitialiser(p), place }
}

/** Reads any number of `.member` and `[index]`. */
export function readDesignators(p: Parser): Designator[] {
  const designators: Designator[] = []
  for (;;) {
    const { place } = p
    if (p.accept('.')) {
      if (!p.isName()) p.failExpected('the name of a member behind `.`')
      designators.push({ kind: 'member', name: p.next().text, place })
    } else if (p.is('[')) {
      const opening = p.next()
      const index = p.rules.conditional(p)
      const to = p.accept('...') ? p.rules.conditional(p) : null
      p.expectClosing(']', opening)
      designators.push({ kind: 'index', index, to, place })
    } else return designators
  }
}
