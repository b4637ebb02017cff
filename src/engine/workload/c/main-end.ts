import type { Declaration, ExternalDeclaration, FunctionDefinition } from './ast.ts'
import { type CompileRequest, compiledFiles } from './compile.ts'
import { standardHeader } from './library/headers/index.ts'
import { parse } from './parse/index.ts'
import { preprocess } from './pp/index.ts'
import { CompileStop, Diagnostics, type Place, type SourceFile } from './source.ts'

/** Where `main` ends in a program's text: what is put there is the last thing that the program does. */
export interface MainEnd {
  readonly kind: 'found'
  /** The file, and the place in front of the last `return`, or of the closing brace; line and column from 1. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** Line on which the statement before that place begins; 0 if there is none. */
  readonly lastLine: number
  /**
   * What is declared there: at file scope before `main`, as its parameters, and in its outermost block. Left out is
   * what a block that ends on the same line declares anew: by lines alone the two cannot be told apart.
   */
  readonly names: readonly string[]
}

/** Why nothing can be put at the end of `main`: a sentence, with what to do. */
export interface NoMainEnd {
  readonly kind: 'none'
  readonly reason: string
}

/** Reads a program as far as its grammar goes, and finds where `main` ends. Never throws. */
export function mainEnd(request: CompileRequest): MainEnd | NoMainEnd {
  for (const file of compiledFiles(request.files)) {
    const declarations = read(file, request)
    if (declarations === null) return none(`${file.name} cannot be read. Mend what the compiler says first.`)
    const at = declarations.findIndex(isMain)
    if (at >= 0)
      return endOf(declarations[at] as FunctionDefinition, declarations.slice(0, at), request.files)
  }
  return none('There is no main to write into.')
}

function none(reason: string): NoMainEnd {
  return { kind: 'none', reason }
}

function read(
  file: SourceFile,
  { files, model, defines }: CompileRequest,
): readonly ExternalDeclaration[] | null {
  const diagnostics = new Diagnostics()
  try {
    const tokens = preprocess(file, { files, headers: standardHeader, model, defines }, diagnostics)
    const { declarations } = parse(tokens, file.name, diagnostics)
    return diagnostics.errors > 0 ? null : declarations
  } catch (stop) {
    // A RangeError is nesting beyond the engine's stack, as in `compile`.
    if (stop instanceof CompileStop || stop instanceof RangeError) return null
    throw stop
  }
}

function isMain(declaration: ExternalDeclaration): boolean {
  return declaration.kind === 'function' && declaration.declarator.name === 'main'
}

function endOf(
  main: FunctionDefinition,
  before: readonly ExternalDeclaration[],
  files: readonly SourceFile[],
): MainEnd | NoMainEnd {
  const { items, endLine, endColumn, place: opening } = main.body
  const last = items.at(-1)
  if (last?.kind === 'label')
    return none(
      `main ends with the label '${last.name}', and a statement put behind a label would be jumped to. Put a \`;\` and a line of its own for the \`return\` behind the label.`,
    )
  const isReturn = last?.kind === 'return'
  const place: Place = isReturn ? last.place : { file: opening.file, line: endLine, column: endColumn - 1 }
  const previous = isReturn ? items.at(-2) : last
  const text = files.find(({ name }) => name === place.file)?.text.split('\n')[place.line - 1]
  const isThere = text?.startsWith(isReturn ? 'return' : '}', place.column - 1) === true
  if (!isThere || place.macro !== undefined)
    return none('The end of main is made by a macro or a header. Write it out in the file itself.')
  const inner = new Set(
    items
      .filter(({ kind, endLine: end }) => kind !== 'declaration' && end === place.line)
      .flatMap(declaredWithin),
  )
  return {
    kind: 'found',
    file: place.file,
    line: place.line,
    column: place.column,
    lastLine: previous?.place.file === place.file ? previous.place.line : 0,
    names: [...before.flatMap(declared), ...parameters(main), ...items.flatMap(declared)].filter(
      (name) => !inner.has(name),
    ),
  }
}

/** The names of variables that statements declare within themselves: in blocks, in loops. */
function declaredWithin(node: unknown): string[] {
  if (typeof node !== 'object' || node === null || ArrayBuffer.isView(node)) return []
  const own = 'kind' in node && node.kind === 'declaration' ? declared(node as Declaration) : []
  return [...own, ...Object.values(node).flatMap(declaredWithin)]
}

/** The names of variables and functions that an item declares. */
function declared(item: { readonly kind: string }): string[] {
  if (item.kind === 'function') return present([(item as FunctionDefinition).declarator.name])
  if (item.kind !== 'declaration') return []
  const { specifiers, declarators } = item as Declaration
  if (specifiers.storage === 'typedef') return []
  return present(declarators.map(({ declarator }) => declarator.name))
}

function parameters({ declarator }: FunctionDefinition): string[] {
  const [first] = declarator.derivations
  return first?.kind === 'function' ? present(first.parameters.map((each) => each.declarator.name)) : []
}

function present(names: readonly (string | null)[]): string[] {
  return names.filter((name) => name !== null)
}
