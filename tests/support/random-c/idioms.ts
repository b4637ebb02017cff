import type { Context, Variable } from './context.ts'
import type { Node } from './tree.ts'
import { block, line } from './tree.ts'
import type { ArrayType, IntegerType } from './types.ts'

/** Goes through an array of integers by a pointer or an index, in one of the ways that C programs do. */
export function walk(c: Context): Node[] {
  const array = c.dice.maybe(c.variables.filter(isRow))
  if (array === null) return []
  const { element, length } = array.type as ArrayType
  const names = { a: array.name, n: length, p: c.localName('p'), type: (element as IntegerType).name }
  const sum = c.localName('sum')
  const show = c.isPure ? [] : [line(`printf("%llu\\n", ${sum});`)]
  return [block('', [line(`unsigned long long ${sum} = ${length};`), ...way(c, names, sum), ...show])]
}

function isRow({ type }: Variable): boolean {
  return type.kind === 'array' && type.element.kind === 'integer'
}

interface Names {
  readonly a: string
  readonly n: number
  readonly p: string
  readonly type: string
}

function way(c: Context, { a, n, p, type }: Names, sum: string): Node[] {
  const add = c.dice.pick([`${sum} = ${sum} * 31 +`, `${sum} ^=`, `${sum} +=`, `${sum} = (${sum} << 3) -`])
  const down = [
    line(`const ${type} *${p} = ${a} + ${n};`),
    block(`while (${p} > ${a})`, [line(`${add} *--${p};`)]),
  ]
  const distance = [
    line(`const ${type} *${p} = ${a};`),
    block('do', [line(`${add} *${p} * (${p} - ${a} + 1);`)], ` while (++${p} != &${a}[${n}]);`),
  ]
  const ways: Node[][] = [
    [block(`for (const ${type} *${p} = ${a}; ${p} < ${a} + ${n}; ${p}++)`, [line(`${add} *${p};`)])],
    [block(`for (const ${type} *${p} = ${a}; ${p} != &${a}[${n}]; )`, [line(`${add} *${p}++;`)])],
    [
      block(`for (size_t ${p} = 0; ${p} < sizeof ${a} / sizeof ${a}[0]; ${p}++)`, [
        line(`${add} ${a}[${p}];`),
      ]),
    ],
    [block(`for (int ${p} = ${n}; ${p}--; )`, [line(`${add} ${p}[${a}];`)])],
    down,
    distance,
    [
      line(`${type} ${p}[${n + 1}];`),
      line(`memset(${p}, 1, sizeof ${p});`),
      line(`memcpy(${p} + 1, ${a}, sizeof ${a});`),
      line(`${add} ${p}[0] * 5 + ${p}[${n}] + (memcmp(${p} + 1, ${a}, sizeof ${a}) == 0);`),
    ],
    [
      line(`int ${p} = ${n} + (${c.dice.below(3)});`),
      line(`${type} w${p}[${p}][2];`),
      block(`for (int i = 0; i < ${p}; i++)`, [line(`w${p}[i][0] = w${p}[i][1] = ${a}[i % ${n}];`)]),
      line(`${add} w${p}[${n - 1}][1] + sizeof w${p} + sizeof w${p}[0];`),
    ],
  ]
  return c.dice.pick(ways)
}
