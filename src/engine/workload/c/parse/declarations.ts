import type {
  Declaration,
  Declarator,
  Derivation,
  FunctionDefinition,
  InitDeclarator,
  Parameter,
  Specifiers,
  StaticAssertion,
} from '../ast.ts'
import type { Place } from '../source.ts'
import { skipParentheses } from './attributes.ts'
import { SyntaxStop } from './cursor.ts'
import { readDeclarator } from './declarators.ts'
import { headerOfType, unknownType } from './hints.ts'
import { readInitialiser } from './initialisers.ts'
import type { Parser } from './parser.ts'
import { failAtStrayClosing, goOnWithoutSemicolon } from './recovery.ts'
import { isMeantAsType, readSpecifiers } from './specifiers.ts'
import { readStrings, textOf } from './strings.ts'

/** Whether a declaration begins here, as opposed to a label, an expression or an attribute of a statement. */
export function startsDeclaration(p: Parser): boolean {
  if (p.isName() && p.word(1) === ':') return false
  if (p.is('__attribute__')) return !isStatementAttribute(p)
  return p.startsType() || isMeantAsType(p, 'declaration')
}

function isStatementAttribute(p: Parser): boolean {
  const start = p.position
  while (p.accept('__attribute__')) if (p.is('(')) skipParentheses(p)
  const isStatement = !startsDeclaration(p)
  p.rewind(start)
  return isStatement
}

/** Reads a declaration with its `;`, or a function definition, in a file or in a block. */
export function readDeclaration(p: Parser): Declaration | FunctionDefinition {
  const { place, position } = p
  const specifiers = readSpecifiers(p, 'declaration')
  if (p.accept(';')) return { kind: 'declaration', specifiers, declarators: [], ...p.span(place) }
  if (endsRecordWithoutSemicolon(p, specifiers))
    return { kind: 'declaration', specifiers, declarators: [], ...p.span(place) }
  const first = readDeclarator(p, 'named')
  if (first.derivations[0]?.kind === 'function' && startsBody(p, first.derivations[0])) {
    if (isBehindOpenFunction(p, place)) abandonFunction(p, first, position)
    return readFunctionBody(p, specifiers, first, place)
  }
  const declarators = readDeclarators(p, specifiers, first)
  endDeclaration(p, declarators)
  return { kind: 'declaration', specifiers, declarators, ...p.span(place) }
}

/** Whether a definition at the beginning of a line stands in a function that begins so too: that one lacks a `}`. */
function isBehindOpenFunction({ functionPlace }: Parser, { file, column }: Place): boolean {
  return functionPlace !== null && column === 1 && functionPlace.column === 1 && functionPlace.file === file
}

/** Ends the function being read before the definition that begins at `position`. */
function abandonFunction(p: Parser, { name }: Declarator, position: number): never {
  p.rewind(position)
  const { line } = (p.suspect ?? p.openBlocks.at(-1)!).place
  p.error(`expected \`}\` before the function \`${name}\`: the \`{\` of line ${line} is still open`)
  p.isAbandoned = true
  throw new SyntaxStop()
}

/** Whether `struct s { … }` lacks its `;`: the next line begins another declaration. The error was reported with it. */
function endsRecordWithoutSemicolon(p: Parser, { type }: Specifiers): boolean {
  if (p.previous.text !== '}' || (type.kind !== 'record' && type.kind !== 'enum')) return false
  if (!p.isOnNewLine && !p.isEnd) return false
  if (!p.isEnd && !p.startsType() && !p.is('}') && !(p.isName() && p.isName(1))) return false
  p.error(`expected \`;\` behind this \`}\`, found ${p.found}`, p.gap)
  return true
}

function startsBody(p: Parser, derivation: Derivation & { kind: 'function' }): boolean {
  if (p.is('{')) return true
  return derivation.isOldStyle && derivation.parameters.length > 0 && p.startsType() && !p.is('__attribute__')
}

function readDeclarators(p: Parser, specifiers: Specifiers, first: Declarator): InitDeclarator[] {
  const declarators = [readInitDeclarator(p, specifiers, first)]
  while (p.accept(',')) declarators.push(readInitDeclarator(p, specifiers, readDeclarator(p, 'named')))
  return declarators
}

