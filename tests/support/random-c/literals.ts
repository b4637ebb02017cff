import type { Context, Value } from './context.ts'
import type { FloatType, IntegerType } from './types.ts'
import { BOOL, DOUBLE, FLOAT, INT, LONG_LONG, long, UNSIGNED_INT, UNSIGNED_LONG_LONG } from './types.ts'
import { LEVEL, primary } from './values.ts'

/** Values near which things go wrong. */
const EDGES = [0n, 1n, 2n, 3n, 7n, 8n, 15n, 31n, 32n, 63n, 64n, 100n, 127n, 128n, 255n, 256n, 1000n].concat(
  [15n, 16n, 24n, 31n, 32n, 40n, 47n, 62n, 63n].flatMap((bits) => [(1n << bits) - 1n, 1n << bits]),
)

const CHARACTERS = [
  ' ',
  '0',
  'A',
  'z',
  '~',
  '\\n',
  '\\0',
  '\\t',
  '\\x7f',
  '\\377',
  '\\x80',
  "\\'",
  '"',
  '\\\\',
  '\\101',
]

const SUFFIXES = ['', '', '', 'u', 'U', 'l', 'L', 'ul', 'LU', 'll', 'LL', 'ull', 'LLU']

/** An integer constant: decimal, octal or hexadecimal with any suffix, a character, an enumerator, or a negative one. */
export function integerLiteral(c: Context): Value {
  const { dice } = c
  const kind = dice.below(20)
  if (kind === 0) return primary(`'${dice.pick(CHARACTERS)}'`, INT)
  const enumerator = dice.maybe(c.enumerators)
  if (kind === 1 && enumerator) return primary(enumerator, INT)
  const literal = numberLiteral(c, magnitude(c))
  const isNegative = kind < 6
  return isNegative ? { ...literal, text: `-${literal.text}`, level: LEVEL.unary } : literal
}

function magnitude(c: Context): bigint {
  const { dice } = c
  if (dice.percent(45)) return BigInt(dice.below(12))
  if (dice.percent(50)) return dice.pick(EDGES)
  const word = () => BigInt(dice.below(2 ** 32))
  return ((word() << 32n) | word()) >> BigInt(dice.below(64) || 1)
}

function numberLiteral(c: Context, value: bigint): Value {
  const { dice, model } = c
  const radix = dice.weighted([
    [6, 10],
    [1, 8],
    [3, 16],
  ] as const)
  const suffix = dice.pick(SUFFIXES)
  const digits = radix === 10 ? `${value}` : radix === 8 ? `0${value.toString(8)}` : `0x${value.toString(16)}`
  const longs = suffix.toLowerCase().replace('u', '').length
  const isUnsigned = /u/i.test(suffix)
  const candidates = [INT, UNSIGNED_INT, long(model, true), long(model, false), LONG_LONG, UNSIGNED_LONG_LONG]
    .filter((type) => type.rank >= 3 + longs)
    .filter((type) => (isUnsigned ? !type.isSigned : type.isSigned || radix !== 10))
  const type = candidates.find((each) => value < 1n << BigInt(each.bits - (each.isSigned ? 1 : 0)))
  // Only a decimal constant from 2^63 on has no type of its own: an unsigned one takes it.
  return type ? primary(digits + suffix, type) : primary(`${value}ull`, UNSIGNED_LONG_LONG)
}

const REALS =
  '0.0 1.0 0.5 .25 3. 0.1 1e3 1e-3 2.5e10 123.456 1e15 9007199254740993.0 0x1.8p3 0x.1p-4 1e-40 1.7e38'.split(
    ' ',
  )

/** A floating constant; one of type float has the suffix f. */
export function floatLiteral(c: Context, type: FloatType): Value {
  const text = c.dice.pick(REALS)
  const negative = c.dice.percent(20) ? '-' : ''
  const suffix = type.name === 'float' ? c.dice.pick(['f', 'F']) : ''
  return { ...primary(negative + text + suffix, type), level: negative ? LEVEL.unary : LEVEL.primary }
}

/** A constant of a type, as initialisers write it. */
export function literalFor(c: Context, type: IntegerType | FloatType): Value {
  if (type.kind === 'float')
    return c.dice.percent(30) ? smallInteger(c) : floatLiteral(c, c.dice.pick([FLOAT, DOUBLE]))
  return type.bits <= 16 && type !== BOOL && c.dice.percent(60) ? smallInteger(c) : integerLiteral(c)
}

function smallInteger(c: Context): Value {
  return primary(`${c.dice.below(200)}`, INT)
}
