import type { Expression, Statement } from '../ast.ts'
import type { Place } from '../source.ts'
import { skipAttributes } from './attributes.ts'
import { startsDeclaration } from './declarations.ts'
import type { Parser } from './parser.ts'

/** Most labels before one statement: each is a level of the tree. */
const MOST_LABELS = 1000

/** A label before a statement. */
type Label =
  | {
      readonly kind: 'case'
      readonly value: Expression
      readonly to: Expression | null
      readonly place: Place
    }
  | { readonly kind: 'default'; readonly place: Place }
  | { readonly kind: 'label'; readonly name: string; readonly place: Place }

/** Whether a label stands here. */
export function startsLabel(p: Parser): boolean {
  if (p.is('case') || p.is('default')) return true
  return p.isName() && p.word(1) === ':' && p.word(2) !== ':'
}

/** Reads labels and their statement: before a declaration or a `}`, where C99 wants none, that is an empty one. */
export function readLabelled(p: Parser, readStatement: (p: Parser) => Statement): Statement {
  const labels: Label[] = []
  do {
    labels.push(readLabel(p))
    skipAttributes(p)
    if (labels.length > MOST_LABELS) p.diagnostics.fatal(p.place, `more than ${MOST_LABELS} labels in a row`)
  } while (startsLabel(p))
  const isBare = p.is('}') || p.isEnd || startsDeclaration(p)
  let body: Statement = isBare ? { kind: 'empty', ...p.span(p.gap) } : readStatement(p)
  for (const label of labels.reverse()) body = { ...label, body, ...p.span(label.place) }
  return body
}

function readLabel(p: Parser): Label {
  const { place, text } = p.next()
  if (text !== 'case' && text !== 'default') {
    p.next()
    return { kind: 'label', name: text, place }
  }
  if (text === 'default') {
    endLabel(p, '`default`')
    return { kind: 'default', place }
  }
  const value = p.rules.conditional(p)
  const to = p.accept('...') ? p.rules.conditional(p) : null
  endLabel(p, 'the value of `case`')
  return { kind: 'case', value, to, place }
}

/** Reads the `:` of a label; a `;` in its place is taken for it. */
function endLabel(p: Parser, what: string): void {
  if (p.accept(':')) return
  p.error(`expected \`:\` behind ${what}, found ${p.found}`, p.gap)
  p.accept(';')
}
