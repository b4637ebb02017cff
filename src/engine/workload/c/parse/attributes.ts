import type { Attributes } from '../ast.ts'
import type { Parser } from './parser.ts'

/** Attributes while they are being read. */
export type AttributeList = { -readonly [K in keyof Attributes]: Attributes[K] }

/** A list with no attribute in it. */
export function noAttributes(): AttributeList {
  return { packed: false, aligned: null, noreturn: false, constructor: false, destructor: false }
}

/** Reads any number of `__attribute__((…))` into `list`. */
export function readAttributes(p: Parser, list: AttributeList): void {
  while (p.accept('__attribute__')) {
    const outer = p.token
    p.expect('(', 'behind `__attribute__`')
    const inner = p.token
    p.expect('(', 'behind `__attribute__(`')
    while (!p.is(')') && !p.isEnd) {
      if (!p.is(',')) readAttribute(p, list)
      else p.next()
    }
    p.expectClosing(')', inner)
    p.expectClosing(')', outer)
  }
}

/** Reads attributes that are of no interest where they stand. */
export function skipAttributes(p: Parser): void {
  readAttributes(p, noAttributes())
}

/** Reads `__asm__("name")` behind a declarator, which the lab does not need, and the attributes around it. */
export function readAsmAndAttributes(p: Parser, list: AttributeList): void {
  readAttributes(p, list)
  if (p.accept('asm')) {
    if (!p.is('(')) p.failExpected('`(` behind `asm`')
    skipParentheses(p)
  }
  readAttributes(p, list)
}

/** Reads `_Alignas(type or expression)`. */
export function readAlignas(p: Parser, list: AttributeList): void {
  p.next()
  const opening = p.token
  p.expect('(', 'behind `_Alignas`')
  list.aligned = p.startsType() ? p.rules.typeName(p) : p.rules.conditional(p)
  p.expectClosing(')', opening)
}

/** Skips from `(` behind its `)`. */
export function skipParentheses(p: Parser): void {
  const opening = p.next()
  for (let depth = 1; depth > 0; p.next()) {
    if (p.isEnd) p.expectClosing(')', opening)
    if (p.is('(')) depth++
    else if (p.is(')')) depth--
  }
}

function readAttribute(p: Parser, list: AttributeList): void {
  const token = p.next()
  if (token.kind !== 'identifier' && token.kind !== 'keyword')
    p.fail(`expected the name of an attribute, found \`${token.text}\``, token.place)
  const name = token.text.replace(/^__(\w+)__$/, '$1')
  if (name === 'aligned') {
    list.aligned = p.is('(') ? alignment(p) : 'max'
    return
  }
  if (name === 'packed' || name === 'noreturn' || name === 'constructor' || name === 'destructor')
    list[name] = true
  if (p.is('(')) skipParentheses(p)
}

function alignment(p: Parser): Attributes['aligned'] {
  const opening = p.next()
  const value = p.startsType() ? p.rules.typeName(p) : p.rules.conditional(p)
  p.expectClosing(')', opening)
  return value
}
