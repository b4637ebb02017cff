import type { Fixup } from '../image.ts'
import type { Diagnostics, Place } from '../source.ts'
import type { FunctionSymbol, GlobalVariable, StaticAddress, TypedFunction } from '../typed.ts'
import type { FunctionTarget, Link } from './context.ts'
import type { Data } from './data.ts'
import type { DefinedFunction, Symbols } from './symbols.ts'

/** A function of the program: one with a body, or the stub of one that is defined nowhere. */
export interface LinkedFunction {
  readonly symbol: FunctionSymbol
  readonly of: TypedFunction | null
  readonly place: Place
  readonly isLibrary: boolean
}

/** A function outside the program's code. `stubFor` is set once its address is taken: its type says what it is given. */
export interface LinkedHost {
  readonly name: string
  stubFor: FunctionSymbol | null
}

type Mark = 'etext' | 'edata' | 'end'

/** Symbols that ld defines, as variables of the person's may name them. */
const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['etext', 'etext'],
  ['_etext', 'etext'],
  ['__etext', 'etext'],
  ['edata', 'edata'],
  ['_edata', 'edata'],
  ['__bss_start', 'edata'],
  ['end', 'end'],
  ['_end', 'end'],
])

/** Finds what names mean, and collects what is thereby part of the program. */
export class Linker implements Link {
  readonly functions: LinkedFunction[] = []
  readonly hosts: LinkedHost[] = []
  private readonly functionIndex = new Map<TypedFunction | string, number>()
  private readonly hostIndex = new Map<string, number>()
  private readonly reported = new Set<string>()

  constructor(
    private readonly symbols: Symbols,
    private readonly data: Data,
    private readonly hostNames: ReadonlySet<string>,
    private readonly diagnostics: Diagnostics,
  ) {}

  callTarget(symbol: FunctionSymbol, place: Place): FunctionTarget {
    const defined = this.symbols.function(symbol)
    if (defined !== undefined)
      return { kind: 'function', index: this.indexOf(defined), type: defined.of.symbol.type }
    if (this.hostNames.has(symbol.name)) return { kind: 'host', index: this.host(symbol.name) }
    return { kind: 'undefined', message: this.undefinedFunction(symbol.name, place) }
  }

  functionAddress(symbol: FunctionSymbol, place: Place): Fixup['target'] {
    const target = this.callTarget(symbol, place)
    if (target.kind === 'function') return { kind: 'function', index: target.index }
    if (target.kind === 'undefined') return { kind: 'function', index: this.stub(symbol, place) }
    this.hosts[target.index]!.stubFor ??= symbol
    return target
  }

  variable(variable: GlobalVariable, place: Place): Fixup['target'] {
    const defined = this.symbols.variable(variable)
    if (defined !== undefined) return { kind: 'global', index: this.data.indexOf(defined) }
    const mark = MARKS.get(variable.name)
    if (mark === undefined && !this.reported.has(variable.name)) {
      this.reported.add(variable.name)
      this.diagnostics.error(place, `'${variable.name}' is declared but defined nowhere`)
    }
    return { kind: 'mark', name: mark ?? 'end' }
  }

  /** What an address in an initialiser points to. */
  readonly targetOf = ({ target }: StaticAddress): Fixup['target'] =>
    target.kind === 'global'
      ? this.variable(target, target.place)
      : this.functionAddress(target, target.place)

  /** The number of a function; from now on it is part of the program. */
  indexOf({ of, isLibrary }: DefinedFunction): number {
    return this.add(of, { symbol: of.symbol, of, place: of.place, isLibrary })
  }

  private stub(symbol: FunctionSymbol, place: Place): number {
    return this.add(symbol.name, { symbol, of: null, place, isLibrary: true })
  }

  private add(key: TypedFunction | string, linked: LinkedFunction): number {
    const known = this.functionIndex.get(key)
    if (known !== undefined) return known
    this.functionIndex.set(key, this.functions.length)
    return this.functions.push(linked) - 1
  }

  private host(name: string): number {
    const known = this.hostIndex.get(name)
    if (known !== undefined) return known
    this.hostIndex.set(name, this.hosts.length)
    return this.hosts.push({ name, stubFor: null }) - 1
  }

  /** Warns once of each name; the answer is what the program stops with. */
  private undefinedFunction(name: string, place: Place): string {
    const message = undefinedMessage(name)
    if (!this.reported.has(message)) {
      this.reported.add(message)
      this.diagnostics.warn(place, `function '${name}' is defined nowhere: calling it ends the program`)
    }
    return message
  }
}

/** What a program says that calls a function without a definition. */
export function undefinedMessage(name: string): string {
  return `undefined function '${name}' was called`
}
