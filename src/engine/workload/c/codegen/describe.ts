import type { LValue, TypedExpression } from '../typed.ts'

/** An lvalue roughly as a person wrote it, for messages: `buf`, `s.name`, `list->next`. */
export function describeLValue(lvalue: LValue): string {
  switch (lvalue.kind) {
    case 'variable':
      return lvalue.variable.name || '…'
    case 'deref':
      return describeDeref(lvalue.pointer)
    case 'member':
      return describeMember(lvalue.base, lvalue.member.name)
    case 'element':
      return `${describeLValue(lvalue.base)}[${describe(lvalue.index)}]`
    case 'record-value':
      return describe(lvalue.value)
  }
}

/** An expression roughly as a person wrote it; conversions that C makes by itself are left out. */
export function describe(expression: TypedExpression): string {
  switch (expression.kind) {
    case 'integer':
      return expression.value.toString()
    case 'load':
      return describeLValue(expression.from)
    case 'address':
      return expression.of.type.kind === 'array'
        ? describeLValue(expression.of)
        : `&${describeLValue(expression.of)}`
    case 'convert':
      return describe(expression.operand)
    case 'arithmetic':
      return `${describe(expression.left)} ${expression.operator} ${describe(expression.right)}`
    case 'pointer-add':
      return `${describe(expression.pointer)} ${expression.isMinus ? '-' : '+'} ${describe(expression.index)}`
    case 'call':
      return `${'name' in expression.callee ? expression.callee.name : '…'}(…)`
    default:
      return '…'
  }
}

function describeMember(base: LValue, name: string | null): string {
  if (name === null) return describeLValue(base)
  if (base.kind !== 'deref') return `${describeLValue(base)}.${name}`
  return `${describe(base.pointer)}->${name}`
}

function describeDeref(pointer: TypedExpression): string {
  if (pointer.kind === 'pointer-add' && !pointer.isMinus)
    return `${describe(pointer.pointer)}[${describe(pointer.index)}]`
  return `*${describe(pointer)}`
}
