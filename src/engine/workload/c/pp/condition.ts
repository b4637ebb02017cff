import type { Diagnostics } from '../source.ts'
import { isDigit } from './chars.ts'
import type { Lexeme } from './lexeme.ts'

/** A value of an #if: 64 bits, as intmax_t or uintmax_t. */
interface Value {
  readonly value: bigint
  readonly isUnsigned: boolean
}

const MOST_NESTED = 200

/** Left-associative operators by how tightly they bind. */
const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ['*', 10],
  ['/', 10],
  ['%', 10],
  ['+', 9],
  ['-', 9],
  ['<<', 8],
  ['>>', 8],
  ['<', 7],
  ['>', 7],
  ['<=', 7],
  ['>=', 7],
  ['==', 6],
  ['!=', 6],
  ['&', 5],
  ['^', 4],
  ['|', 3],
  ['&&', 2],
  ['||', 1],
])

class BadCondition {
  constructor(
    readonly at: Lexeme,
    readonly message: string,
  ) {}
}

/**
 * Works out the condition of an #if or #elif (C99 6.10.1), macros already expanded.
 * @returns false after an error, which has been reported
 */
export function evaluateCondition(
  tokens: readonly Lexeme[],
  directive: Lexeme,
  diagnostics: Diagnostics,
): boolean {
  try {
    return new Condition(tokens, directive, diagnostics).run()
  } catch (reason) {
    if (!(reason instanceof BadCondition)) throw reason
    diagnostics.error(reason.at.place, reason.message)
    return false
  }
}

class Condition {
  private at = 0
  private nested = 0
  /** Above 0 in a part whose value does not count: `0 && 1 / 0` is no error. */
  private ignoring = 0

  constructor(
    private readonly tokens: readonly Lexeme[],
    private readonly directive: Lexeme,
    private readonly diagnostics: Diagnostics,
  ) {}

  run(): boolean {
    if (this.tokens.length === 0)
      throw new BadCondition(this.directive, `#${this.directive.text} with no expression`)
    const { value } = this.comma()
    const rest = this.tokens[this.at]
    if (rest !== undefined) this.failAtOperator(rest)
    return value !== 0n
  }

  private failAtOperator(token: Lexeme): never {
    const before = this.tokens[this.at - 1]
    if (token.is('=')) throw new BadCondition(token, '= is no operator of #if: == compares')
    if (token.is(')')) throw new BadCondition(token, 'a ) without its ( in the condition')
    if (token.is('(') && before?.isName)
      throw new BadCondition(
        token,
        `${before.text} is not defined as a macro, so ${before.text}( means nothing here`,
      )
    throw new BadCondition(token, `an operator is missing before ${token.text} in the condition`)
  }

  private takes(punctuator: string): boolean {
    if (!this.tokens[this.at]?.is(punctuator)) return false
    this.at++
    return true
  }

  private comma(): Value {
    let value = this.conditional()
    while (this.tokens[this.at]?.is(',')) {
      if (this.ignoring === 0)
        this.diagnostics.warn(this.tokens[this.at]!.place, 'comma operator in the condition of #if')
      this.at++
      value = this.conditional()
    }
    return value
  }

  private conditional(): Value {
    const condition = this.binary(1)
    if (!this.takes('?')) return condition
    const isTrue = condition.value !== 0n
    const then = this.guarded(!isTrue, () => this.comma())
    if (!this.takes(':'))
      throw new BadCondition(
        this.tokens[this.at] ?? this.directive,
        'expected : behind the ? of the condition',
      )
    const otherwise = this.guarded(isTrue, () => this.conditional())
    return wrapped((isTrue ? then : otherwise).value, then.isUnsigned || otherwise.isUnsigned)
  }

  private guarded(isIgnored: boolean, read: () => Value): Value {
    if (isIgnored) this.ignoring++
    if (++this.nested > MOST_NESTED)
      throw new BadCondition(this.directive, `the condition is nested more than ${MOST_NESTED} deep`)
    const value = read()
    this.nested--
    if (isIgnored) this.ignoring--
    return value
  }

  private binary(lowest: number): Value {
    let left = this.unary()
    for (;;) {
      const operator = this.tokens[this.at]
      const precedence = operator?.kind === 'punctuator' ? PRECEDENCE.get(operator.text) : undefined
      if (operator === undefined || precedence === undefined || precedence < lowest) return left
      this.at++
      const isSettled =
        (operator.text === '&&' && left.value === 0n) || (operator.text === '||' && left.value !== 0n)
      const right = this.guarded(isSettled, () => this.binary(precedence + 1))
      left = this.apply(operator, left, right)
    }
  }

