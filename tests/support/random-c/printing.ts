import type { Context, Value, Variable } from './context.ts'
import type { Effects } from './effects.ts'
import { NO_EFFECTS, together } from './effects.ts'
import type { Leaf } from './members.ts'
import { leavesOf } from './members.ts'
import type { Node } from './tree.ts'
import { line } from './tree.ts'
import type { ArithmeticType, IntegerType } from './types.ts'
import { bitFieldValue, promoted } from './types.ts'
import { argument, LEVEL, operand } from './values.ts'

interface Printed {
  readonly format: string
  readonly argument: string
}

const FLAGS = ['', '', '', '', '#', '0', '-', '+', ' ', '-#', '+0']
const REAL_FORMATS = [
  '%.17g',
  '%.17g',
  '%a',
  '%g',
  '%e',
  '%.3f',
  '%12.4g',
  '%-10.1e|',
  '%+.0f',
  '%#.5g',
  '%G',
  '%A',
]

/** Prints some values by one call of printf. */
export function printValues(c: Context, depth: number): Node {
  let effects: Effects = NO_EFFECTS
  const printed = Array.from({ length: c.dice.between(1, 3) }, () => {
    const value = c.value(depth, effects)
    effects = together(effects, value.effects)
    return ofValue(c, value)
  })
  return printf(printed)
}

/** Prints all scalar parts of a variable. */
export function printVariable(c: Context, { name, type }: Variable): Node[] {
  const leaves = type.kind === 'pointer' ? [] : leavesOf(name, type)
  const nodes: Node[] = []
  for (let i = 0; i < leaves.length; i += 6) {
    nodes.push(printf(leaves.slice(i, i + 6).map((leaf) => ofLeaf(c, leaf))))
  }
  return nodes
}

function printf(printed: readonly Printed[]): Node {
  const format = printed.map((each) => each.format).join(' ')
  return line(`printf("${format}\\n", ${printed.map((each) => each.argument).join(', ')});`)
}

function ofLeaf(c: Context, { text, type, width }: Leaf): Printed {
  const own = type as ArithmeticType
  const isWide = width !== undefined && width > 32
  const shown = width !== undefined && !isWide ? bitFieldValue(own as IntegerType, width) : own
  return ofValue(c, {
    text: isWide ? `(${own.name})${text}` : text,
    level: isWide ? LEVEL.unary : LEVEL.postfix,
    type: shown,
    effects: NO_EFFECTS,
  })
}

function ofValue(c: Context, value: Value): Printed {
  if (value.type.kind === 'float') {
    return { format: c.dice.pick(REAL_FORMATS), argument: `real(${argument(value)})` }
  }
  return integerPrinted(c, value, value.type)
}

function integerPrinted(c: Context, value: Value, type: IntegerType): Printed {
  const { dice } = c
  const { isSigned, rank } = promoted(type)
  const letter = dice.percent(55)
    ? isSigned
      ? dice.pick(['d', 'i'])
      : 'u'
    : dice.pick(['d', 'u', 'x', 'X', 'o'])
  const flags = dice.percent(25) ? dice.pick(FLAGS) : ''
  const width = dice.percent(15) ? `${dice.between(1, 24)}` : ''
  const precision = dice.percent(8) ? `.${dice.below(12)}` : ''
  const length = ['', 'l', 'll'][rank - 3]!
  const short = rank === 3 && dice.percent(8) ? dice.pick(['h', 'hh']) : length
  const isFlagged = flags.includes('-') || width === ''
  return {
    format: `%${flags}${width}${precision}${short}${letter}${isFlagged ? '' : '|'}`,
    argument: operand(c, value, LEVEL.assignment),
  }
}
