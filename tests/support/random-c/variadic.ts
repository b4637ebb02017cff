import { recordValue } from './calls.ts'
import type { Context } from './context.ts'
import { NO_EFFECTS, together } from './effects.ts'
import { leavesOf } from './members.ts'
import type { Node } from './tree.ts'
import { block, line } from './tree.ts'
import type { ArithmeticType, RecordType } from './types.ts'
import { DOUBLE, INT, LONG_LONG, long, UNSIGNED_INT, UNSIGNED_LONG_LONG } from './types.ts'
import { argument, cast } from './values.ts'

/** Defines a function with variable arguments at file scope; returns calls of it. */
export function variadic(c: Context): Node[] {
  const { dice } = c
  const words = [INT, UNSIGNED_INT, long(c.model, true), LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE, DOUBLE]
  const types = Array.from({ length: dice.between(1, 12) }, () => {
    const record = dice.percent(15) ? dice.maybe(c.records) : null
    return record ?? dice.pick(words)
  })
  const name = c.globalName('w')
  const fetches = types.map((type, i) => block(`if (count > ${i})`, fetch(c, type)))
  const isCopied = dice.percent(30)
  c.items.push(
    block(`static double ${name}(int count, ...)`, [
      line('double sum = count;'),
      line('va_list list;'),
      line('va_start(list, count);'),
      ...(isCopied ? [line('va_list twin;'), line('va_copy(twin, list);')] : []),
      ...fetches,
      line('va_end(list);'),
      ...(isCopied ? [...fetch(c, types[0]!, 'twin'), line('va_end(twin);')] : []),
      line('return sum;'),
    ]),
  )
  return [call(c, name, types), call(c, name, types)]
}

function fetch(c: Context, type: ArithmeticType | RecordType, list = 'list'): Node[] {
  if (type.kind !== 'record') return [line(`sum = real(sum * 0.5 + va_arg(${list}, ${type.name}));`)]
  const name = c.localName('r')
  const adds = leavesOf(name, type).map((leaf) => line(`sum = real(sum * 0.5 + ${leaf.text});`))
  return [block('', [line(`${type.name} ${name} = va_arg(${list}, ${type.name});`), ...adds])]
}

function call(c: Context, name: string, types: readonly (ArithmeticType | RecordType)[]): Node {
  let effects = NO_EFFECTS
  const args = types.map((type) => {
    const value =
      type.kind === 'record' ? recordValue(c, type, 1, effects) : cast(c, type, c.value(2, effects))
    effects = together(effects, value.effects)
    return argument(value)
  })
  return line(`printf("%.17g\\n", ${name}(${[`${c.dice.below(types.length) + 1}`, ...args].join(', ')}));`)
}
