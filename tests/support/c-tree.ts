import type {
  Attributes,
  BlockItem,
  Declarator,
  Derivation,
  Designator,
  Expression,
  ExternalDeclaration,
  Initialiser,
  Specifiers,
  TypeName,
  TypeSpecifier,
} from '../../src/engine/workload/c/ast.ts'

/*
 * A C syntax tree as text, in Lisp's manner: `(* (+ a 1) b)`. Types read from the outside in, as cdecl says them:
 * `[3]*int` is an array of 3 pointers to int, `(int)*char` a function of an int that returns a pointer to char.
 */

/** A declaration, function or statement as text. */
export function showItem(item: ExternalDeclaration | BlockItem): string {
  switch (item.kind) {
    case 'declaration': {
      const type = showSpecifiers(item.specifiers)
      return item.declarators.length === 0
        ? `(${type})`
        : item.declarators
            .map(({ declarator, initialiser }) => {
              const value = initialiser === null ? '' : ` = ${showInitialiser(initialiser)}`
              return `(${showDeclared(item.specifiers, declarator)}${value})`
            })
            .join(' ')
    }
    case 'function':
      return `(define ${showDeclared(item.specifiers, item.declarator)} ${showItem(item.body)})`
    case 'static-assert':
      return `(static-assert ${show(item.condition)}${item.message === null ? '' : ` "${item.message}"`})`
    case 'block':
      return `{${item.items.map(showItem).join(' ')}}`
    case 'expression-statement':
      return `${show(item.value)};`
    case 'empty':
      return ';'
    case 'if':
      return `(if ${show(item.condition)} ${showItem(item.then)}${item.otherwise === null ? '' : ` ${showItem(item.otherwise)}`})`
    case 'while':
    case 'do':
      return `(${item.kind} ${show(item.condition)} ${showItem(item.body)})`
    case 'for': {
      const { init, condition, step } = item
      const start = init === null ? '_' : init.kind === 'declaration' ? showItem(init) : show(init)
      return `(for ${start} ${showOptional(condition)} ${showOptional(step)} ${showItem(item.body)})`
    }
    case 'switch':
      return `(switch ${show(item.value)} ${showItem(item.body)})`
    case 'case':
      return `(case ${show(item.value)}${item.to === null ? '' : `..${show(item.to)}`} ${showItem(item.body)})`
    case 'default':
      return `(default ${showItem(item.body)})`
    case 'label':
      return `(${item.name}: ${showItem(item.body)})`
    case 'goto':
      return `(goto ${item.label})`
    case 'return':
      return item.value === null ? '(return)' : `(return ${show(item.value)})`
    default:
      return `(${item.kind})`
  }
}

/** An expression as text. */
export function show(e: Expression): string {
  switch (e.kind) {
    case 'name':
      return e.name
    case 'number':
      return e.text
    case 'char':
      return `'${new TextDecoder().decode(e.bytes)}'`
    case 'string':
      return `${e.isWide ? 'L' : ''}"${new TextDecoder().decode(e.isWide ? e.bytes.filter((b) => b !== 0) : e.bytes)}"`
    case 'unary':
      return `(${e.operator} ${show(e.operand)})`
    case 'binary':
      return `(${e.operator} ${show(e.left)} ${show(e.right)})`
    case 'assign':
      return `(= ${show(e.target)} ${show(e.value)})`
    case 'compound-assign':
      return `(${e.operator}= ${show(e.target)} ${show(e.value)})`
    case 'step':
      return `(${e.isPrefix ? '' : 'post'}${e.delta === 1 ? '++' : '--'} ${show(e.operand)})`
    case 'conditional':
      return `(? ${show(e.condition)} ${showOptional(e.then)} ${show(e.otherwise)})`
    case 'comma':
      return `(, ${show(e.left)} ${show(e.right)})`
    case 'cast':
      return `(cast ${showTypeName(e.type)} ${show(e.operand)})`
    case 'compound-literal':
      return `(literal ${showTypeName(e.type)} ${showInitialiser(e.initialiser)})`
    case 'sizeof':
    case 'alignof':
      return `(${e.kind} ${showEither(e.of)})`
    case 'call':
      return `(${[e.callee, ...e.arguments].map(show).join(' ')})`
    case 'index':
      return `([] ${show(e.base)} ${show(e.index)})`
    case 'member':
      return `(${e.isArrow ? '->' : '.'} ${show(e.base)} ${e.name})`
    case 'va-arg':
      return `(va-arg ${show(e.list)} ${showTypeName(e.type)})`
    case 'offsetof':
      return `(offsetof ${showTypeName(e.type)} ${e.path.map(showDesignator).join('')})`
    case 'types-compatible':
      return `(types-compatible ${showTypeName(e.left)} ${showTypeName(e.right)})`
    case 'generic': {
      const cases = e.cases.map(
        (each) => `${each.type === null ? 'default' : showTypeName(each.type)}: ${show(each.value)}`,
      )
      return `(generic ${[show(e.value), ...cases].join(' ')})`
    }
    case 'statement-expression':
      return `(${showItem(e.body)})`
  }
}

