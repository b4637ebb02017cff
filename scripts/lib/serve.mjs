import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** How many ports above the wanted one are tried. */
const PORTS_TRIED = 50

/**
 * The file below `folder` that a request's path names, or null: outside the folder, not there, or no file.
 *
 * @param {string} folder
 * @param {string} path as it stands in the request, without the query
 */
export function fileFor(folder, path) {
  let decoded
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const file = join(folder, normalize(`/${decoded}`), decoded.endsWith('/') ? 'index.html' : '')
  const inside = file.startsWith(folder.endsWith(sep) ? folder : folder + sep)
  return inside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null
}

/**
 * Serves a folder's files on this machine only, as any plain file server would: no fallback page, no
 * headers that a page could come to depend on. What the build names after its contents, in `assets/`, may be
 * kept for good; everything else is asked for each time. Takes the next free port if the wanted one is in use.
 *
 * @param {string} folder
 * @param {{ port?: number, base?: string }} [options] `port` 0 (the default) takes any free one; `base`
 *   is the path it is served under, with a slash at both ends
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, base = '/' } = {}) {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/, '')
    const file = path.startsWith(base) ? fileFor(folder, path.slice(base.length - 1)) : null
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end()
    if (file === null) return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n')
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': path.startsWith(`${base}assets/`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') return response.end()
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
  })
  const taken = await listen(server, port)
  return {
    url: `http://127.0.0.1:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} wanted
 * @returns {Promise<number>} the port it listens on
 */
async function listen(server, wanted) {
  const last = wanted === 0 ? 0 : Math.min(wanted + PORTS_TRIED, 65535)
  for (let port = wanted; ; port++) {
    try {
      return await listenOn(server, port)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (port >= last || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error
    }
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listenOn(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
