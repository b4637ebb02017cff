import type { Lab, Services, Shelf } from '../../src/state/index.ts'
import { createLab } from '../../src/state/index.ts'
import { Client, type Transport } from '../../src/worker/client.ts'

/** A lab for a test, and what the outside world got to see of it. */
export interface TestLab {
  readonly lab: Lab
  readonly kept: Map<string, string>
  readonly copied: string[]
  readonly downloads: { readonly name: string; readonly text: string }[]
  readonly hashes: string[]
  /** How often the page was to be loaded again. */
  reloads: number
  /** The worker that runs now dies. */
  kill(reason: string): void
}

export interface Wishes {
  /** Where scenarios are kept; nowhere unless said. */
  readonly shelf?: Shelf | null
  /** What an earlier visit left. */
  readonly kept?: ReadonlyMap<string, string>
  readonly clipboard?: boolean
  /** Whether the person wants no motion; then a first visit does not play by itself. True unless said. */
  readonly calm?: boolean
  /** What the site has besides the page, by URL. */
  readonly site?: ReadonlyMap<string, string>
}

/** Waits shorter than this are cut short; what a person has time to read stays as long as it does on the page. */
const PATIENCE_MS = 2000

/** Starts a lab over an engine that `transport` reaches. */
export function labOver(
  transport: () => Transport & { kill(reason: string): void },
  { kept: before = new Map(), shelf = null, clipboard = true, calm = true, site = new Map() }: Wishes = {},
): TestLab {
  const kept = new Map(before)
  const tab = new Map<string, string>()
  const copied: string[] = []
  const downloads: { name: string; text: string }[] = []
  const hashes: string[] = []
  let kill: (reason: string) => void = () => {}
  const services: Services = {
    connect: (events) => {
      const made = transport()
      kill = (reason) => made.kill(reason)
      return new Client(made, events)
    },
    keep: { read: (key) => kept.get(key) ?? null, write: (key, text) => void kept.set(key, text) },
    tab: { read: (key) => tab.get(key) ?? null, write: (key, text) => void tab.set(key, text) },
    shelf: shelf === null ? null : () => Promise.resolve(shelf),
    after: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds < PATIENCE_MS ? Math.min(milliseconds, 5) : milliseconds)
      return () => clearTimeout(timer)
    },
    pageUrl: () => 'https://lab.example/',
    setHash: (hash) => void hashes.push(hash),
    fetchText: (url, most) => {
      const text = site.get(url) ?? null
      if (text !== null && text.length > most) return Promise.reject(new Error('too long'))
      return Promise.resolve(text)
    },
    calm: () => calm,
    copy: (text) => {
      if (!clipboard) return Promise.reject(new Error('not allowed'))
      copied.push(text)
      return Promise.resolve()
    },
    download: (name, content) => {
      const text = typeof content === 'string' ? content : Buffer.concat(content).toString()
      downloads.push({ name, text })
    },
    reload: () => {
      test.reloads++
    },
  }
  const lab = createLab(services)
  const test: TestLab = { lab, kept, copied, downloads, hashes, reloads: 0, kill: (reason) => kill(reason) }
  return test
}