function showOptional(e: Expression | null): string {
  return e === null ? '_' : show(e)
}

function showEither(of: Expression | TypeName): string {
  return of.kind === 'type-name' ? `<${showTypeName(of)}>` : show(of)
}

/** A type name as text. */
export function showTypeName({ specifiers, declarator }: TypeName): string {
  return showDerived(specifiers, declarator)
}

/** `name: type` of a declarator, its storage class and attributes before. */
export function showDeclared(specifiers: Specifiers, declarator: Declarator): string {
  return `${declarator.name ?? '_'}: ${showDerived(specifiers, declarator)}`
}

function showDerived(specifiers: Specifiers, declarator: Declarator): string {
  const derivations = declarator.derivations.map(showDerivation).join('')
  return `${derivations}${showSpecifiers(specifiers)}${showAttributes(declarator.attributes)}`
}

function showDerivation(derivation: Derivation): string {
  if (derivation.kind === 'array')
    return `[${derivation.isStar ? '*' : derivation.size === null ? '' : show(derivation.size)}]`
  if (derivation.kind === 'pointer') return `*${showQualifiers(derivation)}`
  const parameters = derivation.parameters.map(({ specifiers, declarator }) =>
    declarator.name === null ? showDerived(specifiers, declarator) : showDeclared(specifiers, declarator),
  )
  if (derivation.isVariadic) parameters.push('...')
  const list = parameters.length === 0 && !derivation.isOldStyle ? 'void' : parameters.join(', ')
  return `(${list})`
}

function showQualifiers({ qualifiers }: Pick<Specifiers, 'qualifiers'>): string {
  return `${qualifiers.isConst ? 'const ' : ''}${qualifiers.isVolatile ? 'volatile ' : ''}`
}

function showSpecifiers(specifiers: Specifiers): string {
  const storage = specifiers.storage === 'none' ? '' : `${specifiers.storage} `
  const words = `${specifiers.isThread ? 'thread ' : ''}${specifiers.isInline ? 'inline ' : ''}`
  const type = specifiers.isImplicitInt ? 'int?' : showType(specifiers.type)
  return `${storage}${words}${showQualifiers(specifiers)}${type}${showAttributes(specifiers.attributes)}`
}

function showType(type: TypeSpecifier): string {
  switch (type.kind) {
    case 'basic':
    case 'typedef':
      return type.name
    case 'typeof':
      return `typeof(${showEither(type.of)})`
    case 'enum': {
      const items = type.items?.map(({ name, value }) => (value === null ? name : `${name}=${show(value)}`))
      return `enum${type.tag === null ? '' : ` ${type.tag}`}${items === undefined ? '' : `{${items.join(' ')}}`}`
    }
    case 'record': {
      const members = type.members?.map(({ specifiers, declarators }) =>
        declarators.length === 0
          ? showSpecifiers(specifiers)
          : declarators
              .map(
                ({ declarator, bits }) =>
                  `${showDeclared(specifiers, declarator)}${bits === null ? '' : `:${show(bits)}`}`,
              )
              .join('; '),
      )
      const word = type.isUnion ? 'union' : 'struct'
      const list = members === undefined ? '' : `{${members.join('; ')}}`
      return `${word}${type.tag === null ? '' : ` ${type.tag}`}${list}${showAttributes(type.attributes)}`
    }
  }
}

function showAttributes({ aligned, ...flags }: Attributes): string {
  const words = Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [name] : []))
  if (aligned !== null) words.push(aligned === 'max' ? 'aligned' : `aligned(${showEither(aligned)})`)
  return words.map((word) => ` @${word}`).join('')
}

function showInitialiser(initialiser: Initialiser): string {
  if (initialiser.kind === 'expression') return show(initialiser.value)
  const items = initialiser.items.map(({ designators, value }) => {
    const path = designators.map(showDesignator).join('')
    return `${path}${path === '' ? '' : '='}${showInitialiser(value)}`
  })
  return `{${items.join(' ')}}`
}

function showDesignator(designator: Designator): string {
  if (designator.kind === 'member') return `.${designator.name}`
  return `[${show(designator.index)}${designator.to === null ? '' : `..${show(designator.to)}`}]`
}
