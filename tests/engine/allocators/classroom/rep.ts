import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Rig } from '../../../support/rig.ts'

/** The requests of a malloc-lab trace that is known to be well formed; frees of NULL are left out. */
export interface Requests {
  readonly ids: number
  /** 'a', 'r' or 'f' as character codes. */
  readonly kind: Uint8Array
  readonly id: Int32Array
  readonly size: Float64Array
}

const REALLOC = 114
const FREE = 102

export function readRequests(path: string): Requests {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
  const lines = text.split('\n').filter((line) => /^[arf] \d/.test(line))
  const kind = new Uint8Array(lines.length)
  const id = new Int32Array(lines.length)
  const size = new Float64Array(lines.length)
  let ids = 0
  lines.forEach((line, i) => {
    const [letter, name, bytes] = line.split(' ')
    kind[i] = letter!.charCodeAt(0)
    id[i] = Number(name)
    size[i] = Number(bytes ?? 0)
    ids = Math.max(ids, id[i]! + 1)
  })
  return { ids, kind, id, size }
}

/** What a run answered: every address (0 for frees), and the most bytes live at once. */
export interface Run {
  readonly addresses: Float64Array
  readonly peak: number
}

/** Runs the requests; probes are counted anew for each, as a session does. */
export function run({ allocator, context }: Rig, requests: Requests): Run {
  const { kind, id, size } = requests
  const pointers = new Float64Array(requests.ids)
  const sizes = new Float64Array(requests.ids)
  const addresses = new Float64Array(kind.length)
  let live = 0
  let peak = 0
  for (let i = 0; i < kind.length; i++) {
    const name = id[i]!
    context.stats.probes = 0
    live -= kind[i] === FREE || kind[i] === REALLOC ? sizes[name]! : 0
    sizes[name] = size[i]!
    live += size[i]!
    peak = Math.max(peak, live)
    if (kind[i] === FREE) allocator.free(pointers[name]!)
    else {
      pointers[name] =
        kind[i] === REALLOC ? allocator.realloc(pointers[name]!, size[i]!) : allocator.malloc(size[i]!)
      addresses[i] = pointers[name]!
    }
  }
  return { addresses, peak }
}
