import type { Builtin, Expander } from './expand.ts'
import type { Found, Includes } from './include.ts'
import { Lexeme, spell } from './lexeme.ts'
import { decodeLiteral } from './literals.ts'
import type { SourceStack } from './source-stack.ts'

/** What gcc's `__has_attribute` may be asked for and the compiler honours. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'packed',
  'aligned',
  'noreturn',
  'constructor',
  'destructor',
])

/** What stands for something that depends on its place, or on what came before (C99 6.10.8, GNU's additions). */
export function builtinMacros(stack: SourceStack, pragma: (text: Lexeme) => void): Map<string, Builtin> {
  let counter = 0
  const text = (content: string) => (at: Lexeme) => [stringLexeme(content, at)]
  return new Map<string, Builtin>([
    ['__LINE__', (at) => [numberLexeme(at.place.line + stack.top.lineShift, at)]],
    ['__FILE__', (at) => [stringLexeme(stack.top.shownName, at)]],
    ['__BASE_FILE__', (at) => [stringLexeme(stack.bottom.found.name, at)]],
    ['__INCLUDE_LEVEL__', (at) => [numberLexeme(stack.depth - 1, at)]],
    ['__COUNTER__', (at) => [numberLexeme(counter++, at)]],
    ['__DATE__', text('Jan  1 2026')],
    ['__TIME__', text('00:00:00')],
    ['__TIMESTAMP__', text('Thu Jan  1 00:00:00 2026')],
    ['_Pragma', (at, expander) => pragmaOperator(at, expander, pragma)],
  ])
}

/** What means something only in a condition. */
export function conditionOperators(includes: Includes, from: () => Found): Map<string, Builtin> {
  const hasInclude: Builtin = (at, expander) => {
    const name = headerOperand(readBracketed(expander) ?? [], at, expander)
    if (name === null)
      expander.diagnostics.error(at.place, `${at.text} needs a header in parentheses behind it`)
    return [numberLexeme(name !== null && includes.find(name.name, name.isAngled, from()) !== null, at)]
  }
  const asks = (isKnown: (name: string) => boolean): Builtin => {
    return (at, expander) => {
      const name = spell(readBracketed(expander) ?? [])
      return [numberLexeme(isKnown(name), at)]
    }
  }
  return new Map<string, Builtin>([
    ['defined', definedOperator],
    ['__has_include', hasInclude],
    ['__has_include_next', hasInclude],
    ['__has_attribute', asks((name) => ATTRIBUTES.has(name.replace(/^__|__$/g, '')))],
    ['__has_builtin', asks((name) => name.startsWith('__builtin_'))],
  ])
}

/** A header as #include and __has_include name it: `"x"`, `<x>`, or macros that expand to one of them. */
export function headerOperand(
  tokens: readonly Lexeme[],
  at: Lexeme,
  expander: Expander,
): { name: string; isAngled: boolean; rest: readonly Lexeme[] } | null {
  const isSpelt = tokens[0]?.kind === 'string' || tokens[0]?.is('<')
  const expanded = isSpelt ? tokens : expander.expand(tokens, at)
  const first = expanded[0]
  if (first?.kind === 'string') {
    const isAngled = first.text.startsWith('<')
    return { name: first.text.slice(1, -1), isAngled, rest: expanded.slice(1) }
  }
  const end = expanded.findIndex((token) => token.is('>'))
  if (!first?.is('<') || end < 0) return null
  return { name: spell(expanded.slice(1, end)), isAngled: true, rest: expanded.slice(end + 1) }
}

function definedOperator(at: Lexeme, expander: Expander): readonly Lexeme[] {
  let name = expander.read()
  const isBracketed = name?.is('(') === true
  if (isBracketed) name = expander.read()
  if (name === null || !name.isName) {
    expander.diagnostics.error(at.place, 'defined needs the name of a macro behind it')
    return [numberLexeme(0, at)]
  }
  if (isBracketed && !expander.read()?.is(')'))
    expander.diagnostics.error(at.place, `a ) is missing behind defined(${name.text}`)
  return [numberLexeme(expander.isDefined(name.text), at)]
}

/** `_Pragma("…")`: the string is read as the line of a #pragma (C99 6.10.9). */
function pragmaOperator(at: Lexeme, expander: Expander, pragma: (text: Lexeme) => void): readonly Lexeme[] {
  const [line] = expander.isAtOpen() ? (readBracketed(expander) ?? []) : []
  if (line?.kind === 'string') pragma(line)
  else expander.diagnostics.error(at.place, '_Pragma needs a string in parentheses')
  return []
}

/** The raw tokens between the parentheses behind an operator; null without any. */
function readBracketed(expander: Expander): Lexeme[] | null {
  if (!expander.isAtOpen()) return null
  expander.read()
  const tokens: Lexeme[] = []
  for (let depth = 0; ; ) {
    const token = expander.read()
    if (token === null) return null
    if (token.is('(')) depth++
    else if (token.is(')') && depth-- === 0) return tokens
    tokens.push(token)
  }
}

function numberLexeme(value: number | boolean, at: Lexeme): Lexeme {
  const text = String(Number(value))
  return new Lexeme('number', text, at.place, at.endColumn, at.hasSpace, false, false, null, null)
}

function stringLexeme(text: string, at: Lexeme): Lexeme {
  const content = text.replace(/["\\]/g, '\\$&')
  const value = decodeLiteral(content, '"', '')
  return new Lexeme('string', `"${content}"`, at.place, at.endColumn, at.hasSpace, false, false, null, value)
}
