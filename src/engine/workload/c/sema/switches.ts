import type { Expression, Statement } from '../ast.ts'
import type { Place } from '../source.ts'
import type { SwitchCase, TypedStatement } from '../typed.ts'
import type { CType, IntegerType } from '../types.ts'
import { isCharacter } from './basic-types.ts'
import type { Context, OpenSwitch } from './context.ts'
import { promote } from './conversions.ts'
import { wrap } from './fold.ts'
import { integerConstant } from './integer-constant.ts'
import { placeText } from './messages.ts'
import { settled } from './pending.ts'
import { typeWords } from './type-text.ts'
import { rvalue } from './values.ts'

type Analyse = (c: Context, statement: Statement) => TypedStatement

/** What else chooses by a string. */
function textHint(type: CType): string {
  const isText = type.kind === 'pointer' && isCharacter(type.target)
  return isText ? ': strings are told apart by strcmp, in a chain of if and else' : ''
}

/** `switch`: its labels gather in the context while the body is read. */
export function analyseSwitch(
  c: Context,
  statement: Statement & { kind: 'switch' },
  analyse: Analyse,
): TypedStatement {
  const written = statement.value
  const value = settled(c, () => promote(c, rvalue(c, c.operand(written))))
  if (value.type.kind !== 'integer') {
    return c.fail(
      written.place,
      `'switch' needs an integer, but here is ${typeWords(value.type)}${textHint(value.type)}`,
    )
  }
  const open: OpenSwitch = { type: value.type, cases: [] }
  c.function!.switches.push(open)
  const body = analyse(c, statement.body)
  c.function!.switches.pop()
  return { kind: 'switch', value, cases: open.cases.map((each) => each.case), body, mark: written }
}

export type Labelled = Statement & { readonly kind: 'case' | 'default' | 'label' }

/** Labels before a statement, in a loop: `case 1: case 2: case 3: …` may be long. */
export function analyseLabels(c: Context, statement: Labelled, analyse: Analyse): TypedStatement {
  const wrappers: ((body: TypedStatement) => TypedStatement)[] = []
  let at: Statement = statement
  while (at.kind === 'case' || at.kind === 'default' || at.kind === 'label') {
    const label: Labelled = at
    const wrapper = c.recover(() => labelWrapper(c, label), null)
    if (wrapper) wrappers.push(wrapper)
    at = at.body
  }
  return wrappers.reduceRight((body, wrapper) => wrapper(body), analyse(c, at))
}

function labelWrapper(c: Context, label: Labelled): (body: TypedStatement) => TypedStatement {
  if (label.kind === 'label') {
    declareLabel(c, label.name, label.place)
    return (body) => ({ kind: 'label', name: label.name, body })
  }
  const added = label.kind === 'case' ? caseOf(c, label) : defaultOf(c, label.place)
  return (body) => ({ kind: 'case-label', case: added, body })
}

function declareLabel(c: Context, name: string, place: Place): void {
  const { labels } = c.function!
  const earlier = labels.get(name)
  if (earlier)
    c.fail(
      place,
      `the label '${name}' stands a second time in this function; the first is at ${placeText(earlier, place)}`,
    )
  labels.set(name, place)
}

function innermost(c: Context, word: string, place: Place): OpenSwitch {
  return c.function!.switches.at(-1) ?? c.fail(place, `'${word}' stands outside of any switch`)
}

function caseOf(c: Context, label: Statement & { kind: 'case' }): SwitchCase {
  const { place } = label
  const open = innermost(c, 'case', place)
  const from = caseValue(c, label.value, open.type)
  const to = label.to ? caseValue(c, label.to, open.type) : from
  if (to < from) c.warn(place, `the range ${from} ... ${to} is empty`)
  const twin = open.cases.find(({ case: other }) => !other.isDefault && other.from <= to && from <= other.to)
  if (twin)
    c.fail(
      place,
      `case ${from} stands a second time in this switch; the first is at ${placeText(twin.place, place)}`,
    )
  const added: SwitchCase = { isDefault: false, from, to }
  open.cases.push({ case: added, place })
  return added
}

function caseValue(c: Context, expression: Expression, type: IntegerType): bigint {
  return wrap(integerConstant(c, expression, 'the value of a case').value, type)
}

function defaultOf(c: Context, place: Place): SwitchCase {
  const open = innermost(c, 'default', place)
  const twin = open.cases.find((each) => each.case.isDefault)
  if (twin)
    c.fail(
      place,
      `'default' stands a second time in this switch; the first is at ${placeText(twin.place, place)}`,
    )
  const added: SwitchCase = { isDefault: true, from: 0n, to: 0n }
  open.cases.push({ case: added, place })
  return added
}
