/** Milliseconds between two looks for a new version on a page that stays open. */
const LOOK_EVERY_MS = 60 * 60 * 1000

/**
 * Has the browser keep the page for use without a network, and calls `onNewVersion` when a newer one has been fetched.
 * Where the browser does not want to (an address without https, a private window), the page works without.
 */
export async function keepOffline(onNewVersion: () => void): Promise<void> {
  const registration = await registered().catch(() => undefined)
  if (registration === undefined) return
  const tell = () => {
    // Without an active one this is the first version, which has nobody to wait for.
    if (registration.waiting !== null && registration.active !== null) onNewVersion()
  }
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell)
  })
  tell()
  tellTakeover(onNewVersion)
  const look = () => void registration.update().catch(() => undefined)
  setInterval(look, LOOK_EVERY_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
}

async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined
  const { serviceWorker } = navigator
  await serviceWorker.register(new URL('sw.js', document.baseURI), { updateViaCache: 'none' })
  return serviceWorker.getRegistration()
}

/** When the page was loaded anew in another tab, the new version is in force there: this tab still shows the old one. */
function tellTakeover(onNewVersion: () => void): void {
  let isFirst = navigator.serviceWorker.controller === null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!isFirst) onNewVersion()
    isFirst = false
  })
}

/** Loads the page again in the newest version that has been fetched. */
export async function reloadNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  const waiting = registration?.waiting
  if (waiting == null) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take over')
}
