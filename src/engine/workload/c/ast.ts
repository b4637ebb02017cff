import type { Place } from './source.ts'

/*
 * The syntax tree: what the parser read, with no meaning attached. Names are not resolved, types are not known,
 * constants are not evaluated. The parser only tracks which identifiers are typedef names, since the grammar needs it.
 */

/** A stretch of source: a node begins at `place` and ends before `endColumn` of line `endLine`. */
export interface Span {
  readonly place: Place
  readonly endLine: number
  readonly endColumn: number
}

// --- Types as written -----------------------------------------------------------------------

export interface Qualifiers {
  readonly isConst: boolean
  readonly isVolatile: boolean
}

/** `__attribute__((…))` that matter; all others are skipped. */
export interface Attributes {
  readonly packed: boolean
  /** aligned(n), _Alignas(n): the expression; 'max' for a bare `aligned`; null for none. */
  readonly aligned: Expression | TypeName | 'max' | null
  readonly noreturn: boolean
  readonly constructor: boolean
  readonly destructor: boolean
}

/** The names of the basic types, specifiers in any order brought to one form. */
export type BasicName =
  | 'void'
  | '_Bool'
  | 'char'
  | 'signed char'
  | 'unsigned char'
  | 'short'
  | 'unsigned short'
  | 'int'
  | 'unsigned int'
  | 'long'
  | 'unsigned long'
  | 'long long'
  | 'unsigned long long'
  | 'float'
  | 'double'
  | 'long double'
  | '__builtin_va_list'

export type TypeSpecifier =
  | { readonly kind: 'basic'; readonly name: BasicName }
  | { readonly kind: 'typedef'; readonly name: string; readonly place: Place }
  | RecordSpecifier
  | EnumSpecifier
  | { readonly kind: 'typeof'; readonly of: Expression | TypeName; readonly place: Place }

export interface RecordSpecifier {
  readonly kind: 'record'
  readonly isUnion: boolean
  readonly tag: string | null
  /** null: only named (`struct s`), not defined. */
  readonly members: readonly MemberDeclaration[] | null
  readonly attributes: Attributes
  readonly place: Place
}

/** `unsigned a : 3, b;` in a struct or union. No declarators: an anonymous struct or union. */
export interface MemberDeclaration {
  readonly specifiers: Specifiers
  readonly declarators: readonly { readonly declarator: Declarator; readonly bits: Expression | null }[]
  readonly place: Place
}

export interface EnumSpecifier {
  readonly kind: 'enum'
  readonly tag: string | null
  readonly items:
    | readonly { readonly name: string; readonly value: Expression | null; readonly place: Place }[]
    | null
  readonly place: Place
}

export type Storage = 'typedef' | 'extern' | 'static' | 'auto' | 'register' | 'none'

/** Declaration specifiers. `__thread` is read as static storage. */
export interface Specifiers {
  readonly storage: Storage
  readonly isThread: boolean
  readonly isInline: boolean
  readonly qualifiers: Qualifiers
  readonly type: TypeSpecifier
  /** No type was written (implicit int, which gcc warns about). */
  readonly isImplicitInt: boolean
  readonly attributes: Attributes
  readonly place: Place
}

/** What stands around a declared name, from the name outwards: `*a[3]` is [array 3, pointer]. */
export type Derivation =
  | { readonly kind: 'pointer'; readonly qualifiers: Qualifiers }
  | {
      readonly kind: 'array'
      readonly size: Expression | null
      readonly isStar: boolean
      readonly place: Place
    }
  | {
      readonly kind: 'function'
      readonly parameters: readonly Parameter[]
      readonly isVariadic: boolean
      /** `()`: nothing is said of the parameters; or old-style `(a, b)` with declarations behind. */
      readonly isOldStyle: boolean
    }

export interface Parameter {
  readonly specifiers: Specifiers
  readonly declarator: Declarator
}

export interface Declarator {
  /** null in a type name or an unnamed parameter. */
  readonly name: string | null
  readonly derivations: readonly Derivation[]
  readonly attributes: Attributes
  readonly place: Place
}

/** A type as in a cast: specifiers and an abstract declarator. */
export interface TypeName {
  readonly kind: 'type-name'
  readonly specifiers: Specifiers
  readonly declarator: Declarator
  readonly place: Place
}

// --- Declarations ---------------------------------------------------------------------------

export interface InitDeclarator extends Span {
  readonly declarator: Declarator
  readonly initialiser: Initialiser | null
}

export interface Declaration extends Span {
  readonly kind: 'declaration'
  readonly specifiers: Specifiers
  readonly declarators: readonly InitDeclarator[]
}

export interface FunctionDefinition extends Span {
  readonly kind: 'function'
  readonly specifiers: Specifiers
  /** Its first derivation is the function's. For old-style definitions the parser has already put the parameters' types in. */
  readonly declarator: Declarator
  readonly body: BlockStatement
}

export interface StaticAssertion extends Span {
  readonly kind: 'static-assert'
  readonly condition: Expression
  readonly message: string | null
}

export type ExternalDeclaration = Declaration | FunctionDefinition | StaticAssertion

export interface TranslationUnit {
  /** The name of the file it was read from. */
  readonly file: string
  readonly declarations: readonly ExternalDeclaration[]
}

export type Initialiser =
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'list'; readonly items: readonly InitialiserItem[]; readonly place: Place }

export interface InitialiserItem {
  readonly designators: readonly Designator[]
  readonly value: Initialiser
  readonly place: Place
}

export type Designator =
  | { readonly kind: 'member'; readonly name: string; readonly place: Place }
  /** `[3]`, or GNU's `[3 ... 5]`. */
  | {
      readonly kind: 'index'
      readonly index: Expression
      readonly to: Expression | null
      readonly place: Place
    }

