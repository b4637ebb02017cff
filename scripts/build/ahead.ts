import { uneval } from 'devalue'
import { normalizePath, type Plugin, runnerImport } from 'vite'

/**
 * Computes modules when the page is built: each file that is named here is run, and its exported values stand in its
 * place, so that nothing it was computed with is loaded. Such a file may export plain data only.
 *
 * @param files absolute paths
 */
export function computedAhead(files: readonly string[]): Plugin {
  const wanted = new Set(files.map((file) => normalizePath(file)))
  return {
    name: 'computed-ahead',
    apply: 'build',
    async load(id) {
      if (!wanted.has(normalizePath(id))) return null
      const { module, dependencies } = await runnerImport<Record<string, unknown>>(id)
      for (const file of dependencies) this.addWatchFile(file)
      const values = Object.entries(module).map(([name, value]) => `export const ${name} = ${uneval(value)}`)
      return { code: values.join('\n'), moduleSideEffects: false, map: null }
    },
  }
}
