import type { LValue, TypedExpression } from '../typed.ts'

/** Calls `visit` for each expression directly within an lvalue. */
function eachOfLValue(lvalue: LValue, visit: (part: TypedExpression) => void): void {
  if (lvalue.kind === 'deref') visit(lvalue.pointer)
  else if (lvalue.kind === 'record-value') visit(lvalue.value)
  else if (lvalue.kind === 'member') eachOfLValue(lvalue.base, visit)
  else if (lvalue.kind === 'element') {
    eachOfLValue(lvalue.base, visit)
    visit(lvalue.index)
  }
}

/** Calls `visit` for each expression directly within another, except those within statements. */
export function eachPart(of: TypedExpression, visit: (part: TypedExpression) => void): void {
  switch (of.kind) {
    case 'load':
      eachOfLValue(of.from, visit)
      return
    case 'address':
      eachOfLValue(of.of, visit)
      return
    case 'negate':
    case 'complement':
    case 'not':
    case 'convert':
      visit(of.operand)
      return
    case 'arithmetic':
    case 'compare':
    case 'pointer-difference':
    case 'and':
    case 'or':
    case 'comma':
      visit(of.left)
      visit(of.right)
      return
    case 'pointer-add':
      visit(of.pointer)
      visit(of.index)
      if (typeof of.scale !== 'number') visit(of.scale)
      return
    case 'conditional':
      visit(of.condition)
      visit(of.then)
      visit(of.otherwise)
      return
    case 'assign':
    case 'compound-assign':
      eachOfLValue(of.target, visit)
      visit(of.value)
      return
    case 'step':
      eachOfLValue(of.target, visit)
      return
    case 'call':
    case 'builtin':
      of.arguments.forEach(visit)
      return
    case 'with-statements':
      visit(of.value)
      return
  }
}

type Question = (expression: TypedExpression) => boolean

/** Whether something holds for the expression or a part of it; answers are kept, since trees are asked at each level. */
function anywhere(question: Question): Question {
  const answers = new WeakMap<TypedExpression, boolean>()
  const ask: Question = (expression) => {
    const known = answers.get(expression)
    if (known !== undefined) return known
    let answer = question(expression)
    if (!answer)
      eachPart(expression, (part) => {
        answer ||= ask(part)
      })
    answers.set(expression, answer)
    return answer
  }
  return ask
}

/** Whether computing it may call a function, or move the stack. */
export const containsCall: Question = anywhere(
  ({ kind }) => kind === 'call' || kind === 'builtin' || kind === 'with-statements',
)

/** Whether computing it may change anything. */
export const hasEffects: Question = anywhere(
  (part) =>
    part.kind === 'assign' || part.kind === 'compound-assign' || part.kind === 'step' || isCallLike(part),
)

function isCallLike({ kind }: TypedExpression): boolean {
  return kind === 'call' || kind === 'builtin' || kind === 'with-statements'
}
