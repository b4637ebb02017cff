import { nearest } from '../../spelling.ts'
import { generate, type LinkUnit } from './codegen/index.ts'
import type { Program } from './image.ts'
import { standardHeader } from './library/headers/index.ts'
import { hostFunctions, libraryFileOf, librarySources } from './library/index.ts'
import { parse } from './parse/index.ts'
import { preprocess } from './pp/index.ts'
import { analyse } from './sema/index.ts'
import { CompileStop, type DataModel, type Diagnostic, Diagnostics, type SourceFile } from './source.ts'
import type { TypedUnit } from './typed.ts'

/** What to compile. */
export interface CompileRequest {
  /** Those that end in .c are compiled, unless another file includes them; the rest can be included. */
  readonly files: readonly SourceFile[]
  readonly model: DataModel
  /** `NAME` or `NAME=value`, as behind gcc's -D. */
  readonly defines: readonly string[]
}

export interface CompileResult {
  /** null if there are errors. */
  readonly program: Program | null
  /** In order of the files, of each file in order of discovery. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Functions that the machine itself needs of the library. */
const ROOTS: readonly string[] = ['_start']

const HOST_NAMES: ReadonlySet<string> = new Set(hostFunctions.map((each) => each.name))

/** Compiles C files, and links them with what they need of the library. Never throws; the same files give the same program. */
export function compile(request: CompileRequest): CompileResult {
  const diagnostics = new Diagnostics()
  try {
    const program = compileAll(request, diagnostics)
    return { program: diagnostics.errors > 0 ? null : program, diagnostics: diagnostics.list }
  } catch (stop) {
    if (stop instanceof RangeError) reportDepth(request, diagnostics)
    else if (!(stop instanceof CompileStop)) throw stop
    return { program: null, diagnostics: diagnostics.list }
  }
}

/** The parser limits nesting; what still goes beyond the engine's stack, or its longest array, has no better place. */
function reportDepth({ files }: CompileRequest, diagnostics: Diagnostics): void {
  const place = { file: files[0]?.name ?? 'main.c', line: 1, column: 1 }
  const message = 'the program is nested too deeply, or too large, for this compiler'
  diagnostics.list.push({ severity: 'error', place, message })
}

function compileAll(request: CompileRequest, diagnostics: Diagnostics): Program | null {
  const { files, model } = request
  const units: TypedUnit[] = []
  for (const file of compiledFiles(files)) {
    const unit = typedUnit(file, request, diagnostics)
    if (unit !== null) units.push(unit)
  }
  if (diagnostics.errors > 0 || !hasMain(units, files, diagnostics)) return null
  const persons = units.map((unit): LinkUnit => ({ unit, isLibrary: false }))
  const library = neededLibrary(units, model, diagnostics).map(
    (unit): LinkUnit => ({ unit, isLibrary: true }),
  )
  return generate([...persons, ...library], model, HOST_NAMES, diagnostics)
}

/** The .c files of a program, without those that are parts of others: each is compiled by itself. */
export function compiledFiles(files: readonly SourceFile[]): SourceFile[] {
  const included = new Set<string>()
  for (const { name, text } of files)
    for (const [, other] of text.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"\n]+\.c)"/gm))
      if (other !== name) included.add(other!)
  return files.filter(({ name }) => name.endsWith('.c') && !included.has(name))
}

/** One file from text to meaning; null if it has errors. */
function typedUnit(
  file: SourceFile,
  { files, model, defines }: CompileRequest,
  diagnostics: Diagnostics,
): TypedUnit | null {
  const before = diagnostics.errors
  const tokens = preprocess(file, { files, headers: standardHeader, model, defines }, diagnostics)
  const tree = parse(tokens, file.name, diagnostics)
  if (diagnostics.errors > before) return null
  const unit = analyse(tree, model, diagnostics)
  return diagnostics.errors > before ? null : unit
}

function hasMain(
  units: readonly TypedUnit[],
  files: readonly SourceFile[],
  diagnostics: Diagnostics,
): boolean {
  const isThere = units.some((unit) =>
    unit.functions.some(({ symbol }) => symbol.name === 'main' && symbol.isExternal),
  )
  if (isThere) return true
  const first = files.find(({ name }) => name.endsWith('.c'))
  const place = { file: first?.name ?? files[0]?.name ?? 'main.c', line: 1, column: 1 }
  const message =
    first === undefined
      ? 'there is no file that ends in .c to compile'
      : `the program has no function 'main' to begin with${mainHint(units)}`
  diagnostics.error(place, message)
  return false
}

/** What to do about a missing main: a name that is nearly it, or an allocator that nothing calls. */
function mainHint(units: readonly TypedUnit[]): string {
  const symbols = units.flatMap(({ functions }) => functions.map(({ symbol }) => symbol))
  const near = nearest('main', symbols.map(nameOf))
  if (near !== null) return `: did you mean '${near}' to be it? Capital letters count`
  const allocator = symbols.find(({ name }) => /^(mm_)?malloc$/.test(name))
  const advice = 'a file with int main(void) { … }'
  return allocator === undefined
    ? ': add int main(void) { … }'
    : `: to call '${allocator.name}', add ${advice}`
}

/** Typed units of the library by model and file name: they never change. */
const LIBRARY: Readonly<Record<DataModel, Map<string, TypedUnit>>> = { lp64: new Map(), ilp32: new Map() }

/** The files of the library that define what the units need, and what those files need in turn; in the library's order. */
function neededLibrary(units: readonly TypedUnit[], model: DataModel, diagnostics: Diagnostics): TypedUnit[] {
  const known = new Set(units.flatMap(definedNames))
  const needed = new Set<string>()
  const waiting = [...ROOTS, ...units.flatMap(missingNames)]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (known.has(name)) continue
    known.add(name)
    const file = libraryFileOf(name)
    if (file === null || needed.has(file)) continue
    needed.add(file)
    waiting.push(...missingNames(libraryUnit(file, model, diagnostics)))
  }
  return librarySources()
    .filter(({ name }) => needed.has(name))
    .map(({ name }) => libraryUnit(name, model, diagnostics))
}

function libraryUnit(name: string, model: DataModel, diagnostics: Diagnostics): TypedUnit {
  const known = LIBRARY[model].get(name)
  if (known !== undefined) return known
  const file = librarySources().find((each) => each.name === name)!
  // What gcc would warn about in the library is not the person's concern; an error would be ours, and is shown.
  const own = new Diagnostics()
  const unit = typedUnit(file, { files: [], model, defines: [] }, own)
  if (unit === null) {
    const { place, message } = own.list.find((each) => each.severity === 'error')!
    return diagnostics.fatal(place, `in the lab's library: ${message}`)
  }
  LIBRARY[model].set(name, unit)
  return unit
}

function definedNames({ functionSymbols, globals }: TypedUnit): string[] {
  return [...functionSymbols, ...globals].filter((each) => each.isDefined && each.isExternal).map(nameOf)
}

function missingNames({ functionSymbols, globals }: TypedUnit): string[] {
  return [...functionSymbols, ...globals].filter((each) => !each.isDefined && each.isExternal).map(nameOf)
}

function nameOf({ name }: { readonly name: string }): string {
  return name
}
