import { CompileStop, type DataModel, type Diagnostics, type SourceFile } from '../source.ts'
import type { Token, Tokens } from '../token.ts'
import { Directives } from './directives.ts'
import { Expander } from './expand.ts'
import { Includes } from './include.ts'
import { DIGRAPHS, type Lexeme } from './lexeme.ts'
import { builtinMacros, conditionOperators } from './operators.ts'
import { Pragmas } from './pragma.ts'
import { definedMacros, predefinedMacros } from './predefined.ts'
import { SourceStack } from './source-stack.ts'

export interface PreprocessOptions {
  /** The scenario's own files, for `#include "x"`, and for `<x>` that is no header of the lab. */
  readonly files: readonly SourceFile[]
  /** The text of one of the lab's headers. */
  readonly headers: (name: string) => string | null
  readonly model: DataModel
  /** `NAME`, which is 1, or `NAME=value`; `NAME(x)=value` works, too. As behind gcc's -D. */
  readonly defines: readonly string[]
}

/**
 * Preprocesses one file as gcc 12 does (C99 5.1.1.2, phases 1 to 5; trigraphs are off, as by default).
 * What is wrong goes to `diagnostics`.
 * @throws CompileStop after too many errors, a missing header, or an #error
 */
export function preprocess(main: SourceFile, options: PreprocessOptions, diagnostics: Diagnostics): Tokens {
  return new Preprocessor(main, options, diagnostics).run()
}

/** Puts the parts together and collects what comes out. */
class Preprocessor {
  private readonly stack: SourceStack
  private readonly expander: Expander
  private readonly pragmas: Pragmas
  private readonly directives: Directives
  private readonly tokens: Token[] = []
  /** Stray characters that have been reported: pasted text is full of them. */
  private readonly reported = new Set<string>()

  constructor(
    main: SourceFile,
    options: PreprocessOptions,
    private readonly diagnostics: Diagnostics,
  ) {
    const includes = new Includes(options.files, options.headers)
    const stack = new SourceStack(diagnostics)
    const builtins = builtinMacros(stack, (text) => this.pragmas.runText(text, stack.top))
    const operators = conditionOperators(includes, () => stack.top.found)
    this.stack = stack
    this.expander = new Expander(diagnostics, stack, builtins, operators)
    this.pragmas = new Pragmas(this.expander.macros, diagnostics)
    this.directives = new Directives(stack, this.expander, includes, this.pragmas, diagnostics)
    this.predefine(options)
    stack.onDirective = (reader) => this.directives.run(reader)
    stack.onEnd = (reader) => this.directives.finish(reader)
    stack.open({ name: main.name, text: main.text, isLab: false }, null)
  }

  run(): Tokens {
    const { expander } = this
    for (let lexeme = expander.next(); lexeme !== null; lexeme = expander.next()) {
      expander.budget.spendTokens(1, lexeme)
      if (lexeme.problem !== null && !this.isUsable(lexeme)) continue
      this.add(lexeme)
    }
    this.directives.finish(this.stack.bottom)
    this.tokens.push(this.stack.bottom.peeked)
    if (this.directives.isHopeless) throw new CompileStop()
    return this.tokens
  }

  private add(lexeme: Lexeme): void {
    if (lexeme.kind !== 'punctuator') {
      this.tokens.push(lexeme)
      return
    }
    if (lexeme.is('{')) this.pragmas.packing.beforeBrace(this.tokens)
    const plain = DIGRAPHS.get(lexeme.text)
    if (plain === undefined) this.tokens.push(lexeme)
    else
      this.tokens.push({ kind: 'punctuator', text: plain, place: lexeme.place, endColumn: lexeme.endColumn })
  }

  /** Reports what is wrong with a lexeme. Strings go on to the parser even so, stray characters do not. */
  private isUsable(lexeme: Lexeme): boolean {
    const { severity, message } = lexeme.problem!
    if (severity === 'warning') this.diagnostics.warn(lexeme.place, message)
    else if (lexeme.kind !== 'punctuator' || !this.reported.has(message)) {
      this.diagnostics.error(lexeme.place, message)
      this.reported.add(message)
    }
    return lexeme.kind !== 'punctuator'
  }

  private predefine(options: PreprocessOptions): void {
    const { macros } = this.expander
    for (const macro of predefinedMacros(options.model)) macros.set(macro.name, macro)
    for (const macro of definedMacros(options.defines, this.diagnostics)) macros.set(macro.name, macro)
  }
}
