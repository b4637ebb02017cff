import { posix } from 'node:path'
import { APART, type DEBT, LAYERS, type Layer, SURROUNDINGS, WITHOUT_SURROUNDINGS } from './import-table.ts'
import { type ImportEdge, readSource } from './source.ts'

/** What a file does that the table does not allow, one sentence each; empty if nothing. */
export function problemsOf(path: string, text: string, debt: typeof DEBT = []): string[] {
  const from = layerOf(path)
  if (from === undefined) return [`${path} belongs to no layer: add one to tests/ground/import-table.ts.`]
  const { imports, names } = readSource(path, text)
  const problems = imports
    .filter((edge) => !debt.some((owed) => owed.from === path && owed.to === targetOf(path, edge)))
    .map((edge) => problemOf(path, from, edge))
    .filter((problem) => problem !== null)
  if (!WITHOUT_SURROUNDINGS.test(path)) return problems
  const touched = SURROUNDINGS.filter((name) => names.has(name))
  return [
    ...problems,
    ...touched.map((name) => `${path} uses ${name}: pass what it gives in as a parameter.`),
  ]
}

/** The layer that a file belongs to. */
export function layerOf(path: string): Layer | undefined {
  return LAYERS.find((layer) => layer.files.test(path))
}

function problemOf(path: string, from: Layer, edge: ImportEdge): string | null {
  const target = targetOf(path, edge)
  if (target === null) return packageProblem(path, from, edge.specifier)
  const to = layerOf(target)
  if (to === undefined) return `${path} imports ${target}, which belongs to no layer.`
  const apart = apartProblem(path, target)
  if (apart !== null || to === from || from.values.includes(to.name)) return apart
  const typeAllowed = from.types.includes(to.name)
  if (edge.typeOnly && typeAllowed) return null
  const allowed = `${from.name} may import ${from.values.join(', ') || 'nothing'}`
  const besides = from.types.length > 0 ? `, and types of ${from.types.join(', ')}` : ''
  const advice = typeAllowed ? ' Is `import type` enough?' : ''
  return `${path} imports ${target} (${to.name}): ${allowed}${besides}.${advice}`
}

/** The file that an import names, from the project's top; null for a package. */
function targetOf(path: string, edge: ImportEdge): string | null {
  if (!edge.specifier.startsWith('.')) return null
  return posix.join(posix.dirname(path), edge.specifier.replace(/\?.*$/, ''))
}

function packageProblem(path: string, from: Layer, specifier: string): string | null {
  const allowed = from.packages.some((name) =>
    name.endsWith('*')
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  )
  if (allowed) return null
  return `${path} imports the package ${specifier}: ${from.name} may import ${from.packages.join(', ') || 'no package'}.`
}

function apartProblem(path: string, target: string): string | null {
  for (const { folder, shared } of APART) {
    const from = subfolderOf(folder, path)
    const to = subfolderOf(folder, target)
    if (from === null || to === null || from === to || shared.includes(to)) continue
    return `${path} imports ${target}: the folders in ${folder} do not import each other.`
  }
  return null
}

/** The subfolder of `folder` that a file lies in; null if it lies elsewhere or in the folder itself. */
function subfolderOf(folder: string, path: string): string | null {
  if (!path.startsWith(`${folder}/`)) return null
  const [first, second] = path.slice(folder.length + 1).split('/')
  return first !== undefined && second !== undefined ? first : null
}
