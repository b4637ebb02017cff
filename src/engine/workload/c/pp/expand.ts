import { type Diagnostics, NOWHERE } from '../source.ts'
import { Budget } from './budget.ts'
import type { Lexeme } from './lexeme.ts'
import type { Macro } from './macro.ts'
import { type Argument, Substitution } from './substitute.ts'

/** Where the expander reads tokens that no macro made. */
export interface LexemeSource {
  /** The next token; null at the end of the text, or of what may be read now. */
  next(): Lexeme | null
  /** Whether the next token is `(`, without reading it. */
  isAtOpen(): boolean
  /** Called around the collecting of a call's arguments. */
  collecting(isCollecting: boolean): void
}

/** Names that stand for something that depends on where they are. */
export type Builtin = (at: Lexeme, expander: Expander) => readonly Lexeme[]

/** Tokens that stand in front of the source's: what a macro was replaced by, or an argument on its own. */
interface Context {
  readonly tokens: readonly Lexeme[]
  at: number
  /** Whatever follows has a space before it. */
  readonly endsInSpace: boolean
  /** Not to be expanded again until the context is used up. Null: an argument, behind which nothing is read. */
  readonly macro: Macro | null
}

/**
 * Expands macros (C99 6.10.3), with the freedom that 6.10.3.4 leaves used as gcc 12 uses it: a macro may be expanded
 * again as soon as its replacement has been read to the end, even if that happens while looking for a `(`.
 */
export class Expander {
  readonly macros = new Map<string, Macro>()
  readonly budget: Budget
  private readonly contexts: Context[] = []
  private readonly active = new Set<Macro>()
  /** A macro that left nothing had a space before it. */
  private owesSpace = false
  private isInCondition = false

  constructor(
    readonly diagnostics: Diagnostics,
    private readonly source: LexemeSource,
    private readonly builtins: ReadonlyMap<string, Builtin>,
    /** `defined` and its like, which mean something only in conditions. */
    private readonly operators: ReadonlyMap<string, Builtin>,
  ) {
    this.budget = new Budget(diagnostics)
  }

  /** Whether `#ifdef name` holds. */
  isDefined(name: string): boolean {
    const isOperator = this.operators.has(name) && name !== 'defined'
    return this.macros.has(name) || this.builtins.has(name) || isOperator
  }

  /** The next token after expansion; null at the end. */
  next(): Lexeme | null {
    for (;;) {
      let token = this.read()
      if (token === null) return null
      if (token.isName && !token.isPainted) {
        const replaced = this.replace(token)
        if (replaced === 'replaced') continue
        token = replaced
      }
      if (!this.owesSpace) return token
      this.owesSpace = false
      return token.spaced(true)
    }
  }

  /** Expands a list of tokens on its own, as arguments and directives are. */
  expand(tokens: readonly Lexeme[], at: Lexeme): Lexeme[] {
    if (!tokens.some((token) => token.isName)) return [...tokens]
    const owed = this.owesSpace
    this.owesSpace = false
    this.budget.enter(at)
    this.contexts.push({ tokens, at: 0, endsInSpace: false, macro: null })
    const out: Lexeme[] = []
    for (let token = this.next(); token !== null; token = this.next()) {
      this.budget.spend(1, at)
      out.push(token)
    }
    this.contexts.pop()
    this.budget.leave()
    this.owesSpace = owed
    return out
  }

  /** Expands the line of an #if or #elif. */
  expandCondition(tokens: readonly Lexeme[], at: Lexeme): Lexeme[] {
    this.isInCondition = true
    const expanded = this.expand(tokens, at)
    this.isInCondition = false
    return expanded
  }

  /** The next token as it stands. For operators that take a name. */
  read(): Lexeme | null {
    for (;;) {
      const top = this.contexts[this.contexts.length - 1]
      if (top === undefined) return this.source.next()
      if (top.at < top.tokens.length) return top.tokens[top.at++]!
      if (top.macro === null) return null
      this.leave(top, top.macro)
    }
  }

  private leave(context: Context, macro: Macro): void {
    this.contexts.pop()
    if (context.endsInSpace) this.owesSpace = true
    this.active.delete(macro)
  }

  /** Whether the next token is `(`. Replacements that are used up are left on the way. */
  isAtOpen(): boolean {
    for (;;) {
      const top = this.contexts[this.contexts.length - 1]
      if (top === undefined) return this.source.isAtOpen()
      if (top.at < top.tokens.length) return top.tokens[top.at]!.is('(')
      if (top.macro === null) return false
      this.leave(top, top.macro)
    }
  }

