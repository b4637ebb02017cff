import { type Address, type Bytes, PAGE_SIZE } from '../units.ts'
import { type Entry, entryAt, type Snapshot } from './snapshot.ts'

/** How many bytes of [from, to) are not the same in two snapshots. A page without bytes of its own is zeros; pages that both share cost nothing. */
export function differingBytes(a: Snapshot, b: Snapshot, from: Address, to: Address): Bytes {
  let count = 0
  for (let address = from; address < to; ) {
    const page = Math.floor(address / PAGE_SIZE)
    const start = page * PAGE_SIZE
    const end = Math.min(to, start + PAGE_SIZE)
    const one = entryAt(a, page)
    const other = entryAt(b, page)
    if (one !== other) count += differing(one, other, address - start, end - start)
    address = end
  }
  return count
}

/** The bytes of [from, from + length) as they are in a snapshot. */
export function bytesIn(snapshot: Snapshot, from: Address, length: Bytes): Uint8Array {
  const out = new Uint8Array(length)
  for (let done = 0; done < length; ) {
    const page = Math.floor((from + done) / PAGE_SIZE)
    const start = from + done - page * PAGE_SIZE
    const part = bytesOf(entryAt(snapshot, page)).subarray(start, start + length - done)
    out.set(part, done)
    done += part.length
  }
  return out
}

function differing(a: Entry, b: Entry, from: number, to: number): Bytes {
  const one = bytesOf(a)
  const other = bytesOf(b)
  let count = 0
  for (let i = from; i < to; i++) if (one[i] !== other[i]) count++
  return count
}

const NOTHING = new Uint8Array(PAGE_SIZE)

function bytesOf(entry: Entry): Uint8Array {
  return entry === undefined || entry.length === 0 ? NOTHING : entry
}
