import { nearest } from '../../../spelling.ts'
import type { Diagnostics } from '../source.ts'
import { Conditionals } from './conditionals.ts'
import type { Expander } from './expand.ts'
import type { Includes } from './include.ts'
import { type Lexeme, spell } from './lexeme.ts'
import { isSameMacro, readMacro } from './macro.ts'
import { headerOperand } from './operators.ts'
import type { Pragmas } from './pragma.ts'
import type { FileReader } from './reader.ts'
import type { SourceStack } from './source-stack.ts'

const NAMES = (
  'define undef include include_next import if ifdef ifndef elif elifdef elifndef else endif error warning pragma ' +
  'line ident sccs assert unassert'
).split(' ')

/** What an #include costs beside the header's tokens, in steps of expansion. */
const INCLUDE_STEPS = 200

const INCLUDING: ReadonlySet<string> = new Set(['include', 'include_next', 'import'])

/** Headers of the lab's that stand for a course's own: a program may define their macros as its course does. */
const STAND_INS: ReadonlySet<string> = new Set(['<mm.h>', '<config.h>'])

/** Runs the lines that begin with `#` (C99 6.10). */
export class Directives {
  /** An #error or a missing header: nothing sensible can be said of the program any more. */
  isHopeless = false
  private readonly conditionals: Conditionals

  constructor(
    private readonly stack: SourceStack,
    private readonly expander: Expander,
    private readonly includes: Includes,
    private readonly pragmas: Pragmas,
    private readonly diagnostics: Diagnostics,
  ) {
    this.conditionals = new Conditionals(expander, diagnostics)
  }

  /** Reports what the end of a file has left open. */
  finish(reader: FileReader): void {
    this.conditionals.finish(reader)
  }

  /** Runs the directive whose `#` comes next. */
  run(reader: FileReader): void {
    reader.take()
    if (reader.peeked.startsLine) return
    const name = reader.take()
    if (this.conditionals.run(name, reader)) return
    const line = reader.takeLine()
    if (name.text === 'error' || name.text === 'warning') this.say(name, line)
    else if (name.text === 'pragma') this.pragmas.run(line, name, reader)
    else this.runClean(name, this.withoutPasted(line), reader)
  }

  /** Characters pasted from a web page are reported, and read as spaces. */
  private withoutPasted(line: readonly Lexeme[]): readonly Lexeme[] {
    const isPasted = (token: Lexeme) =>
      token.kind === 'punctuator' && token.problem !== null && token.text.charCodeAt(0) > 127
    if (!line.some(isPasted)) return line
    for (const token of line) if (isPasted(token)) this.diagnostics.error(token.place, token.problem!.message)
    return line.flatMap((token, i) => {
      if (isPasted(token)) return []
      return [i > 0 && isPasted(line[i - 1]!) ? token.spaced(true) : token]
    })
  }

  private runClean(name: Lexeme, line: readonly Lexeme[], reader: FileReader): void {
    if (name.kind === 'number') this.setLine([name, ...line], name, reader)
    else if (name.text === 'define') this.define(line, name)
    else if (name.text === 'undef') this.undefine(line, name)
    else if (name.text === 'line') this.setLine(this.expander.expand(line, name), name, reader)
    else if (INCLUDING.has(name.text)) this.include(line, name, reader)
    else if (!NAMES.includes(name.text)) this.sayUnknown(name)
  }

  private sayUnknown(name: Lexeme): void {
    const near = nearest(name.text, NAMES)
    const guess = near === null ? '' : `; did you mean #${near}?`
    this.diagnostics.error(name.place, `there is no directive #${name.text}${guess}`)
  }

  private say(name: Lexeme, line: readonly Lexeme[]): void {
    const message = `#${name.text} ${spell(line)}`.trimEnd()
    if (name.text === 'warning') this.diagnostics.warn(name.place, message)
    else {
      this.isHopeless = true
      this.diagnostics.error(name.place, message)
    }
  }

  private define(line: readonly Lexeme[], directive: Lexeme): void {
    const macro = readMacro(line, directive, this.diagnostics)
    if (macro === null) return
    const { macros } = this.expander
    const known = macros.get(macro.name)
    if (known !== undefined && !STAND_INS.has(known.place.file) && !isSameMacro(known, macro)) {
      const { file, line: number } = known.place
      const where = file === '' ? 'the compiler defines it' : `${file} defines it in line ${number}`
      this.diagnostics.warn(macro.place, `the macro ${macro.name} is defined again, differently: ${where}`)
    }
    macros.set(macro.name, macro)
  }

  private undefine(line: readonly Lexeme[], directive: Lexeme): void {
    const [name, extra] = line
    if (name === undefined || !name.isName) {
      this.diagnostics.error((name ?? directive).place, '#undef needs the name of a macro')
      return
    }
    if (extra !== undefined) this.diagnostics.warn(extra.place, `extra text behind #undef ${name.text}`)
    this.expander.macros.delete(name.text)
  }

  private include(line: readonly Lexeme[], directive: Lexeme, reader: FileReader): void {
    const header = headerOperand(line, directive, this.expander)
    if (header === null || header.name === '') {
      const wanted = line[0]?.is('<') ? 'a `>` behind the name' : 'a header in <> or ""'
      const message = `#${directive.text} needs ${wanted}, as in <stdio.h> or "mm.h"`
      this.diagnostics.error((line[0] ?? directive).place, message)
      return
    }
    if (header.rest.length > 0)
      this.diagnostics.warn(header.rest[0]!.place, `extra text behind #${directive.text}`)
    if (this.stack.isCollecting) {
      this.diagnostics.error(directive.place, '#include cannot stand among the arguments of a macro')
      return
    }
    const found = this.includes.find(header.name, header.isAngled, reader.found)
    if (found === null) {
      this.isHopeless = true
      const message = this.includes.missing(header.name, header.isAngled)
      this.diagnostics.error((line[0] ?? directive).place, message)
    } else if (!this.pragmas.isOnce(found)) {
      const opened = this.stack.open(found, line[0] ?? directive)
      this.expander.budget.spend(opened.size + INCLUDE_STEPS, directive)
      if (directive.text === 'import') this.pragmas.readOnce(found)
    }
  }

  /** `#line 10 "name"`: for __LINE__ and __FILE__ only; messages keep to the lines that can be seen. */
  private setLine(tokens: readonly Lexeme[], directive: Lexeme, reader: FileReader): void {
    const [number, name] = tokens
    if (number === undefined || !/^[0-9]{1,10}$/.test(number.text)) {
      this.diagnostics.error(directive.place, '#line needs a line number')
      return
    }
    reader.lineShift = Number(number.text) - directive.place.line - 1
    if (name?.kind === 'string') reader.shownName = name.text.slice(1, -1)
  }
}
