import { fromBase64url, toBase64url } from './base64url.ts'
import { deflate, inflate } from './compress.ts'
import { dictionaryOf } from './dictionaries/index.ts'
import { pack, unpack } from './pack.ts'
import { type Read, type Saved, unreadable } from './saved.ts'
import { upgrade, VERSION } from './upgrade.ts'
import { validate, withoutUsualOptions } from './validate.ts'

/** Longest text that is sure to survive mail, chat and browsers as part of a URL. */
export const LINK_LIMIT = 8000

/**
 * Most characters that are looked at, and most bytes that they may unpack to: far more than links of LINK_LIMIT need,
 * and little enough that no link holds up the page.
 */
const TEXT_LIMIT = 1 << 18
const UNPACKED_LIMIT = 1 << 20
const CHECKSUM_BYTES = 3

/** A saved scenario as text. */
export interface Encoded {
  readonly text: string
  readonly length: number
  /** Longer than LINK_LIMIT: offer a scenario file instead. */
  readonly tooLong: boolean
}

/**
 * `VERSION.PAYLOAD`: JSON with short keys and without defaults, deflated with a dictionary, behind three
 * bytes of checksum, in base64url. The same scenario always gives the same text.
 */
export function encode(saved: Saved): Encoded {
  const json = new TextEncoder().encode(JSON.stringify(pack(withoutDefaults(saved))))
  const packed = deflate(json, dictionaryOf(VERSION))
  const bytes = new Uint8Array(CHECKSUM_BYTES + packed.length)
  bytes.set(checksum(json))
  bytes.set(packed, CHECKSUM_BYTES)
  const text = `${VERSION}.${toBase64url(bytes)}`
  return { text, length: text.length, tooLong: text.length > LINK_LIMIT }
}

/** Reads what `encode` wrote, of this version or an older one. Never throws, whatever the text. */
export function decode(text: string): Read {
  if (text.length > TEXT_LIMIT)
    return unreadable('too large', 'This link is too long to be one of Heap Lab’s.')
  const match = /^([1-9]\d{0,5})\.([\w-]*)$/.exec(text)
  if (match === null) return unreadable('not ours', 'This is not a link to a Heap Lab scenario.')
  const version = Number(match[1])
  if (version > VERSION) return newer('link', version)
  const bytes = fromBase64url(match[2]!)
  if (bytes === null)
    return unreadable('corrupt', 'This link is damaged: it has characters that no link has.')
  return decodeBytes(bytes, version)
}

/** The reading of something that a newer version made. */
export function newer(what: 'link' | 'file', version: number): Read {
  return unreadable(
    'newer',
    `This ${what} was made by a newer Heap Lab: it has version ${version}, and this page reads up to ${VERSION}. Reloading the page may help.`,
  )
}

/** Upgrades and validates a saved form of any version. */
export function accept(value: unknown, version: number): Read {
  try {
    return validate(upgrade(value, version))
  } catch {
    return unreadable('corrupt', `This scenario is damaged: it is no scenario of version ${version}.`)
  }
}

function decodeBytes(bytes: Uint8Array, version: number): Read {
  if (bytes.length <= CHECKSUM_BYTES) return truncated()
  const json = inflate(bytes.subarray(CHECKSUM_BYTES), dictionaryOf(version), UNPACKED_LIMIT)
  if (json === 'truncated') return truncated()
  if (json === 'too large')
    return unreadable('too large', 'This link is too large: it unpacks to more than a mebibyte.')
  if (json === 'corrupt' || !sameBytes(checksum(json), bytes))
    return unreadable('corrupt', 'This link is damaged: its contents are not what was saved.')
  try {
    return accept(unpack(JSON.parse(new TextDecoder().decode(json))), version)
  } catch {
    return unreadable('corrupt', 'This link is damaged: it does not hold a scenario.')
  }
}

function truncated(): Read {
  return unreadable('truncated', 'This link is cut off: its end is missing. Copy the whole of it.')
}

/** The same scenario, position and view, with as few words as possible; keys always in the same order. */
function withoutDefaults({ scenario, position, view }: Saved): object {
  const { title, source, allocator, process, run } = withoutUsualOptions(scenario)
  return {
    scenario: { title, source, allocator, process, run },
    position: Object.fromEntries(Object.entries(position).filter(([, count]) => count !== 0)),
    view,
  }
}

/** FNV-1a (Fowler, Noll, Vo) folded to 24 bits. */
function checksum(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  hash ^= hash >>> 24
  return Uint8Array.of(hash >>> 16, hash >>> 8, hash)
}

function sameBytes(expected: Uint8Array, start: Uint8Array): boolean {
  return expected.every((byte, i) => byte === start[i])
}
