import { createRoot } from 'react-dom/client'
import { createLab, followLink, type Services, save, start, tellNewVersion } from '../state/index.ts'
import { Client } from '../worker/client.ts'
import { workerTransport } from '../worker/transport.ts'
import { App } from './App.tsx'
import { keepOffline, reloadNewest } from './offline.ts'
import { saveFile } from './saving.ts'
import './styles/tokens.css'
import './styles/page.css'
import './styles/controls.css'
import './styles/panels.css'
import './styles/program.css'
import './styles/lesson.css'
import './styles/phone.css'

/** What this browser gives. Everything below takes it as a parameter. */
const services: Services = {
  connect: (events) => {
    const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' })
    return new Client(workerTransport(worker), events)
  },
  keep: {
    read: (key) => tried(() => localStorage.getItem(key)),
    write: (key, text) => tried(() => localStorage.setItem(key, text)),
  },
  tab: {
    read: (key) => tried(() => sessionStorage.getItem(key)),
    write: (key, text) => tried(() => sessionStorage.setItem(key, text)),
  },
  // Loaded when there is something to keep; a page without storage has none.
  shelf: () => import('./shelf.ts').then(({ browserShelf }) => browserShelf),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
  pageUrl: () => location.href.replace(/#.*$/, ''),
  // An empty address would leave the hash as it is.
  setHash: (hash) => history.replaceState(null, '', hash || location.pathname + location.search),
  fetchText,
  calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  copy: (text) => navigator.clipboard.writeText(text),
  reload: () => void reloadNewest(),
  download: saveFile,
}

/** Storage may be switched off or full; then nothing is kept, and the page works all the same. */
function tried<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

/** A text of this site: the content policy of the page allows no other. */
async function fetchText(url: string, most: number): Promise<string | null> {
  const response = await fetch(url)
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`${url}: the server answers ${response.status}.`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done = true, value = '' } = (await reader?.read()) ?? {}
    text += value
    if (text.length > most) {
      void reader?.cancel()
      throw new Error(`${url} has more than ${most} characters.`)
    }
    if (done) return text
  }
}

const lab = createLab(services)
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App lab={lab} />)
void start(lab, location.hash)
if (import.meta.env.PROD) {
  // What the first moment needs goes first.
  const stop = lab.store.subscribe(({ moment, embedded }) => {
    if (moment === null) return
    stop()
    // In a frame of somebody's page, a copy of its own for that page would only take room.
    if (!embedded) void keepOffline(() => tellNewVersion(lab))
  })
}
// What was typed a moment ago waits to be written.
addEventListener('pagehide', () => save(lab))
addEventListener('hashchange', () => void followLink(lab, location.hash))
