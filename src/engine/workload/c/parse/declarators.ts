import type { Declarator, Derivation, Parameter, Qualifiers, Specifiers, TypeName } from '../ast.ts'
import type { Place } from '../source.ts'
import { noAttributes, readAsmAndAttributes, skipAttributes } from './attributes.ts'
import type { Parser } from './parser.ts'
import { isMeantAsType, readSpecifiers } from './specifiers.ts'
import { QUALIFIERS, RESERVED, SPECIFIER_WORDS } from './words.ts'

/** Whether a declarator must have a name, may have one (parameters), or must have none (type names). */
export type Naming = 'named' | 'either' | 'abstract'

/** The part of a declarator around its name. */
interface Core {
  readonly name: string | null
  readonly place: Place
  readonly derivations: Derivation[]
}

/** Reads a declarator with the attributes and `asm` behind it. */
export function readDeclarator(p: Parser, naming: Naming): Declarator {
  const core = readCore(p, naming)
  const attributes = noAttributes()
  readAsmAndAttributes(p, attributes)
  return { ...core, attributes }
}

/** Reads a type as in a cast: `const char *(*)[3]`. */
export function readTypeName(p: Parser): TypeName {
  const { place } = p
  return p.nested(() => {
    const specifiers = readSpecifiers(p, 'type')
    if (specifiers.isImplicitInt && p.place === place) p.failExpected('a type')
    return { kind: 'type-name', specifiers, declarator: readDeclarator(p, 'abstract'), place }
  })
}

/** Pointers stand in front of the name but apply last: `*a[3]` is an array of pointers. */
function readCore(p: Parser, naming: Naming): Core {
  const pointers = readPointers(p)
  const core = p.nested(() => readDirect(p, naming))
  readSuffixes(p, core.derivations)
  return { ...core, derivations: core.derivations.concat(pointers.reverse()) }
}

function readPointers(p: Parser): Derivation[] {
  const pointers: Derivation[] = []
  skipAttributes(p)
  while (p.accept('*')) {
    pointers.push({ kind: 'pointer', qualifiers: readQualifiers(p) })
    skipAttributes(p)
  }
  if (p.is('&') || p.is('^'))
    p.fail(
      p.is('&') ? 'a reference (`&`) is C++: C passes a pointer (`*`)' : 'expected a name or `*`, found `^`',
    )
  return pointers
}

function readQualifiers(p: Parser): Qualifiers {
  let isConst = false
  let isVolatile = false
  for (;;) {
    skipAttributes(p)
    if (!QUALIFIERS.has(p.word())) return { isConst, isVolatile }
    if (p.is('const')) isConst = true
    else if (p.is('volatile')) isVolatile = true
    p.next()
  }
}

/** What stands here in place of a name, and why it is none. */
function notAName(p: Parser): string {
  if (RESERVED.has(p.word())) return `the keyword ${p.found}`
  const isNearly = p.token.kind === 'number' && /^\d+[a-z_]/i.test(p.token.text)
  return isNearly ? `${p.found}: a name cannot begin with a digit` : p.found
}

function readDirect(p: Parser, naming: Naming): Core {
  const { place } = p
  if (naming === 'named' && p.previous.text === ',' && startsOtherType(p))
    p.fail(
      `expected a name behind \`,\`, found the type ${p.found}: a declaration of another type stands behind \`;\``,
    )
  if (naming !== 'abstract' && p.isName()) return { name: p.next().text, place, derivations: [] }
  if (p.is('(') && (naming === 'named' || !startsParameters(p))) {
    const opening = p.next()
    const inner = readCore(p, naming)
    p.expectClosing(')', opening)
    return inner
  }
  if (naming === 'named' && p.is('['))
    p.fail('expected a name before `[`: an array is written as in `int a[3]`')
  if (naming === 'named') p.fail(`expected a name, found ${notAName(p)}`)
  return { name: null, place, derivations: [] }
}

/** Whether a declaration begins here, and not only a name that hides a type's. */
function startsOtherType(p: Parser): boolean {
  if (p.isTypeName()) return p.word(1) === '*' || p.isName(1)
  return p.startsType()
}

/** Behind a type without a name, `(` begins parameters if a type follows, or nothing: `int (*)(int ())`. */
function startsParameters(p: Parser): boolean {
  let ahead = 1
  while (p.word(ahead) === '__attribute__') ahead = behindParentheses(p, ahead + 1)
  const word = p.word(ahead)
  return word === ')' || word === '...' || p.startsType(ahead)
}

function behindParentheses(p: Parser, ahead: number): number {
  let depth = 0
  do {
    if (p.peek(ahead).kind === 'end') return ahead
    if (p.word(ahead) === '(') depth++
    else if (p.word(ahead) === ')') depth--
    ahead++
  } while (depth > 0)
  return ahead
}