// --- Statements -----------------------------------------------------------------------------

export interface BlockStatement extends Span {
  readonly kind: 'block'
  readonly items: readonly BlockItem[]
}

export type BlockItem = Statement | Declaration | StaticAssertion | FunctionDefinition

export type Statement =
  | BlockStatement
  | (Span & { readonly kind: 'expression-statement'; readonly value: Expression })
  | (Span & { readonly kind: 'empty' })
  | (Span & {
      readonly kind: 'if'
      readonly condition: Expression
      readonly then: Statement
      readonly otherwise: Statement | null
    })
  | (Span & { readonly kind: 'while'; readonly condition: Expression; readonly body: Statement })
  | (Span & { readonly kind: 'do'; readonly condition: Expression; readonly body: Statement })
  | (Span & {
      readonly kind: 'for'
      readonly init: Declaration | Expression | null
      readonly condition: Expression | null
      readonly step: Expression | null
      readonly body: Statement
    })
  | (Span & { readonly kind: 'switch'; readonly value: Expression; readonly body: Statement })
  /** `case value:`, or GNU's `case value ... to:`. */
  | (Span & {
      readonly kind: 'case'
      readonly value: Expression
      readonly to: Expression | null
      readonly body: Statement
    })
  | (Span & { readonly kind: 'default'; readonly body: Statement })
  | (Span & { readonly kind: 'label'; readonly name: string; readonly body: Statement })
  | (Span & { readonly kind: 'goto'; readonly label: string })
  | (Span & { readonly kind: 'break' })
  | (Span & { readonly kind: 'continue' })
  | (Span & { readonly kind: 'return'; readonly value: Expression | null })

// --- Expressions ----------------------------------------------------------------------------

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<<'
  | '>>'
  | '&'
  | '|'
  | '^'
  | '=='
  | '!='
  | '<'
  | '>'
  | '<='
  | '>='
  | '&&'
  | '||'

export type UnaryOperator = '-' | '+' | '~' | '!' | '*' | '&'

/** Operators of compound assignments, without their `=`. */
export type AssignOperator = '+' | '-' | '*' | '/' | '%' | '<<' | '>>' | '&' | '|' | '^'

export type Expression =
  | (Span & { readonly kind: 'name'; readonly name: string })
  /** `text` as spelt, suffix included. */
  | (Span & { readonly kind: 'number'; readonly text: string })
  /** A character constant: its bytes (one, unless it is a multi-character constant). */
  | (Span & { readonly kind: 'char'; readonly bytes: Uint8Array; readonly isWide: boolean })
  /** Adjacent strings already joined; without the final NUL. */
  | (Span & { readonly kind: 'string'; readonly bytes: Uint8Array; readonly isWide: boolean })
  | (Span & { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression })
  | (Span & {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      /** Where the operator itself stands: messages point there. */
      readonly operatorPlace: Place
      /** Written in parentheses of its own: no doubt about what binds what. */
      readonly isParenthesised?: boolean
    })
  | (Span & {
      readonly kind: 'assign'
      readonly target: Expression
      readonly value: Expression
      /** Written in parentheses of its own, by which a condition shows that no comparison was meant. */
      readonly isParenthesised?: boolean
    })
  | (Span & {
      readonly kind: 'compound-assign'
      readonly operator: AssignOperator
      readonly target: Expression
      readonly value: Expression
    })
  | (Span & {
      readonly kind: 'step'
      readonly delta: 1 | -1
      readonly isPrefix: boolean
      readonly operand: Expression
    })
  | (Span & {
      readonly kind: 'conditional'
      readonly condition: Expression
      /** null: GNU's `a ?: b`. */
      readonly then: Expression | null
      readonly otherwise: Expression
    })
  | (Span & { readonly kind: 'comma'; readonly left: Expression; readonly right: Expression })
  | (Span & { readonly kind: 'cast'; readonly type: TypeName; readonly operand: Expression })
  | (Span & { readonly kind: 'compound-literal'; readonly type: TypeName; readonly initialiser: Initialiser })
  | (Span & { readonly kind: 'sizeof'; readonly of: Expression | TypeName })
  /** `_Alignof`; `isPreferred`: GNU's `__alignof__`, which says what a variable gets (under -m32 more for double). */
  | (Span & { readonly kind: 'alignof'; readonly of: Expression | TypeName; readonly isPreferred?: boolean })
  | (Span & { readonly kind: 'call'; readonly callee: Expression; readonly arguments: readonly Expression[] })
  | (Span & { readonly kind: 'index'; readonly base: Expression; readonly index: Expression })
  /** `a.name`, or `a->name`. */
  | (Span & {
      readonly kind: 'member'
      readonly base: Expression
      readonly name: string
      readonly isArrow: boolean
      readonly namePlace: Place
    })
  /** __builtin_va_arg(list, type) */
  | (Span & { readonly kind: 'va-arg'; readonly list: Expression; readonly type: TypeName })
  /** __builtin_offsetof(type, member[…].…) */
  | (Span & { readonly kind: 'offsetof'; readonly type: TypeName; readonly path: readonly Designator[] })
  /** __builtin_types_compatible_p(a, b) */
  | (Span & { readonly kind: 'types-compatible'; readonly left: TypeName; readonly right: TypeName })
  /** _Generic(value, type: e, default: e) */
  | (Span & {
      readonly kind: 'generic'
      readonly value: Expression
      readonly cases: readonly { readonly type: TypeName | null; readonly value: Expression }[]
    })
  /** GNU's `({ …; value; })` */
  | (Span & { readonly kind: 'statement-expression'; readonly body: BlockStatement })
