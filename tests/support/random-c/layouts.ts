import type { Context } from './context.ts'
import { literalFor } from './literals.ts'
import { leavesOf, namedMembers } from './members.ts'
import type { Node } from './tree.ts'
import { block, line } from './tree.ts'
import type { ArithmeticType, RecordType } from './types.ts'
import { argument } from './values.ts'

/** Prints where the members of a struct or union lie, and its bytes after each has got a value. */
export function layoutOf(c: Context, record: RecordType): Node[] {
  const { dice } = c
  const places = namedMembers(record).filter((member) => member.width === undefined)
  const offsets = places.map((member) => {
    const inner =
      member.type.kind === 'array' ? `${member.name}[${dice.below(member.type.length)}]` : member.name
    return `(int)offsetof(${record.name}, ${inner})`
  })
  const sizes = [`(int)sizeof(${record.name})`, `(int)_Alignof(${record.name})`, ...offsets]
  const name = c.localName('l')
  const leaves = leavesOf(name, record)
  const stores = leaves.flatMap(({ text, type }) => {
    const literal = literalFor(c, type as ArithmeticType)
    return [line(`${text} = ${argument(literal)};`), ...(dice.percent(10) ? [dump(name)] : [])]
  })
  return [
    line(`printf("${sizes.map(() => '%d').join(' ')}\\n", ${sizes.join(', ')});`),
    block('', [
      line(`${record.name} ${name};`),
      line(`memset(&${name}, ${dice.pick([0, 255, 85])}, sizeof ${name});`),
      ...stores,
      dump(name),
    ]),
  ]
}

function dump(name: string): Node {
  return line(`hex(&${name}, sizeof ${name});`)
}
