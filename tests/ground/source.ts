import { parseAst } from 'vite'

/** An import, re-export, dynamic import or `import()` type of a file. */
export interface ImportEdge {
  /** What it names, as it stands in the text. */
  readonly specifier: string
  /** Whether nothing of it is left when types are erased. */
  readonly typeOnly: boolean
}

/** What the checks need to know of a source file. */
export interface Source {
  readonly imports: readonly ImportEdge[]
  /**
   * Names it uses as variables and binds nowhere itself, and `Math.random`-like pairs of names. Keys of
   * objects do not count.
   */
  readonly names: ReadonlySet<string>
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

/** Reads a TypeScript (or, by its path, TSX) file. Throws where it is no TypeScript. */
export function readSource(path: string, text: string): Source {
  const imports: ImportEdge[] = []
  const names = new Set<string>()
  const bound = new Set<string>()
  const program = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' })
  visit(program as unknown as Node, (node) => {
    const edge = edgeOf(node)
    if (edge !== null) imports.push(edge)
    if (node.type === 'Identifier') names.add(String(node['name']))
    const pair = pairOf(node)
    if (pair !== null) names.add(pair)
    for (const pattern of patternsOf(node)) {
      visit(pattern, (part) => {
        if (part.type === 'Identifier') bound.add(String(part['name']))
      })
    }
  })
  return { imports, names: new Set([...names].filter((name) => !bound.has(name))) }
}

const STATEMENTS = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration']

function edgeOf(node: Node): ImportEdge | null {
  const source = node['source']
  if (!isNode(source) || typeof source['value'] !== 'string') return null
  const specifier = source['value']
  if (node.type === 'TSImportType') return { specifier, typeOnly: true }
  if (node.type === 'ImportExpression') return { specifier, typeOnly: false }
  if (!STATEMENTS.includes(node.type)) return null
  // `import { type A }` leaves an import behind, so only `import type` counts as one of types.
  return { specifier, typeOnly: node['importKind'] === 'type' || node['exportKind'] === 'type' }
}

/** The patterns in which a variable declaration or a function binds names. */
function patternsOf(node: Node): Node[] {
  if (node.type === 'VariableDeclarator') return [node['id']].filter(isNode)
  return Array.isArray(node['params']) ? node['params'].filter(isNode) : []
}

/** `object.key` of a member access on a plain name. */
function pairOf(node: Node): string | null {
  const object = node['object']
  const property = node['property']
  if (node.type !== 'MemberExpression' || !isNode(object) || !isNode(property)) return null
  if (object.type !== 'Identifier') return null
  return `${object['name']}.${property['name'] ?? property['value']}`
}

/** The fields of a node that hold names of keys, not of variables. */
const KEY_FIELDS = ['key', 'property', 'imported', 'exported', 'label']

function visit(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const [field, value] of Object.entries(node)) {
    const isKey = KEY_FIELDS.includes(field) && node['computed'] !== true
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child) && !(isKey && child.type === 'Identifier')) visit(child, see)
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}