  /** Replaces a name if it means something; otherwise gives the token to be passed on. */
  private replace(token: Lexeme): Lexeme | 'replaced' {
    const macro = this.macros.get(token.text)
    if (macro === undefined) {
      const operator = this.isInCondition ? this.operators.get(token.text) : undefined
      const builtin = operator ?? this.builtins.get(token.text)
      if (builtin === undefined) return token
      this.enter(BUILTIN, token, builtin(token, this), false)
      return 'replaced'
    }
    if (this.active.has(macro)) return token.painted()
    if (macro.parameters === null) {
      this.substitute(macro, token, [], token.endColumn)
      return 'replaced'
    }
    if (!this.isAtOpen()) return token
    const call = this.readCall(macro, token)
    if (call === null) return token
    this.substitute(macro, token, call.args, call.endColumn)
    return 'replaced'
  }

  private substitute(macro: Macro, call: Lexeme, args: readonly Argument[], endColumn: number): void {
    const substitution = new Substitution(macro, args, call, endColumn, this)
    this.enter(macro, call, substitution.run(), substitution.endsInSpace)
  }

  private enter(macro: Macro, call: Lexeme, tokens: readonly Lexeme[], endsInSpace: boolean): void {
    this.budget.spend(1 + tokens.length, call)
    if (tokens.length === 0) {
      if (call.hasSpace || endsInSpace) this.owesSpace = true
      return
    }
    this.active.add(macro)
    this.contexts.push({ tokens, at: 0, endsInSpace, macro })
  }

  private readCall(macro: Macro, call: Lexeme): { args: Argument[]; endColumn: number } | null {
    this.source.collecting(true)
    this.read()
    const lists = this.collect(macro)
    this.source.collecting(false)
    this.budget.spend(lists?.args.reduce((sum, list) => sum + list.length, 1) ?? 0, call)
    if (lists === null) {
      this.diagnostics.error(call.place, `the call of the macro ${call.text} has no closing )`)
      return null
    }
    const args = this.matchArguments(macro, call, lists.args)
    if (args === null) return null
    const { place, endColumn } = lists.close
    const isSameLine = place.line === call.place.line && place.file === call.place.file
    return { args, endColumn: isSameLine ? Math.max(endColumn, call.endColumn) : call.endColumn }
  }

  /** Collects the arguments of a call behind its `(`; null if the text ends before its `)`. */
  private collect(macro: Macro): { args: Lexeme[][]; close: Lexeme } | null {
    const most = macro.isVariadic ? macro.parameters!.length : Number.POSITIVE_INFINITY
    const args: Lexeme[][] = [[]]
    let depth = 0
    for (;;) {
      let token = this.read()
      if (token === null) return null
      if (token.is('(')) depth++
      else if (token.is(')') && depth-- === 0) return { args, close: token }
      else if (depth === 0 && token.is(',') && args.length < most) {
        args.push([])
        continue
      }
      if (token.isName && !token.isPainted) {
        const known = this.macros.get(token.text)
        if (known !== undefined && this.active.has(known)) token = token.painted()
      }
      args[args.length - 1]!.push(token)
    }
  }

  private matchArguments(macro: Macro, call: Lexeme, lists: readonly Lexeme[][]): Argument[] | null {
    const needed = macro.parameters!.length
    const isEmpty = lists.length === 1 && lists[0]!.length === 0
    const given = isEmpty && needed === 0 ? 0 : lists.length
    const args: Argument[] = lists.map((raw) => ({
      raw,
      expanded: null,
      isOmitted: isEmpty && macro.isVariadic && needed === 1,
    }))
    if (given === needed) return needed === 0 ? [] : args
    if (macro.isVariadic && given === needed - 1) return [...args, { raw: [], expanded: [], isOmitted: true }]
    const takes = `${needed} argument${needed === 1 ? '' : 's'}`
    this.diagnostics.error(
      call.place,
      `the macro ${call.text} takes ${macro.isVariadic ? 'at least ' : ''}${takes}, not ${given}`,
    )
    return null
  }
}

/** Stands for all builtins: what they leave is never a name. */
const BUILTIN: Macro = {
  name: '',
  parameters: null,
  isVariadic: false,
  body: [],
  spelling: '',
  place: NOWHERE,
}
