import type { BlockItem, BlockStatement, Expression, Statement } from '../ast.ts'
import type { LValue, Mark, TypedExpression, TypedStatement } from '../typed.ts'
import { assignable } from './assignable.ts'
import { condition } from './assignments.ts'
import { VOID } from './basic-types.ts'
import type { Context, FunctionState } from './context.ts'
import { convert } from './conversions.ts'
import { analyseAssertion, analyseDeclaration } from './declarations.ts'
import { placeText } from './messages.ts'
import { settled } from './pending.ts'
import { analyseLabels, analyseSwitch, type Labelled } from './switches.ts'
import { typeWords } from './type-text.ts'
import { checkUse } from './unused.ts'
import { rvalue } from './values.ts'

type Of<K extends Statement['kind']> = Statement & { readonly kind: K }

/** The items of a block, in the scope at hand; what failed leaves no statement. */
export function analyseItems(c: Context, items: readonly BlockItem[]): TypedStatement[] {
  return items.flatMap((item) => {
    switch (item.kind) {
      case 'declaration':
        return analyseDeclaration(c, item)
      case 'static-assert':
        analyseAssertion(c, item)
        return []
      case 'function':
        c.error(item.place, 'a function cannot be defined inside of another one here; move it out')
        return []
      default:
        return [analyseStatement(c, item)]
    }
  })
}

/** A statement; one that failed becomes an empty one. */
export function analyseStatement(c: Context, statement: Statement): TypedStatement {
  // A return with an error in its value returns all the same, as -Wreturn-type sees it.
  const isReturn = statement.kind === 'return'
  const failed: TypedStatement = isReturn
    ? { kind: 'return', value: null, mark: statement }
    : { kind: 'empty', mark: null }
  return c.recover(() => c.nested(statement.place, () => typed(c, statement)), failed)
}

function typed(c: Context, statement: Statement): TypedStatement {
  const state = c.function!
  switch (statement.kind) {
    case 'block':
      return analyseBlock(c, statement)
    case 'expression-statement':
      return expressionStatement(c, statement.value, statement)
    case 'empty':
      return { kind: 'empty', mark: null }
    case 'if':
      return ifChain(c, statement)
    case 'while':
    case 'do':
      return whileLoop(c, statement)
    case 'for':
      return forLoop(c, statement)
    case 'switch':
      return analyseSwitch(c, statement, analyseStatement)
    case 'case':
    case 'default':
    case 'label':
      return analyseLabels(c, statement as Labelled, analyseStatement)
    case 'goto':
      state.gotos.push({ label: statement.label, place: statement.place })
      return { kind: 'goto', label: statement.label, mark: statement }
    case 'break':
      if (state.loops + state.switches.length === 0)
        c.fail(statement.place, "'break' stands outside of any loop or switch")
      return { kind: 'break', mark: statement }
    case 'continue':
      if (state.loops === 0) c.fail(statement.place, "'continue' stands outside of any loop")
      return { kind: 'continue', mark: statement }
    case 'return':
      return returnStatement(c, state, statement)
  }
}

function analyseBlock(c: Context, block: BlockStatement): TypedStatement {
  return scoped(c, block.endLine, () => analyseItems(c, block.items))
}

/** Runs `analyse` in a scope of its own, which gives back the stack that its arrays took. */
function scoped(c: Context, endLine: number, analyse: () => TypedStatement[]): TypedStatement {
  const state = c.function!
  const outer = state.hasVariableArray
  state.hasVariableArray = false
  c.scopes.enter(endLine)
  const body = analyse()
  c.scopes.leave()
  const freesStack = state.hasVariableArray
  state.hasVariableArray = outer
  return { kind: 'block', body, freesStack }
}

function expressionStatement(c: Context, expression: Expression, mark: Mark): TypedStatement {
  return { kind: 'expression', value: dropped(c, expression), mark }
}

/** An expression whose value nobody takes. */
function dropped(c: Context, expression: Expression): TypedExpression {
  return settled(c, () => {
    const operand = c.operand(expression)
    checkUse(c, operand)
    const isArray = operand.type.kind === 'array' || operand.type.kind === 'function'
    return isArray ? convert(c, rvalue(c, operand), VOID) : rvalue(c, operand)
  })
}

