import type { Place } from '../source.ts'
import type { FunctionSymbol, GlobalVariable, LocalVariable } from '../typed.ts'
import type { CType } from '../types.ts'

/** What an ordinary identifier stands for. */
export type Name =
  | { readonly kind: 'typedef'; readonly type: CType; readonly place: Place }
  | { readonly kind: 'constant'; readonly type: CType; readonly value: bigint; readonly place: Place }
  | { readonly kind: 'variable'; readonly variable: GlobalVariable | LocalVariable; readonly place: Place }
  | { readonly kind: 'function'; readonly symbol: FunctionSymbol; readonly place: Place }
  /** Its declaration had an error, or its absence was reported: uses say nothing more. */
  | { readonly kind: 'poisoned'; readonly place: Place }

/** What a tag stands for: a record or an enumeration. */
export interface Tag {
  readonly word: 'struct' | 'union' | 'enum'
  readonly type: CType
  readonly place: Place
  isDefined: boolean
}

interface Scope {
  readonly names: Map<string, Name>
  readonly tags: Map<string, Tag>
  /** The last line from which its names are seen. */
  readonly endLine: number
}

/** Names and tags by nested scopes; the outermost is that of the file. */
export class Scopes {
  private readonly stack: Scope[] = [newScope(Number.MAX_SAFE_INTEGER)]
  private readonly ended = new Map<string, Place>()

  enter(endLine: number): void {
    this.stack.push(newScope(endLine))
  }

  /** A scope for the names of parameters only: tags that appear in it belong to the scope around it. */
  enterPrototype(): void {
    this.stack.push({ names: new Map(), tags: this.inner.tags, endLine: this.endLine })
  }

  leave(): void {
    for (const [name, { kind, place }] of this.stack.pop()!.names) {
      if (kind === 'variable') this.ended.set(name, place)
    }
  }

  /** Where a variable was declared that is not in sight any more; null if none had that name. */
  endedAt(name: string): Place | null {
    return this.ended.get(name) ?? null
  }

  get depth(): number {
    return this.stack.length
  }

  /** Leaves inner scopes until `depth` are open. */
  leaveTo(depth: number): void {
    this.stack.length = depth
  }

  get isFileScope(): boolean {
    return this.stack.length === 1
  }

  get endLine(): number {
    return this.inner.endLine
  }

  lookUp(name: string): Name | null {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const found = this.stack[i]!.names.get(name)
      if (found) return found
    }
    return null
  }

  /** What the name stands for in the innermost scope itself. */
  lookUpHere(name: string): Name | null {
    return this.inner.names.get(name) ?? null
  }

  declare(name: string, meaning: Name): void {
    this.inner.names.set(name, meaning)
  }

  declareAtFileScope(name: string, meaning: Name): void {
    this.stack[0]!.names.set(name, meaning)
  }

  lookUpTag(name: string): Tag | null {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const found = this.stack[i]!.tags.get(name)
      if (found) return found
    }
    return null
  }

  lookUpTagHere(name: string): Tag | null {
    return this.inner.tags.get(name) ?? null
  }

  declareTag(name: string, tag: Tag): void {
    this.inner.tags.set(name, tag)
  }

  /** All names in sight, for guessing what was meant. */
  *visibleNames(): Iterable<string> {
    for (const scope of this.stack) yield* scope.names.keys()
  }

  private get inner(): Scope {
    return this.stack[this.stack.length - 1]!
  }
}

function newScope(endLine: number): Scope {
  return { names: new Map(), tags: new Map(), endLine }
}
