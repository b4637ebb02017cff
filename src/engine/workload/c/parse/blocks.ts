import type { BlockItem, BlockStatement } from '../ast.ts'
import type { Place } from '../source.ts'
import { readDeclaration, readStaticAssertion, startsDeclaration } from './declarations.ts'
import { failAtMergeMarker } from './hints.ts'
import type { Parser } from './parser.ts'
import { skipStatement, skipTo } from './recovery.ts'
import { readStatement } from './statements.ts'

/** Reads a block; every item with a syntax error in it is reported and left out. */
export function readBlock(p: Parser): BlockStatement {
  const start = p.position
  const opening = p.next()
  p.openBlocks.push(opening)
  p.scopes.open()
  const items: BlockItem[] = []
  while (!p.is('}') && !p.isEnd && !p.isAbandoned) {
    const item = readItemOrSkip(p)
    if (item !== null) items.push(item)
  }
  p.scopes.close()
  p.openBlocks.pop()
  if (p.is('}') && p.isOnNewLine && p.place.column < p.indentation(start)) p.suspect ??= opening
  if (!p.isAbandoned) p.expectClosing('}', p.suspect !== null && p.isEnd ? p.suspect : opening)
  return { kind: 'block', items, ...p.span(opening.place) }
}

function readItemOrSkip(p: Parser): BlockItem | null {
  const start = p.position
  const item = p.attempt(() => readItem(p))
  if (item === 'nothing' || p.isAbandoned) return null
  if (item !== null) return item
  skipStatement(p)
  const isStuck = p.position === start && !p.is('{') && !p.is('}')
  if (isStuck) p.next()
  return null
}

function readItem(p: Parser): BlockItem | 'nothing' {
  failAtMergeMarker(p)
  if (p.is('_Static_assert')) return readStaticAssertion(p)
  if (p.is('__label__')) {
    skipTo(p, ';')
    return 'nothing'
  }
  return startsDeclaration(p) ? readDeclaration(p) : readStatement(p)
}

/** Reads the body of a function that begins at `place`. */
export function readFunctionBody(p: Parser, place: Place): BlockStatement {
  const outer = p.functionPlace
  p.functionPlace = place
  p.hasBrokenHead = false
  if (outer === null) p.suspect = null
  const body = p.nested(() => readBlock(p))
  p.functionPlace = outer
  return body
}
