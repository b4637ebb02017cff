import type { Diagnostics, Place } from '../source.ts'
import type { Budget } from './budget.ts'
import { Lexeme } from './lexeme.ts'
import { lexOne } from './lexer.ts'
import { decodeLiteral } from './literals.ts'
import type { BodyItem, BodyParameter, BodyVaOpt, Macro } from './macro.ts'

/** An argument of a macro call. */
export interface Argument {
  readonly raw: readonly Lexeme[]
  /** Fully expanded; worked out when first asked for. */
  expanded: readonly Lexeme[] | null
  /** Nothing was written for it, not even the comma before it. */
  readonly isOmitted: boolean
}

/** What substitution needs of the expander. */
export interface Substituting {
  readonly diagnostics: Diagnostics
  readonly budget: Budget
  expand(tokens: readonly Lexeme[], at: Lexeme): Lexeme[]
}

/**
 * The replacement of one macro call: arguments put in, `#` and `##` done (C99 6.10.3.1 to 6.10.3.3, GNU's comma).
 * All its tokens stand where the call stands.
 */
export class Substitution {
  private readonly out: Lexeme[] = []
  /** Where spacing comes from something that left no token: whether the next token has a space before it. */
  private space: boolean | null = null
  /** The last item left no token: what is pasted to it stands alone. */
  private endsEmpty = false
  /** The same of what the last __VA_OPT__ held. */
  private vaOptEndsEmpty = false
  /** Where the call stands, by the macro that a token comes from. */
  private readonly places = new Map<string | undefined, Place>()

  constructor(
    private readonly macro: Macro,
    private readonly args: readonly Argument[],
    private readonly call: Lexeme,
    private readonly endColumn: number,
    private readonly context: Substituting,
  ) {}

  run(): Lexeme[] {
    this.put(this.macro.body)
    if (this.out.length > 0) this.out[0] = this.out[0]!.spaced(this.call.hasSpace)
    return this.out
  }

  /** The replacement ends in an argument without tokens that had a space before it. */
  get endsInSpace(): boolean {
    return this.space === true
  }

  /** Puts items behind what is there. */
  private put(items: readonly BodyItem[]): void {
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!
      const isRight = i > 0 && items[i - 1]!.isPasted
      const tokens = this.tokensOf(item, isRight)
      this.context.budget.spend(1 + tokens.length, this.call)
      if (!isRight) this.append(item, tokens)
      else if (this.isGnuComma(items[i - 1]!, item)) this.appendToComma(item as BodyParameter, tokens)
      else if (this.endsEmpty || this.out.length === 0 || tokens.length === 0) this.appendAll(tokens)
      else this.paste(tokens)
      if (tokens.length > 0) this.endsEmpty = item.kind === 'va-opt' && this.vaOptEndsEmpty
      else this.endsEmpty ||= !isRight
    }
  }

  private append(item: BodyItem, tokens: readonly Lexeme[]): void {
    if (item.kind !== 'token') this.space ??= item.lexeme.hasSpace
    this.appendAll(tokens, item.kind === 'token' ? this.macro.name : undefined)
    if (item.kind !== 'token' && this.space === false) this.space = null
  }

  private placeFor(name: string | undefined): Place {
    const known = this.places.get(name)
    if (known !== undefined) return known
    const { file, line, column } = this.call.place
    const place = name === undefined ? { file, line, column } : { file, line, column, macro: name }
    this.places.set(name, place)
    return place
  }

  /** Puts tokens behind what is there; `own` is the macro's name if they stand in its definition. */
  private appendAll(tokens: readonly Lexeme[], own?: string): void {
    for (const token of tokens) {
      const place = this.placeFor(own ?? token.place.macro)
      this.out.push(token.movedTo(place, this.endColumn, this.space ?? token.hasSpace))
      this.space = null
    }
  }

  private tokensOf(item: BodyItem, isRight: boolean): readonly Lexeme[] {
    if (item.kind === 'token') return [item.lexeme]
    if (item.kind === 'va-opt') return this.tokensOfVaOpt(item)
    const argument = this.args[item.index]!
    if (item.isString) return [this.makeString(item.lexeme, argument.raw)]
    if (item.isPasted || isRight) return argument.raw
    argument.expanded ??= this.context.expand(argument.raw, this.call)
    return argument.expanded
  }

  private tokensOfVaOpt(item: BodyVaOpt): readonly Lexeme[] {
    const last = this.args[this.args.length - 1]!
    last.expanded ??= this.context.expand(last.raw, this.call)
    const inner = new Substitution(this.macro, this.args, this.call, this.endColumn, this.context)
    if (last.expanded.length > 0) inner.put(item.items)
    this.vaOptEndsEmpty = inner.endsEmpty && !item.isString
    return item.isString ? [this.makeString(item.lexeme, inner.out)] : inner.out
  }

  /** GNU: `, ## __VA_ARGS__` drops the comma if nothing was written for the variable arguments, and pastes nothing. */
  private isGnuComma(left: BodyItem, right: BodyItem): boolean {
    const isVariadic = this.macro.isVariadic && right.kind === 'parameter' && !right.isString
    return (
      isVariadic &&
      right.index === this.macro.parameters!.length - 1 &&
      left.kind === 'token' &&
      left.lexeme.is(',')
    )
  }

  private appendToComma(item: BodyParameter, tokens: readonly Lexeme[]): void {
    if (this.args[item.index]!.isOmitted) this.out.pop()
    else this.appendAll(tokens)
  }

  /** Joins the last token so far with the first of those that follow. */
  private paste(tokens: readonly Lexeme[]): void {
    const left = this.out[this.out.length - 1]!
    const right = tokens[0]!
    const text = left.text + right.text
    this.context.budget.limitText(text.length, this.call)
    this.context.budget.spend(text.length >> 4, this.call)
    const joined = lexOne(text, left)
    if (joined === null) {
      const message = `joining ${left.text} and ${right.text} with ## does not give one token`
      this.context.diagnostics.error(this.call.place, message)
      this.appendAll(tokens)
    } else {
      this.out[this.out.length - 1] = joined
      this.appendAll(tokens.slice(1))
    }
  }

  /** `#parameter` (C99 6.10.3.2). */
  private makeString(at: Lexeme, tokens: readonly Lexeme[]): Lexeme {
    let content = ''
    for (const token of tokens) {
      if (content !== '' && token.hasSpace) content += ' '
      const isLiteral = token.kind === 'string' || token.kind === 'char'
      content += isLiteral ? token.text.replace(/["\\]/g, '\\$&') : token.text
      this.context.budget.limitText(content.length, this.call)
    }
    this.context.budget.spend(content.length >> 4, this.call)
    // An odd backslash at the end would take the closing quote: gcc leaves it out, with a warning.
    if (/(?<!\\)(?:\\\\)*\\$/.test(content)) {
      content = content.slice(0, -1)
      this.context.diagnostics.warn(
        this.call.place,
        'a lone \\ at the end of what becomes a string is left out',
      )
    }
    const { problem, ...value } = decodeLiteral(content, '"', '')
    return new Lexeme(
      'string',
      `"${content}"`,
      at.place,
      at.endColumn,
      at.hasSpace,
      false,
      false,
      problem,
      value,
    )
  }
}
