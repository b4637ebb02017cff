import { uneval } from 'devalue'
import { build, normalizePath, type Plugin, type Rolldown } from 'vite'

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
      const values = Object.entries(await run(id))
      const code = values.map(([name, value]) => `export const ${name} = ${uneval(value)}`).join('\n')
      return { code, moduleSideEffects: false, map: null }
    },
  }
}

/** What a module exports. It is bundled first: running a hundred files one by one takes longer. */
async function run(file: string): Promise<Record<string, unknown>> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: file, formats: ['es'], fileName: 'module' },
    },
  })
  const [{ output }] = result as [Rolldown.RolldownOutput]
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`)
}