  private apply(operator: Lexeme, left: Value, right: Value): Value {
    const a = left.value
    const b = right.value
    const isUnsigned = left.isUnsigned || right.isUnsigned
    switch (operator.text) {
      case '&&':
        return truth(a !== 0n && b !== 0n)
      case '||':
        return truth(a !== 0n || b !== 0n)
      case '<<':
        return shift(left, b)
      case '>>':
        return shift(left, -b)
    }
    return this.arithmetic(operator, wrapped(a, isUnsigned).value, wrapped(b, isUnsigned).value, isUnsigned)
  }

  private arithmetic(operator: Lexeme, a: bigint, b: bigint, isUnsigned: boolean): Value {
    switch (operator.text) {
      case '*':
        return wrapped(a * b, isUnsigned)
      case '/':
      case '%':
        if (b !== 0n) return wrapped(operator.text === '/' ? a / b : a % b, isUnsigned)
        if (this.ignoring > 0) return wrapped(0n, isUnsigned)
        throw new BadCondition(operator, 'division by zero in the condition')
      case '+':
        return wrapped(a + b, isUnsigned)
      case '-':
        return wrapped(a - b, isUnsigned)
      case '<':
        return truth(a < b)
      case '>':
        return truth(a > b)
      case '<=':
        return truth(a <= b)
      case '>=':
        return truth(a >= b)
      case '==':
        return truth(a === b)
      case '!=':
        return truth(a !== b)
      case '&':
        return wrapped(a & b, isUnsigned)
      case '^':
        return wrapped(a ^ b, isUnsigned)
      default:
        return wrapped(a | b, isUnsigned)
    }
  }

  private unary(): Value {
    const token = this.tokens[this.at++]
    if (token === undefined)
      throw new BadCondition(this.directive, 'the condition ends where a value is expected')
    switch (token.kind) {
      case 'number':
        return this.number(token)
      case 'char':
        return this.character(token)
      case 'identifier':
      case 'keyword':
        return wrapped(0n, false)
      case 'string':
        throw new BadCondition(token, 'a condition of the preprocessor cannot compare strings')
    }
    if (token.problem !== null) throw new BadCondition(token, token.problem.message)
    const operand = (read: () => Value) => this.guarded(false, read)
    if (token.is('(')) {
      const value = operand(() => this.comma())
      if (!this.takes(')')) throw new BadCondition(token, 'this ( has no ) in the condition')
      return value
    }
    if (token.is('!')) return truth(operand(() => this.unary()).value === 0n)
    if (!token.is('-') && !token.is('+') && !token.is('~'))
      throw new BadCondition(token, `expected a value, not ${token.text}, in the condition`)
    const { value, isUnsigned } = operand(() => this.unary())
    if (token.is('+')) return { value, isUnsigned }
    return wrapped(token.is('-') ? -value : ~value, isUnsigned)
  }

  /** An integer constant. Decimal ones that need all 64 bits are unsigned, as gcc reads them. */
  private number(token: Lexeme): Value {
    const match = /^(0x[0-9a-f]+|0b[01]+|0[0-7]*|[1-9][0-9]*)(u?l{0,2}|l{1,2}u)$/.exec(
      token.text.toLowerCase(),
    )
    if (match === null) {
      const isFloating = /^[0-9]*\.|^[0-9.]+e|^0x.*[.p]/i.test(token.text)
      const what = isFloating ? 'a floating-point constant' : `${token.text}, which is no number,`
      throw new BadCondition(token, `${what} cannot stand in the condition of #if`)
    }
    const digits = match[1]!
    const value = BigInt(digits[0] === '0' && isDigit(digits.charCodeAt(1)) ? `0o${digits}` : digits)
    if (value >> 64n !== 0n)
      this.diagnostics.warn(token.place, `the number ${token.text} is too large: only its low 64 bits count`)
    return wrapped(value, match[2]!.includes('u') || value >> 63n !== 0n)
  }

  /** A character constant: `char` is signed, several characters fill an int from the left. */
  private character(token: Lexeme): Value {
    if (token.problem?.severity === 'error') throw new BadCondition(token, token.problem.message)
    if (token.problem !== null) this.diagnostics.warn(token.place, token.problem.message)
    const bytes = token.bytes!
    let value = 0
    if (token.wide) value = bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24)
    else if (bytes.length === 1) value = (bytes[0]! << 24) >> 24
    else for (const byte of bytes) value = (value << 8) | byte
    return wrapped(BigInt(value), false)
  }
}

function wrapped(value: bigint, isUnsigned: boolean): Value {
  return { value: isUnsigned ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value), isUnsigned }
}

function truth(isTrue: boolean): Value {
  return { value: isTrue ? 1n : 0n, isUnsigned: false }
}

/** Shifts left by `count`, right if it is negative; by 64 or more leaves nothing but the sign. */
function shift({ value, isUnsigned }: Value, count: bigint): Value {
  const by = count > 64n ? 64n : count < -64n ? -64n : count
  return wrapped(by < 0n ? value >> -by : value << by, isUnsigned)
}
