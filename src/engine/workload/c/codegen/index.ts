import { OP } from '../bytecode.ts'
import type { FunctionInfo, Program } from '../image.ts'
import type { DataModel, Diagnostics } from '../source.ts'
import { Data } from './data.ts'
import { Emitter } from './emitter.ts'
import { type FunctionParts, functionCode, type Workshop } from './function.ts'
import { type LinkedFunction, type LinkedHost, Linker, undefinedMessage } from './linker.ts'
import { startupUnit } from './startup.ts'
import { type LinkUnit, Symbols } from './symbols.ts'

export { disassemble } from './disassemble.ts'
export type { LinkUnit } from './symbols.ts'

/**
 * Makes a program of typed units: the person's whole, of the library's what is reachable. Names are resolved as `Symbols`
 * and `Linker` say; `hostNames` are the functions of the library that are not written in C. The program begins at the
 * library's `_start`, or at `main` if there is none. The library may call `__run_constructors` and `__run_destructors`,
 * which are made here. The result is of use only if `diagnostics` has no errors.
 */
export function generate(
  units: readonly LinkUnit[],
  model: DataModel,
  hostNames: ReadonlySet<string>,
  diagnostics: Diagnostics,
): Program {
  const symbols = new Symbols([...units, startupUnit(units)], diagnostics)
  const data = new Data(model)
  const linker = new Linker(symbols, data, hostNames, diagnostics)
  const emitter = new Emitter()
  const shop: Workshop = { model, emitter, link: linker, diagnostics }
  addPersons(units, symbols, data, linker)
  const parts: FunctionParts[] = []
  while (parts.length < linker.functions.length && !linker.functions[parts.length]!.isLibrary)
    parts.push(partsOf(shop, linker.functions[parts.length]!, parts.length))
  const libraryStart = emitter.here
  emitter.isLibrary = true
  const start = symbols.functionNamed('_start') ?? symbols.functionNamed('main')
  const entry = start === undefined ? 0 : linker.indexOf(start)
  do {
    while (parts.length < linker.functions.length)
      parts.push(partsOf(shop, linker.functions[parts.length]!, parts.length))
  } while (data.resolve(linker.targetOf) || parts.length < linker.functions.length)
  const hostStubs = Int32Array.from(linker.hosts, (host, index) => hostStub(emitter, host, index))
  const { fixups, ...variables } = data.finish()
  return {
    model,
    code: Int32Array.from(emitter.code),
    libraryStart,
    entry: parts[entry]?.entry ?? 0,
    functions: parts.map((each, index) => describe(linker.functions[index]!, each)),
    hosts: linker.hosts.map((host) => host.name),
    hostStubs,
    ...variables,
    fixups: [...emitter.fixups, ...fixups],
    lines: emitter.lines,
    notes: emitter.notes,
    tables: emitter.tables,
    traps: emitter.traps,
    files: emitter.files,
    places: {
      pc: Int32Array.from(emitter.places.pc),
      file: Uint16Array.from(emitter.places.file),
      line: Int32Array.from(emitter.places.line),
      column: Int32Array.from(emitter.places.column),
    },
  }
}

/** All functions and variables of the person's files belong to the program, used or not. */
function addPersons(units: readonly LinkUnit[], symbols: Symbols, data: Data, linker: Linker): void {
  for (const { unit, isLibrary } of units) {
    if (isLibrary) continue
    for (const of of unit.functions) linker.indexOf({ of, isLibrary })
    for (const variable of unit.globals) {
      const defined = symbols.variable(variable)
      if (defined !== undefined && !defined.isLibrary) data.indexOf(defined)
    }
  }
}

function partsOf(shop: Workshop, { of, symbol }: LinkedFunction, index: number): FunctionParts {
  const { emitter } = shop
  if (of !== null) return functionCode(shop, of, index)
  const entry = emitter.here
  emitter.trap(undefinedMessage(symbol.name))
  return { entry, end: emitter.here, frameSize: 0, locals: [] }
}

/** Index of the code by which a host function is called through a pointer; -1 if nothing takes its address. */
function hostStub(emitter: Emitter, { stubFor }: LinkedHost, index: number): number {
  if (stubFor === null) return -1
  const at = emitter.here
  emitter.emit(OP.HOST, 0, 0, stubFor.type.parameters.length, index)
  emitter.emit(OP.RET)
  return at
}

function describe({ symbol, place, isLibrary }: LinkedFunction, parts: FunctionParts): FunctionInfo {
  const { name, type } = symbol
  return { name, type, file: place.file, line: place.line, isLibrary, ...parts }
}
