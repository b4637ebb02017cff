import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'

const SOURCE = fileURLToPath(new URL('../../src/offline/service-worker.ts', import.meta.url))
const NAME = 'sw.js'

/** Writes the service worker beside the built page, with the list of everything that was built. */
export function offline(): Plugin {
  let folder = ''
  return {
    name: 'offline',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      folder = resolve(root, outDir)
    },
    writeBundle: { order: 'post', sequential: true, handler: () => writeServiceWorker(folder) },
  }
}

/** Writes `sw.js` for the page that lies in a folder, for exactly the files that lie there now. */
export async function writeServiceWorker(folder: string): Promise<void> {
  const files = filesIn(folder).map((path) => {
    const integrity = `sha256-${createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('base64')}`
    return [path === 'index.html' ? './' : path, integrity]
  })
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12)
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(files) },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: SOURCE, output: { format: 'iife' } },
    },
  })
  const { output } = result as Rolldown.RolldownOutput
  writeFileSync(join(folder, NAME), output[0].code)
}

/** Paths of the files of a page that a browser keeps: not the worker itself, and no source maps. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== NAME && !path.endsWith('.map') && statSync(join(folder, path)).isFile())
    .sort()
}
