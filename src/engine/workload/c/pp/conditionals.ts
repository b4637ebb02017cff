import type { Diagnostics } from '../source.ts'
import { evaluateCondition } from './condition.ts'
import type { Expander } from './expand.ts'
import type { Lexeme } from './lexeme.ts'
import type { FileReader } from './reader.ts'

const OPENING: ReadonlySet<string> = new Set(['if', 'ifdef', 'ifndef'])
const CLOSING: ReadonlySet<string> = new Set(['elif', 'elifdef', 'elifndef', 'else', 'endif'])

/** #if and its family: decides which lines are read (C99 6.10.1). */
export class Conditionals {
  constructor(
    private readonly expander: Expander,
    private readonly diagnostics: Diagnostics,
  ) {}

  /** Runs a directive of the family, its name just taken. Returns false if it is none. */
  run(name: Lexeme, reader: FileReader): boolean {
    if (OPENING.has(name.text)) this.open(name, reader)
    else if (CLOSING.has(name.text)) this.close(name, reader)
    else return false
    return true
  }

  /** Says which #if the end of a file has found open. */
  finish(reader: FileReader): void {
    for (const { directive } of reader.conditionals)
      this.diagnostics.error(directive.place, `#${directive.text} without its #endif`)
  }

  private open(name: Lexeme, reader: FileReader): void {
    const isTaken = this.holds(name, reader.takeLine())
    reader.conditionals.push({ directive: name, isTaken, hasElse: false })
    if (!isTaken) this.skip(reader)
  }

  /** A group that was read ends here. Any other is left by `skip`. */
  private close(name: Lexeme, reader: FileReader): void {
    const top = reader.conditionals[reader.conditionals.length - 1]
    if (top === undefined) {
      this.diagnostics.error(name.place, `#${name.text} without an #if before it`)
      reader.takeLine()
    } else if (this.enters(name, reader)) return
    else if (name.text !== 'endif') this.skip(reader)
  }

  /** Skips groups until one is to be read, or the #endif. */
  private skip(reader: FileReader): void {
    let depth = 0
    for (;;) {
      reader.skipToDirective()
      if (reader.peeked.kind === 'end') return
      reader.take()
      if (reader.peeked.startsLine) continue
      const name = reader.take()
      if (OPENING.has(name.text)) depth++
      else if (CLOSING.has(name.text)) {
        if (depth > 0) depth -= name.text === 'endif' ? 1 : 0
        else if (this.enters(name, reader) || name.text === 'endif') return
      }
    }
  }

  /** Whether the group behind an #elif or #else of the innermost #if is to be read. Closes that #if at #endif. */
  private enters(name: Lexeme, reader: FileReader): boolean {
    const top = reader.conditionals[reader.conditionals.length - 1]!
    const line = reader.takeLine()
    if (name.text === 'endif' || name.text === 'else') this.expectNothing(name, line)
    if (name.text === 'endif') {
      reader.conditionals.pop()
      return false
    }
    if (top.hasElse) {
      const where = `the #${top.directive.text} of line ${top.directive.place.line}`
      this.diagnostics.error(name.place, `#${name.text} behind the #else of ${where}`)
      return false
    }
    if (name.text === 'else') top.hasElse = true
    if (top.isTaken) return false
    top.isTaken = name.text === 'else' || this.holds(name, line)
    return top.isTaken
  }

  private expectNothing(name: Lexeme, line: readonly Lexeme[]): void {
    if (line.length > 0)
      this.diagnostics.warn(
        line[0]!.place,
        `extra text behind #${name.text}: a comment must begin with // or /*`,
      )
  }

  private holds(name: Lexeme, line: readonly Lexeme[]): boolean {
    if (name.text === 'if' || name.text === 'elif') {
      return evaluateCondition(this.expander.expandCondition(line, name), name, this.diagnostics)
    }
    const [macro, extra] = line
    if (macro === undefined || !macro.isName) {
      const found = macro === undefined ? 'nothing' : macro.text
      this.diagnostics.error((macro ?? name).place, `#${name.text} needs the name of a macro, not ${found}`)
      return false
    }
    if (extra !== undefined)
      this.diagnostics.warn(
        extra.place,
        `extra text behind #${name.text} ${macro.text}: use #if for more than a name`,
      )
    return this.expander.isDefined(macro.text) === name.text.endsWith('ifdef')
  }
}
