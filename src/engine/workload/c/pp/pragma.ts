import type { Diagnostics } from '../source.ts'
import type { Expander } from './expand.ts'
import type { Found } from './include.ts'
import type { Lexeme } from './lexeme.ts'
import { lexFile } from './lexer.ts'
import type { Macro } from './macro.ts'
import { Packing } from './pack.ts'
import type { FileReader } from './reader.ts'

/** #pragma and _Pragma: `once`, `pack`, `push_macro`, `pop_macro`. All others are ignored, as gcc ignores them. */
export class Pragmas {
  readonly packing: Packing
  private readonly once = new Set<string>()
  private readonly pushed = new Map<string, (Macro | undefined)[]>()

  constructor(
    private readonly macros: Expander['macros'],
    diagnostics: Diagnostics,
  ) {
    this.packing = new Packing(diagnostics)
  }

  /** Whether a file asked to be read once, and was. */
  isOnce(found: Found): boolean {
    return this.once.has(found.name)
  }

  readOnce(found: Found): void {
    this.once.add(found.name)
  }

  run(line: readonly Lexeme[], at: Lexeme, reader: FileReader): void {
    const [name] = line
    const rest = line.slice(1)
    if (name?.text === 'once') this.readOnce(reader.found)
    else if (name?.text === 'pack') this.packing.run(rest, at.place)
    else if (name?.text === 'push_macro' || name?.text === 'pop_macro') {
      const macro = rest.find((token) => token.kind === 'string')?.text.slice(1, -1)
      if (macro !== undefined) this.keep(macro, name.text === 'push_macro')
    }
  }

  /** Runs the line that a _Pragma's string holds. */
  runText(text: Lexeme, reader: FileReader): void {
    const content = text.text.slice(text.text.indexOf('"') + 1, -1).replace(/\\(["\\])/g, '$1')
    const line = lexFile('', content).lexemes.filter((lexeme) => lexeme.kind !== 'end')
    this.run(line, text, reader)
  }

  private keep(name: string, isPush: boolean): void {
    const stack = this.pushed.get(name) ?? []
    this.pushed.set(name, stack)
    if (isPush) stack.push(this.macros.get(name))
    else if (stack.length > 0) {
      const macro = stack.pop()
      if (macro === undefined) this.macros.delete(name)
      else this.macros.set(name, macro)
    }
  }
}
