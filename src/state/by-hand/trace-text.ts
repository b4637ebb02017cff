import { type HandAction, textBytes } from './action.ts'

/** Ids from here on are numbered anew when a trace is read: see src/engine/workload/traces. */
const PLAIN_IDS = 1 << 20

/** What the text of a trace says of itself. Only for texts that can be read to their end. */
export interface TraceFacts {
  /** Lines that are operations. */
  readonly operations: number
  /** The smallest id above all that are used. */
  readonly freshId: number
  /** The operation (from 0) that set the pointer of an id last; -1 if it was freed, and so is NULL. */
  readonly setBy: ReadonlyMap<number, number>
}

/** Reads what must be known of a trace to write on in it. */
export function traceFacts(text: string): TraceFacts {
  const setBy = new Map<number, number>()
  let operations = 0
  let freshId = 0
  for (const line of text.split('\n')) {
    const [, letter, number] = /^\s*([a-zA-Z])(?:\s+(-?\d+))?/.exec(line) ?? []
    if (letter === undefined) continue
    const id = Number(number ?? -1)
    if ('acrmfFuwx'.includes(letter) && id >= 0 && id < PLAIN_IDS) {
      freshId = Math.max(freshId, id + 1)
      if ('acrm'.includes(letter)) setBy.set(id, operations)
      else if (letter === 'f') setBy.set(id, -1)
    }
    operations++
  }
  return { operations, freshId, setBy }
}

/** The line that does an action. `fresh`: an id for a new block. */
export function traceLine(action: HandAction, fresh: number): string {
  switch (action.kind) {
    case 'malloc':
      return `a ${fresh} ${action.size}`
    case 'calloc':
      return `c ${fresh} ${action.count} ${action.size}`
    case 'realloc':
      return `r ${idOf(action.block.name)} ${action.size}`
    case 'free':
      return `f ${idOf(action.block.name)}`
    case 'fill':
      return `w ${idOf(action.block.name)} ${action.offset} ${hex(new Uint8Array(action.length).fill(action.value))}`
    case 'text':
      return `w ${idOf(action.block.name)} ${action.offset} ${hex(textBytes(action.text))}`
  }
}

/** The text with a line behind its last one that is not blank. Counts in its header, if it has one, are made true. */
export function withLine(text: string, line: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const body = text.trimEnd()
  const rest = text.slice(body.length).replace(/^[ \t]*\r?\n/, '')
  const longer = `${body}${body === '' ? '' : newline}${line}${newline}${rest}`
  return withTrueCounts(longer)
}

/** The id that names a block: `p[3]` is 3. */
export function idOf(name: string): number {
  return Number(/\d+/.exec(name)?.[0])
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (each) => each.toString(16).padStart(2, '0')).join('')
}

/** Of four numbers in front of the operations the second and third are ids and operations, of two or three the first two. */
function withTrueCounts(text: string): string {
  const { operations, freshId } = traceFacts(text)
  const head = /^\s*-?\d+(?:\s+-?\d+)*(?=\s)/.exec(text)?.[0] ?? ''
  const count = head.match(/-?\d+/g)?.length ?? 0
  if (count < 2 || count > 4) return text
  const first = count === 4 ? 1 : 0
  let place = -1
  const counted = head.replace(/-?\d+/g, (number) => {
    place++
    if (place === first) return String(Math.max(Number(number), freshId))
    return place === first + 1 ? String(operations) : number
  })
  return counted + text.slice(head.length)
}
