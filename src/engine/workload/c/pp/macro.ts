import { CompileStop, type Diagnostics, type Place } from '../source.ts'
import { type Lexeme, spell } from './lexeme.ts'

/** A piece of a macro's replacement. */
export type BodyItem = BodyToken | BodyParameter | BodyVaOpt

interface Common {
  /** `##` follows: joined with the next item. */
  readonly isPasted: boolean
}

export interface BodyToken extends Common {
  readonly kind: 'token'
  readonly lexeme: Lexeme
}

export interface BodyParameter extends Common {
  readonly kind: 'parameter'
  readonly lexeme: Lexeme
  readonly index: number
  /** `#parameter` */
  readonly isString: boolean
}

/** `__VA_OPT__(…)`: its content stands only where there are variable arguments. */
export interface BodyVaOpt extends Common {
  readonly kind: 'va-opt'
  readonly lexeme: Lexeme
  readonly items: readonly BodyItem[]
  readonly isString: boolean
}

export interface Macro {
  readonly name: string
  /** null: object-like. The last one of a variadic macro takes all remaining arguments. */
  readonly parameters: readonly string[] | null
  readonly isVariadic: boolean
  readonly body: readonly BodyItem[]
  /** The replacement as written, for comparing definitions. */
  readonly spelling: string
  readonly place: Place
}

/**
 * Reads what stands behind `#define` on its line.
 * @returns null after an error, which has been reported
 */
export function readMacro(
  line: readonly Lexeme[],
  directive: Lexeme,
  diagnostics: Diagnostics,
): Macro | null {
  try {
    return new Definition(line, directive, diagnostics).read()
  } catch (reason) {
    if (reason instanceof BadDefinition) return null
    throw reason
  }
}

/** Two definitions are the same if they differ in nothing but the width of their spaces (C99 6.10.3). */
export function isSameMacro(a: Macro, b: Macro): boolean {
  return (
    a.spelling === b.spelling &&
    a.isVariadic === b.isVariadic &&
    (a.parameters === null) === (b.parameters === null) &&
    a.parameters?.join() === b.parameters?.join()
  )
}

class BadDefinition extends CompileStop {}

class Definition {
  private at = 0
  private parameters: string[] | null = null
  private isVariadic = false
  private variadicName: string | null = null

  constructor(
    private readonly line: readonly Lexeme[],
    private readonly directive: Lexeme,
    private readonly diagnostics: Diagnostics,
  ) {}

  read(): Macro {
    const name = this.line[this.at++]
    if (name === undefined) this.fail(this.directive, 'no macro name given in #define')
    if (!name.isName) this.fail(name, `a macro's name must be an identifier, not ${name.text}`)
    if (name.text === 'defined' || name.text === '__VA_ARGS__' || name.text === '__VA_OPT__')
      this.fail(name, `${name.text} cannot be the name of a macro`)
    const next = this.line[this.at]
    if (next?.is('(') && !next.hasSpace) this.readParameters(next)
    else if (next !== undefined && !next.hasSpace)
      this.diagnostics.warn(
        next.place,
        `a space is missing between the macro's name ${name.text} and its text`,
      )
    const rest = this.line.slice(this.at)
    const body = this.readItems(rest)
    if (this.parameters === null) this.warnOfSlip(name.text, rest)
    return {
      name: name.text,
      parameters: this.parameters,
      isVariadic: this.isVariadic,
      body,
      spelling: spell(rest),
      place: name.place,
    }
  }

  /** `#define MAX 10;` and `#define MAX = 10`: the text is what was meant and a sign too many. */
  private warnOfSlip(name: string, rest: readonly Lexeme[]): void {
    const [first, second] = rest
    const isEnded =
      rest.length === 2 && (first!.kind === 'number' || first!.kind === 'string') && second!.is(';')
    const slip = isEnded ? second! : rest.length > 1 && first!.is('=') ? first! : null
    if (slip === null) return
    const message = `the \`${slip.text}\` becomes a part of what ${name} stands for: #define needs none`
    this.diagnostics.warn(slip.place, message)
  }

  private fail(at: Lexeme, message: string): never {
    this.diagnostics.error(at.place, message)
    throw new BadDefinition()
  }

