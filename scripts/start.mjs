// `npm start`: from whatever is there (a fresh clone, too) to the page in a browser's reach.
// Installs and builds only what is missing, so it needs a network once. `--port N` asks for a port.
import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { DIST } from './lib/project.mjs'
import { serve } from './lib/serve.mjs'

const DEFAULT_PORT = 4173

/** @returns {number | null} the port asked for, or null for one that cannot be */
function wantedPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' } } })
    const port = Number(values.port ?? DEFAULT_PORT)
    return Number.isInteger(port) && port >= 0 && port <= 65535 ? port : null
  } catch {
    return null
  }
}

const port = wantedPort()
if (port === null) {
  console.error('Usage: npm start -- [--port NUMBER]   (0 to 65535; 0 takes any free port)')
  process.exit(2)
}
if (!(await ensureInstalled()) || !(await ensureBuilt())) process.exit(1)
const { url } = await serve(DIST, { port })
console.log(`Heap Lab runs until Ctrl+C is pressed. Open:\n\n  ${url}`)
