import type { Expression } from '../ast.ts'
import type { Token } from '../token.ts'
import { readDesignators } from './initialisers.ts'
import type { Parser } from './parser.ts'

/** Reads an expression of a form of its own, such as `_Generic(…)`; null if none stands here. */
export function readBuiltin(p: Parser): Expression | null {
  switch (p.word()) {
    case '_Generic':
      return readCall(p, readGeneric)
    case '__builtin_va_arg':
      return readCall(p, readVaArg)
    case '__builtin_offsetof':
      return readCall(p, readOffsetof)
    case '__builtin_types_compatible_p':
      return readCall(p, readTypesCompatible)
    default:
      return null
  }
}

type Spanless<T> = T extends unknown ? Omit<T, 'place' | 'endLine' | 'endColumn'> : never

function readCall(p: Parser, readInside: (p: Parser) => Spanless<Expression>): Expression {
  const word: Token = p.next()
  const opening = p.token
  p.expect('(', `behind \`${word.text}\``)
  const inside = p.nested(() => readInside(p))
  p.expectClosing(')', opening)
  return { ...inside, ...p.span(word.place) } as Expression
}

function readGeneric(p: Parser): Spanless<Expression> {
  const value = p.rules.assignment(p)
  const cases: Extract<Expression, { kind: 'generic' }>['cases'][number][] = []
  while (p.accept(',')) {
    const type = p.accept('default') ? null : p.rules.typeName(p)
    p.expect(':', 'behind the type')
    cases.push({ type, value: p.rules.assignment(p) })
  }
  if (cases.length === 0) p.failExpected('`,` and a type behind the value of `_Generic`')
  return { kind: 'generic', value, cases }
}

function readVaArg(p: Parser): Spanless<Expression> {
  const list = p.rules.assignment(p)
  p.expect(',', 'behind the list')
  return { kind: 'va-arg', list, type: p.rules.typeName(p) }
}

function readOffsetof(p: Parser): Spanless<Expression> {
  const type = p.rules.typeName(p)
  p.expect(',', 'behind the type')
  if (!p.isName()) p.failExpected('the name of a member')
  const { text: name, place } = p.next()
  return { kind: 'offsetof', type, path: [{ kind: 'member', name, place }, ...readDesignators(p)] }
}

function readTypesCompatible(p: Parser): Spanless<Expression> {
  const left = p.rules.typeName(p)
  p.expect(',', 'behind the type')
  return { kind: 'types-compatible', left, right: p.rules.typeName(p) }
}