  private readParameters(open: Lexeme): void {
    this.at++
    const names: string[] = []
    this.parameters = names
    if (this.line[this.at]?.is(')')) {
      this.at++
      return
    }
    for (;;) {
      const token = this.line[this.at++]
      if (token === undefined) this.fail(open, "no ) behind the macro's parameters")
      if (token.is('...')) this.addVariadic(names, '__VA_ARGS__')
      else if (!token.isName) this.fail(token, `expected the name of a parameter, not ${token.text}`)
      else if (token.text === '__VA_ARGS__')
        this.fail(token, '__VA_ARGS__ cannot be the name of a parameter: write ... for it')
      else if (names.includes(token.text)) this.fail(token, `two parameters are called ${token.text}`)
      else if (this.line[this.at]?.is('...')) {
        this.at++
        this.addVariadic(names, token.text)
      } else names.push(token.text)
      const end = this.line[this.at++]
      if (end?.is(')')) return
      if (end === undefined) this.fail(open, "no ) behind the macro's parameters")
      if (this.isVariadic) this.fail(end, 'only ) may follow ... in a list of parameters')
      if (!end.is(',')) this.fail(end, `expected , or ) behind a parameter, not ${end.text}`)
    }
  }

  private addVariadic(names: string[], name: string): void {
    names.push(name)
    this.isVariadic = true
    this.variadicName = name
  }

  /** Items of a replacement, or of what stands in a __VA_OPT__. */
  private readItems(tokens: readonly Lexeme[]): BodyItem[] {
    const items: BodyItem[] = []
    for (let i = 0; i < tokens.length; ) {
      if (tokens[i]!.is('##')) this.fail(tokens[i]!, '## joins two tokens: it cannot stand at either end')
      const found = this.readOperand(tokens, i)
      i = found.end
      const isPasted = tokens[i]?.is('##') === true
      items.push({ ...found.item, isPasted })
      while (tokens[i]?.is('##')) i++
      if (isPasted && i === tokens.length)
        this.fail(tokens[i - 1]!, '## joins two tokens: it cannot stand at either end')
    }
    return items
  }

  private readOperand(tokens: readonly Lexeme[], from: number): { item: BodyItem; end: number } {
    const hash = tokens[from]!
    const isString = this.parameters !== null && hash.is('#')
    const at = isString ? from + 1 : from
    const token = tokens[at]
    const index = token?.isName ? (this.parameters?.indexOf(token.text) ?? -1) : -1
    if (token !== undefined && index >= 0) {
      const lexeme = isString ? token.spaced(hash.hasSpace) : token
      return { item: { kind: 'parameter', lexeme, index, isString, isPasted: false }, end: at + 1 }
    }
    if (token?.text === '__VA_OPT__' && this.isVariadic) return this.readVaOpt(tokens, at, isString)
    if (isString)
      this.fail(hash, '# in a macro with parameters must stand before one of them: it makes a string')
    if (hash.text === '__VA_ARGS__' && this.variadicName !== '__VA_ARGS__')
      this.diagnostics.warn(
        hash.place,
        '__VA_ARGS__ means something only in a macro whose parameters end in ...',
      )
    return { item: { kind: 'token', lexeme: hash, isPasted: false }, end: from + 1 }
  }

  private readVaOpt(
    tokens: readonly Lexeme[],
    at: number,
    isString: boolean,
  ): { item: BodyItem; end: number } {
    const lexeme = tokens[at]!
    let depth = 0
    for (let i = at + 1; i < tokens.length; i++) {
      if (tokens[i]!.is('(')) depth++
      else if (tokens[i]!.is(')')) depth--
      else if (tokens[i]!.text === '__VA_OPT__')
        this.fail(tokens[i]!, '__VA_OPT__ cannot stand in another one')
      if (depth > 0) continue
      if (i === at + 1) break
      const items = this.readItems(tokens.slice(at + 2, i))
      return { item: { kind: 'va-opt', lexeme, items, isString, isPasted: false }, end: i + 1 }
    }
    this.fail(lexeme, '__VA_OPT__ needs an argument in parentheses')
  }
}