/** `if … else if … else`: down the chain in a loop, since it may be long. */
function ifChain(c: Context, statement: Of<'if'>): TypedStatement {
  const links: { test: TypedExpression; body: TypedStatement; mark: Mark }[] = []
  let at: Statement | null = statement
  while (at?.kind === 'if') {
    const { condition: written, then }: Of<'if'> = at
    const test = c.recover(() => settled(c, () => condition(c, written)), null)
    const body = analyseStatement(c, then)
    if (test) links.push({ test, body, mark: written })
    at = at.otherwise
  }
  const last = at ? analyseStatement(c, at) : null
  const whole = links.reduceRight<TypedStatement | null>(
    (otherwise, { test, body: then, mark }) => ({ kind: 'if', condition: test, then, otherwise, mark }),
    last,
  )
  return whole ?? { kind: 'empty', mark: null }
}

function loopBody(c: Context, body: Statement): TypedStatement {
  const state = c.function!
  state.loops++
  const result = analyseStatement(c, body)
  state.loops--
  return result
}

function whileLoop(c: Context, statement: Of<'while'> | Of<'do'>): TypedStatement {
  const test = c.recover(() => settled(c, () => condition(c, statement.condition)), null)
  return {
    kind: 'loop',
    init: null,
    condition: test,
    conditionMark: statement.condition,
    step: null,
    stepMark: statement.condition,
    body: loopBody(c, statement.body),
    isPostTested: statement.kind === 'do',
  }
}

function forLoop(c: Context, statement: Of<'for'>): TypedStatement {
  const { init, condition: written, step, body, endLine } = statement
  return scoped(c, endLine, () => {
    const start = c.recover(() => forStart(c, init), null)
    const test = written ? c.recover(() => settled(c, () => condition(c, written)), null) : null
    const stepValue = step ? c.recover(() => dropped(c, step), null) : null
    const head: Mark = {
      place: statement.place,
      endLine: statement.place.line,
      endColumn: statement.place.column + 3,
    }
    return [
      {
        kind: 'loop',
        init: start,
        condition: test,
        conditionMark: written ?? head,
        step: stepValue,
        stepMark: step ?? head,
        body: loopBody(c, body),
        isPostTested: false,
      },
    ]
  })
}

function forStart(c: Context, init: Of<'for'>['init']): TypedStatement | null {
  if (!init) return null
  if (init.kind !== 'declaration') return expressionStatement(c, init, init)
  return { kind: 'block', body: analyseDeclaration(c, init), freesStack: false }
}

function returnStatement(c: Context, state: FunctionState, statement: Of<'return'>): TypedStatement {
  const { value: written, place } = statement
  const { result, symbol } = state
  if (!written) {
    if (result.kind !== 'void')
      c.warn(place, `'return' without a value, but '${symbol.name}' returns ${typeWords(result)}`)
    return { kind: 'return', value: null, mark: statement }
  }
  const value = settled(c, () => rvalue(c, c.operand(written)))
  if (result.kind === 'void') {
    if (value.type.kind !== 'void') {
      c.warn(
        written.place,
        `'${symbol.name}' returns nothing (${placeText(symbol.place, place)}), so this value is dropped`,
      )
    }
    return {
      kind: 'block',
      body: [
        { kind: 'expression', value, mark: written },
        { kind: 'return', value: null, mark: statement },
      ],
      freesStack: false,
    }
  }
  const local = value.kind === 'address' ? localOf(value.of) : null
  if (local !== null && result.kind === 'pointer') {
    c.warn(written.place, `'${local}' ends with this function, so the address that is returned is of no use`)
  }
  const converted = assignable(c, value, result, {
    place: written.place,
    words: `the value that '${symbol.name}' returns`,
  })
  return { kind: 'return', value: converted, mark: statement }
}

/** The name of the local variable of which an lvalue is a part; null if it is a part of anything else. */
function localOf(lvalue: LValue): string | null {
  if (lvalue.kind === 'member' || lvalue.kind === 'element') return localOf(lvalue.base)
  return lvalue.kind === 'variable' && lvalue.variable.kind === 'local' ? lvalue.variable.name : null
}
