import type {
  BlockStatement,
  EnumSpecifier,
  Expression,
  Initialiser,
  RecordSpecifier,
  Statement,
  StaticAssertion,
  TypeName,
} from '../ast.ts'
import type { Diagnostics, Place } from '../source.ts'
import type { Token, Tokens } from '../token.ts'
import { Cursor } from './cursor.ts'
import { Scopes } from './scopes.ts'
import { SPECIFIER_WORDS } from './words.ts'

/** The rules through which the grammar comes back to itself; `index.ts` puts them in, so that no file imports in a circle. */
export interface Rules {
  expression(p: Parser): Expression
  assignment(p: Parser): Expression
  /** A constant expression: no assignment, no comma. */
  conditional(p: Parser): Expression
  typeName(p: Parser): TypeName
  initialiser(p: Parser): Initialiser
  block(p: Parser): BlockStatement
  /** The body of a function whose definition begins at `place`. */
  functionBody(p: Parser, place: Place): BlockStatement
  record(p: Parser): RecordSpecifier
  enumeration(p: Parser): EnumSpecifier
  staticAssertion(p: Parser): StaticAssertion
}

/** What every rule works on: the tokens, the names in sight, and the rules behind it in the grammar. */
export class Parser extends Cursor {
  readonly scopes = new Scopes()
  /** Every tag that was read so far with its word: `node` with `struct`. For hints. */
  readonly tags = new Map<string, string>()
  /** A statement's head was skipped after an error: an `else` without its `if` is then no news. */
  hasBrokenHead = false
  /** The `if` that was read last without an `else`. */
  lastIf: { readonly place: Place; readonly then: Statement; readonly block: Token | undefined } | null = null
  /** Where the function being read begins; null outside functions. */
  functionPlace: Place | null = null
  /** The `{` of the blocks being read. */
  readonly openBlocks: Token[] = []
  /** The function being read turned out to lack a `}`: all its blocks end here. */
  isAbandoned = false
  /** The first `{` of the function whose `}` stands too far left: when one is missing in the end, it is probably this one's. */
  suspect: Token | null = null
  private readonly assumed = new Set<string>()

  constructor(
    tokens: Tokens,
    diagnostics: Diagnostics,
    readonly rules: Rules,
  ) {
    super(tokens, diagnostics)
  }

  /** Declares a type for the whole file though it was never written: it was complained about, and once is enough. */
  assumeType(name: string): void {
    this.assumed.add(name)
    this.scopes.assumeType(name)
  }

  /** Whether a type name is only assumed to be one. */
  isAssumed(name: string): boolean {
    return this.assumed.has(name)
  }

  /** Whether a typedef name in sight stands `ahead` tokens from here. */
  isTypeName(ahead = 0): boolean {
    return this.isName(ahead) && this.scopes.isType(this.word(ahead))
  }

  /** Whether a type, or a declaration, begins `ahead` tokens from here. */
  startsType(ahead = 0): boolean {
    while (this.word(ahead) === '__extension__') ahead++
    return SPECIFIER_WORDS.has(this.word(ahead)) || this.isTypeName(ahead)
  }

  /** Forgets the function that was read, or given up. */
  leaveFunction(): void {
    this.functionPlace = null
    this.isAbandoned = false
    this.openBlocks.length = 0
  }

  override attempt<T>(rule: () => T): T | null {
    const depth = this.scopes.depth
    const result = super.attempt(rule)
    if (result === null) this.scopes.closeTo(depth)
    return result
  }
}
