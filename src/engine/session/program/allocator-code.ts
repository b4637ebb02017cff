import { OP } from '../../workload/c/bytecode.ts'
import type { FunctionInfo, Program } from '../../workload/c/image.ts'
import { WORDS } from '../../workload/c/instruction.ts'
import type { CType, RecordDefinition } from '../../workload/c/types.ts'
import type { Statements } from './statements.ts'

/** The code belongs to the program's allocator. */
const ALLOCATOR = 1
/** A function that the allocator calls and that knows nothing of it: a reader of headers, or a memcpy of its own. */
const HELPER = 2
/** Code of a function that asks for memory itself: whatever it was called for, what it does is its own affair. */
const CUSTOMER = 4

/** What one function of the person's own code touches. */
interface Facts {
  readonly info: FunctionInfo
  /** Indices into `functions`. */
  readonly calls: ReadonlySet<number>
  /** Indices into `globals`. */
  readonly globals: ReadonlySet<number>
  readonly records: ReadonlySet<RecordDefinition>
}

/**
 * Which of the code of a program with its own malloc is its allocator: it may read and write the headers and the free
 * blocks as it likes. Beside malloc, free … themselves these are the functions
 * - that stand in the file of malloc, if main stands in another;
 * - that use a variable which malloc, free … or what they call use as well and which may lead to the heap;
 * - that have a variable of a record type with which malloc, free … work (the header).
 * So checkers and dumpers belong to it. Of functions that call malloc or free themselves, main always among them, only
 * the statements do that name such a variable or type.
 */
export class AllocatorCode {
  /** By index of the code, for the person's own part of it. */
  private readonly marks: Uint8Array
  private readonly facts: ReadonlyMap<number, Facts>
  private readonly family: ReadonlySet<number>
  private readonly inner: ReadonlySet<number>
  private readonly places = new Set<number>()
  private readonly headers = new Set<RecordDefinition>()

  /** `entries`: by index of the code, 1 where a function of the malloc family begins. */
  constructor(
    private readonly program: Program,
    entries: Uint8Array,
    private readonly statements: Statements,
  ) {
    this.marks = new Uint8Array(program.libraryStart)
    this.facts = factsOf(program)
    const all = [...this.facts.keys()]
    this.family = new Set(all.filter((index) => entries[program.functions[index]!.entry] === 1))
    this.inner = reached(this.family, (index) => this.facts.get(index)?.calls ?? [])
    if (this.family.size > 0) this.markAll()
  }

  /** Whether code may access the allocator's own bytes, its callers given innermost first, as indices of the code. */
  mayAccess(callers: Iterable<number>, write: boolean): boolean {
    for (const pc of callers) {
      const mark = this.marks[pc] ?? 0
      if ((mark & ALLOCATOR) !== 0 || (!write && (mark & HELPER) !== 0)) return true
      if ((mark & CUSTOMER) !== 0) return false
    }
    return false
  }

  private markAll(): void {
    for (const index of this.inner) {
      const { globals, records } = this.facts.get(index)!
      for (const global of globals) if (isPlace(this.program, global)) this.places.add(global)
      for (const record of records) this.headers.add(record)
    }
    const customers = this.customers()
    for (const [index, facts] of this.facts) {
      const { entry, end } = facts.info
      if (customers.has(index)) this.markStatements(facts)
      else this.marks.fill(this.markOf(index, facts), entry, end)
    }
  }

  /** Functions from which a call of malloc, free … can be reached, without those of the allocator's file or inside it. */
  private customers(): Set<number> {
    const callers = new Map<number, number[]>()
    for (const [index, { calls }] of this.facts) {
      for (const callee of calls) callers.set(callee, [...(callers.get(callee) ?? []), index])
    }
    const found = reached(this.family, (index) => callers.get(index) ?? [])
    for (const index of found) {
      if (this.inner.has(index) || this.isInItsFile(this.facts.get(index)!.info)) found.delete(index)
    }
    for (const [index, { info }] of this.facts) if (info.name === 'main') found.add(index)
    return found
  }

  private markOf(index: number, { info, globals, records }: Facts): number {
    const isKnowing =
      this.family.has(index) ||
      this.isInItsFile(info) ||
      [...globals].some((global) => this.places.has(global)) ||
      [...records].some((record) => this.hasHeader(record))
    if (isKnowing) return ALLOCATOR
    return this.inner.has(index) ? HELPER : 0
  }

  private isInItsFile({ file }: FunctionInfo): boolean {
    const main = [...this.facts.values()].find(({ info }) => info.name === 'main')
    return (
      main?.info.file !== file && [...this.family].some((index) => this.facts.get(index)!.info.file === file)
    )
  }

