import { type DataModel, Diagnostics } from '../source.ts'
import { lexFile } from './lexer.ts'
import { type Macro, readMacro } from './macro.ts'
import { predefinedText } from './predefined-text.ts'

const predefined = new Map<DataModel, readonly Macro[]>()

/** The macros that exist before a program's first line. */
export function predefinedMacros(model: DataModel): readonly Macro[] {
  const known = predefined.get(model)
  if (known !== undefined) return known
  const macros = macrosOf(predefinedText(model), new Diagnostics())
  predefined.set(model, macros)
  return macros
}

/** What `-D` gives: `NAME`, which is 1, or `NAME=value`. */
export function definedMacros(defines: readonly string[], diagnostics: Diagnostics): readonly Macro[] {
  const lines = defines.map((each) => {
    const equals = each.indexOf('=')
    return equals < 0 ? `#define ${each} 1\n` : `#define ${each.slice(0, equals)} ${each.slice(equals + 1)}\n`
  })
  return macrosOf(lines.join(''), diagnostics)
}

/** The macros of a text that has nothing but #define lines. */
function macrosOf(text: string, diagnostics: Diagnostics): Macro[] {
  const macros: Macro[] = []
  const { lexemes } = lexFile('', text)
  for (let from = 0; lexemes[from]!.kind !== 'end'; ) {
    let end = from + 1
    while (!lexemes[end]!.startsLine) end++
    const macro = readMacro(lexemes.slice(from + 2, end), lexemes[from]!, diagnostics)
    if (macro !== null) macros.push(macro)
    from = end
  }
  return macros
}
