/*
 * Keeps one version of the lab in the browser, so that it opens without a network, and always as a whole: a page and
 * the parts that it loads later are of the same build. The build writes this file as `sw.js`, together with the list of
 * files (scripts/build/offline.ts); a browser that finds another `sw.js` on the server has found a new version. It is
 * fetched completely, then waits until somebody asks for it (src/ui/offline.ts), or all pages of the old one are gone.
 */

/** Filled in by the build: a digest of all files. */
declare const VERSION: string
/** Filled in by the build: each file from the page's folder, `./` being the page itself, and what it must hold. */
declare const FILES: readonly (readonly [path: string, integrity: string])[]

const worker = self as unknown as ServiceWorkerGlobalScope
const SCOPE = worker.registration.scope
/** Caches belong to the whole site, on which there may be other copies of the lab in other folders. */
const PREFIX = `heap-lab ${SCOPE} `
const CACHE = PREFIX + VERSION

worker.addEventListener('install', (event) => event.waitUntil(fetchAll()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET' && request.url.startsWith(SCOPE)) event.respondWith(answer(request))
})

async function fetchAll(): Promise<void> {
  const cache = await caches.open(CACHE)
  await Promise.all(
    FILES.map(async ([path, integrity]) => {
      const url = new URL(path, SCOPE).href
      // Their names change with their contents: what the version before had need not be fetched again.
      const known = path.startsWith('assets/') ? await caches.match(url) : undefined
      await cache.put(url, known ?? (await fetched(url, integrity)))
    }),
  )
}

/** Rejects what is not of this version, because the server has moved on: then the version before stays in use. */
async function fetched(url: string, integrity: string): Promise<Response> {
  const response = await fetch(url, { integrity, cache: 'no-cache' })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response
}

async function takeOver(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  // The one before stays: pages of it may still be open and load their parts.
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url)
  const url = origin + pathname
  const isPage = url === SCOPE || url === `${SCOPE}index.html`
  const own = await caches.open(CACHE)
  return (await own.match(isPage ? SCOPE : url)) ?? (await caches.match(url)) ?? fetch(request)
}
