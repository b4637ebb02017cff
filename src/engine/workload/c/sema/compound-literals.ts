import type { Expression } from '../ast.ts'
import type { GlobalVariable, LValue } from '../typed.ts'
import { isConstObject } from './basic-types.ts'
import type { Context } from './context.ts'
import { addressOf, deref, variable } from './values.ts'

/** `(type){…}`: a hidden local that is initialised where the literal stands; at file scope a hidden global. */
export function compoundLiteral(c: Context, expression: Expression & { kind: 'compound-literal' }): LValue {
  const type = c.typeName(expression.type)
  const { place, initialiser } = expression
  if (!c.function) {
    const global: GlobalVariable = {
      kind: 'global',
      name: '',
      type,
      place,
      isExternal: false,
      isDefined: true,
      initialiser: null,
      isReadOnly: isConstObject(type),
      alignment: 0,
      owner: null,
      isString: false,
    }
    c.globals.push(global)
    c.used.add(global)
    c.parts.staticInitialiser(c, global, initialiser)
    return { kind: 'variable', variable: global, type: global.type, place }
  }
  const local = c.hiddenLocal(type, place)
  const statement = c.parts.automaticInitialiser(c, local, initialiser, expression)
  const address = addressOf(c, variable(local, place))
  return deref(
    { kind: 'with-statements', before: [statement], value: address, type: address.type, place },
    place,
  )
}
