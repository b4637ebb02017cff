import { createRoot } from 'react-dom/client'
import { createLab, followLink, type Services, start } from '../state/index.ts'
import { Client } from '../worker/client.ts'
import { workerTransport } from '../worker/transport.ts'
import { App } from './App.tsx'
import './styles/tokens.css'
import './styles/page.css'
import './styles/controls.css'
import './styles/panels.css'
import './styles/program.css'
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
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
  pageUrl: () => location.href.replace(/#.*$/, ''),
  setHash: (hash) => history.replaceState(null, '', hash),
  copy: (text) => navigator.clipboard.writeText(text),
  download: (name, text) => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: name })
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  },
}

/** Storage may be switched off or full; then nothing is kept, and the page works all the same. */
function tried<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

const lab = createLab(services)
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App lab={lab} />)
void start(lab, location.hash)
addEventListener('hashchange', () => void followLink(lab, location.hash))