function readSuffixes(p: Parser, derivations: Derivation[]): void {
  for (;;) {
    if (p.is('[')) derivations.push(readArray(p))
    else if (p.is('(')) derivations.push(readFunction(p))
    else return
  }
}

/** Reads `[…]`: in parameters with `static` and qualifiers, which change nothing for the callee's code. */
function readArray(p: Parser): Derivation {
  const opening = p.next()
  while (p.is('static') || QUALIFIERS.has(p.word())) p.next()
  const { place } = opening
  if (p.is('*') && p.word(1) === ']') {
    p.next()
    p.next()
    return { kind: 'array', size: null, isStar: true, place }
  }
  const size = p.is(']') ? null : p.nested(() => p.rules.assignment(p))
  p.expectClosing(']', opening)
  return { kind: 'array', size, isStar: false, place }
}

function readFunction(p: Parser): Derivation {
  const opening = p.next()
  if (p.accept(')')) return { kind: 'function', parameters: [], isVariadic: false, isOldStyle: true }
  if (isNameList(p)) return readNameList(p)
  p.scopes.open()
  const list = p.attempt(() => p.nested(() => readParameters(p)))
  p.scopes.close()
  if (list === null) return skipParameters(p)
  p.expectClosing(')', opening)
  return { kind: 'function', ...list, isOldStyle: false }
}

/** Whether only names that are no types stand between the parentheses: an old-style definition begins so. */
function isNameList(p: Parser): boolean {
  let ahead = 0
  for (; ; ahead += 2) {
    if (!p.isName(ahead) || p.isTypeName(ahead)) return false
    if (p.word(ahead + 1) !== ',') break
  }
  return p.word(ahead + 1) === ')'
}

function readNameList(p: Parser): Derivation {
  const parameters: Parameter[] = []
  do {
    const { text, place } = p.next()
    const declarator = { name: text, derivations: [], attributes: noAttributes(), place }
    parameters.push({ specifiers: intAt(place), declarator })
  } while (p.next().text === ',')
  return { kind: 'function', parameters, isVariadic: false, isOldStyle: true }
}

function intAt(place: Place): Specifiers {
  return {
    storage: 'none',
    isThread: false,
    isInline: false,
    qualifiers: { isConst: false, isVolatile: false },
    type: { kind: 'basic', name: 'int' },
    isImplicitInt: true,
    attributes: noAttributes(),
    place,
  }
}

/** After an error between the parentheses: goes behind the closing one, if it stands before a `;` or a brace. */
function skipParameters(p: Parser): Derivation {
  for (let depth = 1; depth > 0; p.next()) {
    if (p.isEnd || p.is(';') || p.is('{') || p.is('}')) break
    if (p.is('(')) depth++
    else if (p.is(')')) depth--
  }
  return { kind: 'function', parameters: [], isVariadic: false, isOldStyle: true }
}

function readParameters(p: Parser): { parameters: Parameter[]; isVariadic: boolean } {
  const parameters: Parameter[] = []
  do {
    if (p.is('...')) {
      if (parameters.length === 0) p.error('expected a parameter before `...`')
      p.next()
      return { parameters, isVariadic: true }
    }
    parameters.push(readParameter(p))
  } while (p.accept(','))
  if (!p.is(')')) failBehindParameter(p)
  return { parameters: isOnlyVoid(parameters) ? [] : parameters, isVariadic: false }
}

function readParameter(p: Parser): Parameter {
  if (!p.startsType() && !isMeantAsType(p, 'parameter')) failWithoutType(p)
  const specifiers = readSpecifiers(p, 'parameter')
  const declarator = readDeclarator(p, 'either')
  if (declarator.name !== null) p.scopes.declare(declarator.name, false)
  return { specifiers, declarator }
}

/** A value in the place of a parameter, in no function: somebody calls a function at file scope. */
function failWithoutType(p: Parser): never {
  const isValue = p.token.kind === 'string' || p.token.kind === 'number'
  if (isValue && p.functionPlace === null) p.fail('a call can only stand in a function')
  return p.failExpected('the type of a parameter')
}

function failBehindParameter(p: Parser): never {
  if (p.is('=')) p.fail('a default for a parameter is C++: C has none')
  if (p.is(';') || p.is('{')) p.fail(`expected \`)\` behind the parameters, found ${p.found}`, p.gap)
  const hint = SPECIFIER_WORDS.has(p.word()) ? ' between parameters' : ' or `)` behind the parameter'
  return p.fail(`expected \`,\`${hint}, found ${p.found}`, p.gap)
}

function isOnlyVoid(parameters: readonly Parameter[]): boolean {
  const [only, ...others] = parameters
  if (only === undefined || others.length > 0) return false
  const { specifiers, declarator } = only
  const isVoid = specifiers.type.kind === 'basic' && specifiers.type.name === 'void'
  return isVoid && declarator.name === null && declarator.derivations.length === 0
}