/** The name is in sight from here on, in its own initialiser too (C99 6.2.1). */
function readInitDeclarator(p: Parser, specifiers: Specifiers, declarator: Declarator): InitDeclarator {
  p.scopes.declare(declarator.name!, specifiers.storage === 'typedef')
  complainOfNameList(p, declarator)
  const initialiser = p.accept('=') ? readInitialiser(p) : null
  return { declarator, initialiser, ...p.span(declarator.place) }
}

/** `int f(uint32_t);` looks like an old-style list of names, but then a type is unknown. */
function complainOfNameList(p: Parser, { derivations }: Declarator): void {
  const [derivation] = derivations
  if (derivation?.kind !== 'function' || !derivation.isOldStyle) return
  const [parameter] = derivation.parameters
  if (parameter === undefined) return
  const { name, place } = parameter.declarator
  if (headerOfType(name!) !== null || name!.endsWith('_t')) p.error(unknownType(p, name!), place)
  else p.diagnostics.warn(place, `parameter names without types say nothing, as \`${name}\` here`)
}

function endDeclaration(p: Parser, declarators: readonly InitDeclarator[]): void {
  if (p.accept(';')) return
  const { declarator, initialiser } = declarators.at(-1)!
  const isFunction = declarator.derivations[0]?.kind === 'function'
  if (p.is('{') && !isFunction)
    p.fail(
      `expected \`=\`, \`;\` or the \`(\` of a function behind \`${declarator.name}\`, found \`{\``,
      p.gap,
    )
  if (!isFunction) failAtStrayClosing(p)
  const what = isFunction
    ? '`;` or a body in braces'
    : initialiser === null
      ? '`=`, `,` or `;`'
      : p.isName() && !p.isOnNewLine
        ? '`,` or `;`'
        : '`;`'
  const behind = initialiser === null ? ` behind \`${declarator.name}\`` : ' behind the initialiser'
  p.error(`expected ${what}${behind}, found ${p.found}`, p.gap)
  goOnWithoutSemicolon(p)
}

/** Reads what stands behind the declarator of a function: its body, before that old-style declarations. */
function readFunctionBody(
  p: Parser,
  specifiers: Specifiers,
  declarator: Declarator,
  place: Place,
): FunctionDefinition {
  const name = declarator.name!
  p.scopes.declare(name, false)
  p.scopes.open()
  const complete = p.is('{') ? declarator : withParameters(declarator, readOldStyle(p))
  for (const parameter of parametersOf(complete))
    if (parameter.declarator.name !== null) p.scopes.declare(parameter.declarator.name, false)
  const body = p.rules.functionBody(p, place)
  p.scopes.close()
  return { kind: 'function', specifiers, declarator: complete, body, ...p.span(place) }
}

function parametersOf({ derivations }: Declarator): readonly Parameter[] {
  const [derivation] = derivations
  return derivation?.kind === 'function' ? derivation.parameters : []
}

/** Reads the declarations between an old-style function's names and its body. */
function readOldStyle(p: Parser): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>()
  while (p.startsType()) {
    const specifiers = readSpecifiers(p, 'parameter')
    do {
      const declarator = readDeclarator(p, 'named')
      parameters.set(declarator.name!, { specifiers, declarator })
    } while (p.accept(','))
    p.expect(';', 'behind the declaration of a parameter')
  }
  if (!p.is('{')) p.failExpected('`{`')
  return parameters
}

function withParameters(declarator: Declarator, declared: ReadonlyMap<string, Parameter>): Declarator {
  const derivations = declarator.derivations.map((derivation, i): Derivation => {
    if (i > 0 || derivation.kind !== 'function') return derivation
    const parameters = derivation.parameters.map((each) => declared.get(each.declarator.name!) ?? each)
    return { ...derivation, parameters }
  })
  return { ...declarator, derivations }
}

/** Reads `_Static_assert(condition, "message");`, the message being optional. */
export function readStaticAssertion(p: Parser): StaticAssertion {
  const { place } = p.next()
  const opening = p.token
  p.expect('(', 'behind `_Static_assert`')
  const condition = p.rules.conditional(p)
  let message: string | null = null
  if (p.accept(',')) {
    if (p.token.kind !== 'string') p.failExpected('a message in quotes')
    message = textOf(readStrings(p).bytes)
  }
  p.expectClosing(')', opening)
  p.expect(';', 'behind `_Static_assert(…)`')
  return { kind: 'static-assert', condition, message, ...p.span(place) }
}
