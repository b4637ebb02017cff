import type { KeptBody, KeptHead, Shelf } from '../state/index.ts'
import { ShelfFull } from '../state/index.ts'

const DATABASE = 'heap-lab'
const VERSION = 1
/** What lists tell, and what is kept, apart: a list of many scenarios must not read them all. */
const HEADS = 'heads'
const BODIES = 'bodies'

type Stores = Readonly<Record<typeof HEADS | typeof BODIES, IDBObjectStore>>

/** Keeps scenarios in the browser's database. */
export const browserShelf: Shelf = {
  stamp: () => ({ id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, time: Date.now() }),
  heads: () => read<readonly KeptHead[]>(({ heads }) => heads.getAll()),
  body: async (id) => (await read<KeptBody | undefined>(({ bodies }) => bodies.get(id))) ?? null,
  async write(head, body, expected) {
    let isTheirs = false
    await write(({ heads, bodies }) => {
      whenRead<KeptHead | undefined>(heads.get(head.id), (there) => {
        isTheirs = there !== undefined && there.revision !== expected
        if (isTheirs) return
        heads.put(head)
        bodies.put(body, head.id)
      })
    })
    return !isTheirs
  },
  retitle: (id, title) =>
    write(({ heads }) => {
      whenRead<KeptHead | undefined>(heads.get(id), (there) => {
        if (there !== undefined) heads.put({ ...there, title })
      })
    }),
  remove: (id) =>
    write(({ heads, bodies }) => {
      heads.delete(id)
      bodies.delete(id)
    }),
  async room() {
    const { usage, quota } = (await navigator.storage?.estimate()) ?? {}
    return usage === undefined || quota === undefined ? null : { used: usage, allowed: quota }
  },
}

let opened: Promise<IDBDatabase> | null = null

/** The database; where it cannot be opened it is tried again the next time. */
function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(HEADS, { keyPath: 'id' })
      request.result.createObjectStore(BODIES)
    }
    request.onsuccess = () => {
      const made = request.result
      made.onclose = forget
      made.onversionchange = () => {
        made.close()
        forget()
      }
      resolve(made)
    }
    request.onerror = () => reject(reasonOf(request.error))
    request.onblocked = () => reject(new Error('Another tab holds the storage of this page.'))
  }).catch((error) => {
    forget()
    throw error
  })
  return opened
}

function forget(): void {
  opened = null
}

async function read<T>(ask: (stores: Stores) => IDBRequest): Promise<T> {
  const transaction = (await database()).transaction([HEADS, BODIES])
  const request = ask(storesOf(transaction))
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(reasonOf(request.error))
  })
}

/** All of `act` is written, or nothing. */
async function write(act: (stores: Stores) => void): Promise<void> {
  const transaction = (await database()).transaction([HEADS, BODIES], 'readwrite')
  act(storesOf(transaction))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(reasonOf(transaction.error))
    transaction.onerror = () => reject(reasonOf(transaction.error))
  })
}

function storesOf(transaction: IDBTransaction): Stores {
  return { heads: transaction.objectStore(HEADS), bodies: transaction.objectStore(BODIES) }
}

function whenRead<T>(request: IDBRequest, act: (value: T) => void): void {
  request.onsuccess = () => act(request.result as T)
}

function reasonOf(error: DOMException | null): Error {
  if (error?.name === 'QuotaExceededError') return new ShelfFull(error.message)
  return error ?? new Error('The storage of the browser does not answer.')
}