  /** Two files that include the same header have a definition each. */
  private hasHeader(record: RecordDefinition): boolean {
    if (this.headers.has(record)) return true
    return record.tag !== null && [...this.headers].some(({ tag }) => tag === record.tag)
  }

  private markStatements({ info }: Facts): void {
    const { code, lines } = this.program
    const names = this.namesOf(info)
    const uses = globalUses(this.program)
    let mark = CUSTOMER
    let from = info.entry
    for (let at = info.entry; at < info.end; at += WORDS[code[at]! & 0xff] || 1) {
      if ((code[at]! & 0xff) === OP.LINE) {
        this.marks.fill(mark, from, at)
        from = at
        mark = CUSTOMER
        const line = code[at + 1]!
        if (lines[line] !== undefined && names.test(this.statements.text(line))) mark |= ALLOCATOR
      } else if (this.places.has(uses.get(at) ?? -1)) mark |= ALLOCATOR
    }
    this.marks.fill(mark, from, info.end)
  }

  /** The names of headers, and of the variables of a function that point to one. */
  private namesOf({ locals }: FunctionInfo): RegExp {
    const names = new Set<string>()
    const types = [...this.facts.values()].flatMap(({ info }) => info.locals.map(({ type }) => type))
    for (const type of types) {
      const record = recordOf(type)
      if (record === null || !this.hasHeader(record)) continue
      for (const name of namesIn(type)) names.add(name)
      if (record.tag !== null) names.add(record.tag)
    }
    for (const { name, type } of locals) {
      const record = recordOf(type)
      if (record !== null && this.hasHeader(record)) names.add(name)
    }
    return names.size === 0 ? /(?!)/ : new RegExp(`\\b(?:${[...names].join('|')})\\b`)
  }
}

function factsOf(program: Program): Map<number, Facts> {
  const { code, functions } = program
  const uses = globalUses(program)
  const facts = new Map<number, Facts>()
  functions.forEach((info, index) => {
    if (info.isLibrary || info.entry < 0 || info.end <= info.entry) return
    const calls = new Set<number>()
    const globals = new Set<number>()
    for (let at = info.entry; at < info.end; at += WORDS[code[at]! & 0xff] || 1) {
      const callee = code[at + 1]!
      if ((code[at]! & 0xff) === OP.CALL && functions[callee]?.isLibrary === false) calls.add(callee)
      const global = uses.get(at)
      if (global !== undefined) globals.add(global)
    }
    const types = [
      ...info.locals.map(({ type }) => type),
      ...[...globals].map((global) => program.globals[global]!.type),
    ]
    const records = new Set(types.map(recordOf).filter((each) => each !== null))
    facts.set(index, { info, calls, globals, records })
  })
  return facts
}

/** By index of the instruction that takes its address: the person's own variables with static storage. */
function globalUses({ fixups, globals }: Program): Map<number, number> {
  const uses = new Map<number, number>()
  for (const { section, offset, target } of fixups) {
    if (section !== 'text' || target.kind !== 'global') continue
    const { isString, isLibrary } = globals[target.index]!
    if (!isString && !isLibrary) uses.set(offset - 1, target.index)
  }
  return uses
}

/** Whether a variable may lead to the heap: a pointer or something with room for one, but no counter. */
function isPlace({ globals }: Program, index: number): boolean {
  const { type } = globals[index]!
  if (type.kind === 'integer') return type.alias === 'uintptr_t' || type.alias === 'intptr_t'
  return type.kind === 'pointer' || type.kind === 'array' || type.kind === 'record'
}

/** The record that a type is, points to or has as its elements; null for others. */
function recordOf(type: CType): RecordDefinition | null {
  if (type.kind === 'pointer') return recordOf(type.target)
  if (type.kind === 'array') return recordOf(type.element)
  return type.kind === 'record' ? type.definition : null
}

/** The typedef names under which a type and what it points to were written. */
function namesIn(type: CType): string[] {
  const inner =
    type.kind === 'pointer' ? namesIn(type.target) : type.kind === 'array' ? namesIn(type.element) : []
  return type.alias === undefined ? inner : [type.alias, ...inner]
}

/** All that can be reached from `start`, itself included. */
function reached(start: ReadonlySet<number>, next: (index: number) => Iterable<number>): Set<number> {
  const found = new Set(start)
  // A set that grows while it is gone through shows what was added, too.
  for (const index of found) for (const each of next(index)) found.add(each)
  return found
}
