import type { Step, StepKind } from '../allocators/index.ts'
import { addressText, bytesText, counted, thousands } from '../format.ts'
import { errnoName, errnoText } from '../kernel/index.ts'
import { type Address, alignUp, type Bytes } from '../units.ts'
import type { Access } from './views.ts'

/** What a sentence needs to know beside the step itself. */
export interface SentenceContext {
  /** The operation as C, as in `Moment.call`: `p[3] = malloc(64)`, `free(p[3])`. */
  readonly call: string
  /** What the step read and wrote, if known. */
  readonly accesses?: readonly Access[]
  /** Bytes of all free chunks at this moment, if known. */
  readonly free?: Bytes
}

type StepOf<K extends StepKind> = Extract<Step, { kind: K }>
type Teller<K extends StepKind> = (step: StepOf<K>, context: SentenceContext) => string

/** The step in one or two plain sentences, with the numbers. */
export function sentence(step: Step, context: SentenceContext): string {
  // The table has a teller for each kind; TypeScript cannot see that the two sides of the call agree.
  const tell = TELLERS[step.kind] as Teller<StepKind>
  return tell(step, context)
}

const TELLERS: { readonly [K in StepKind]: Teller<K> } = {
  request,
  visit,
  choose,
  fail,
  split: ({ chunk, size, need, remainder, remainderSize }) => {
    const become =
      remainder === chunk ? 'stay a free chunk there' : `become a free chunk at ${addressText(remainder)}`
    return `Of the ${bytesText(size)} at ${addressText(chunk)}, ${are(need)} needed. The other ${thousands(remainderSize)} ${become}.`
  },
  whole: ({ chunk, size, left, smallest }, { call }) => {
    const owner = parts(call).target ?? 'the block'
    if (left === 0)
      return `The chunk at ${addressText(chunk)} has just the ${bytesText(size)} needed. So ${owner} gets all of it.`
    return `Only ${thousands(left)} of the ${bytesText(size)} at ${addressText(chunk)} would be left, and the smallest chunk to cut off has ${thousands(smallest)}. So ${owner} gets all ${thousands(size)}.`
  },
  coalesce,
  alone: ({ chunk, size, why }) => ALONE[why](addressText(chunk), bytesText(size)),
  link: ({ chunk, size, list, position }) =>
    `The free chunk at ${addressText(chunk)}, ${bytesText(size)}, enters ${listed(list)}${placeInList(position)}.`,
  unlink: ({ chunk, size, list }) =>
    `The chunk at ${addressText(chunk)}, ${bytesText(size)}, leaves ${listed(list)}.`,
  mark: ({ chunk, size, used }) =>
    `The tags of the chunk at ${addressText(chunk)} now say: ${used ? 'in use' : 'free'}, ${bytesText(size)}.`,
  grow: ({ from, to, wanted }) =>
    to === from
      ? `brk is asked to move the break up by ${bytesText(wanted)}. The kernel refuses: it stays at ${addressText(from)}.`
      : `brk moves the break up by ${bytesText(to - from)}, from ${addressText(from)} to ${addressText(to)}.`,
  shrink: ({ from, to }) =>
    to === from
      ? `brk is asked to move the break down. The kernel refuses: it stays at ${addressText(from)}.`
      : `brk moves the break down by ${bytesText(from - to)}, from ${addressText(from)} to ${addressText(to)}: they go back to the kernel.`,
  map: ({ address, length }) =>
    address === 0
      ? `mmap is asked for ${bytesText(length)}. The kernel refuses.`
      : `mmap maps ${bytesText(length)} at ${addressText(address)}.`,
  unmap: ({ address, length }) =>
    `munmap gives the ${bytesText(length)} at ${addressText(address)} back to the kernel.`,
  inPlace,
  copy: ({ from, to, length }) =>
    `${counted(length, 'byte')} of the old block at ${addressText(from)} ${length === 1 ? 'is' : 'are'} copied to ${addressText(to)}.`,
  clear: ({ address, length }) =>
    length === 1
      ? `The byte at ${addressText(address)} is set to 0.`
      : `The ${bytesText(length)} at ${addressText(address)} are set to 0.`,
  reject: ({ payload, why }, { call }) =>
    `${parts(call).name ?? 'free'} is given ${pointer(payload)} and does not accept it: ${closed(why)}`,
  note: ({ text }) => closed(text),
  access: ({ write, address, length }) =>
    `The program ${write ? 'writes' : 'reads'} ${bytesText(length)} at ${addressText(address)}.`,
  statement: statementSentence,
  end: ({ message }) => closed(message),
  return: returned,
}

function statementSentence(
  { text, where, calls }: StepOf<'statement'>,
  { accesses = [] }: SentenceContext,
): string {
  const place = `${where.charAt(0).toUpperCase()}${where.slice(1)}`
  const what = `${place}: ${text === '}' ? 'the end of the function' : text.replace(/;$/, '')}.`
  // Return addresses and arguments are written by calls, not by the statement that one reads.
  const isOwn = ({ address }: Access) => address < calls.from || address >= calls.to
  const written = accesses.filter((access) => access.write && isOwn(access)).at(-1)
  return written === undefined
    ? what
    : `${what} It writes ${bytesText(written.size)} at ${addressText(written.address)}.`
}

function request(step: StepOf<'request'>, { call }: SentenceContext): string {
  const { requested, overhead, need, unit, overheadFor = 'tags' } = step
  const sum = requested + overhead
  const rounded = alignUp(sum, unit)
  const head = `${parts(call).expression}: ${bytesText(requested)}`
  const whole = overhead > 0 ? `${head} and ${thousands(overhead)} for ${overheadFor}` : head
  if (need > rounded)
    return `${whole} make ${thousands(sum)}, but the smallest chunk that holds them has ${bytesText(need)}.`
  if (rounded > sum)
    return `${whole}, rounded up to a multiple of ${thousands(unit)}, make a chunk of ${bytesText(need)}.`
  return overhead > 0
    ? `${whole} make a chunk of ${bytesText(need)}.`
    : `${head}, and no more than that is needed.`
}

function visit(step: StepOf<'visit'>): string {
  const { by, chunk, size, used, need, verdict } = step
  const look = step.resumes
    ? `${by} goes on behind the last block it gave, at ${addressText(chunk)}`
    : `${by} looks at ${addressText(chunk)}`
  if (used) return `${look}: in use. It goes on.`
  const has = `${look}: free, ${bytesText(size)}`
  const worst = /worst/i.test(by)
  switch (verdict) {
    case 'in use':
      return `${look}: in use. It goes on.`
    case 'too small':
      return `${has}, but ${are(need)} needed. Too small, so it goes on.`
    case 'fits':
      return `${has}, enough for ${thousands(need)}. It stops here.`
    case 'best so far':
      return `${has}, enough for ${thousands(need)}. The ${worst ? 'largest' : 'smallest'} that fits so far; it goes on.`
    case 'not better':
      return `${has}, enough for ${thousands(need)}, but ${worst ? 'no larger' : 'no smaller'} than one it has seen. It goes on.`
  }
}

function choose({ by, chunk, size, need, visits }: StepOf<'choose'>): string {
  const more = size - need
  const fit = `${bytesText(size)}, ${more > 0 ? `${thousands(more)} more than needed` : 'just as many as needed'}`
  const seen = visits > 0 ? `${by} has looked at ${counted(visits, 'chunk')}. ` : ''
  if (seen !== '' && /best/i.test(by))
    return `${seen}The smallest that fits is ${addressText(chunk)}: ${fit}.`
  if (seen !== '' && /worst/i.test(by)) return `${seen}The largest is ${addressText(chunk)}: ${fit}.`
  return `${seen}${seen === '' ? by : 'It'} takes the chunk at ${addressText(chunk)}: ${fit}.`
}

function fail({ by, need, visits, why }: StepOf<'fail'>, { free }: SentenceContext): string {
  if (visits === 0)
    return `${by} has no chunk to look at${why === undefined ? `, and ${are(need)} needed` : `: ${why}`}.`
  const looked = `${by} has looked at ${counted(visits, 'chunk')}`
  const reason = why === undefined ? '' : `: ${why}`
  if (free === undefined || free < need)
    return `${looked} and found none with the ${bytesText(need)} needed${reason}.`
  const together = `${bytesText(free)} ${free === 1 ? 'is' : 'are'} free`
  return `${looked}${reason}. ${together}, but no single chunk that it may take has the ${thousands(need)} needed.`
}

function coalesce(step: StepOf<'coalesce'>): string {
  const { chunk, size, freed, before, after, parts: count } = step
  const result = `become one free chunk of ${bytesText(size)} at ${addressText(chunk)}.`
  if (count === 3 && before && after) {
    return `The chunks before and after ${addressText(freed)} are free too. The three ${result}`
  }
  if (count === 2 && before !== after) {
    return `The chunk ${before ? 'before' : 'after'} ${addressText(freed)} is free too. The two ${result}`
  }
  return `${thousands(count)} free neighbours ${result}`
}

const ALONE: { readonly [W in StepOf<'alone'>['why']]: (chunk: string, size: string) => string } = {
  'no free neighbour': (chunk, size) =>
    `No neighbour of ${chunk} is free. It becomes a free chunk of ${size} by itself.`,
  deferred: (chunk, size) =>
    `${chunk} becomes a free chunk of ${size}. Free neighbours are merged later, when a search fails.`,
  never: (chunk, size) =>
    `${chunk} becomes a free chunk of ${size}. This allocator never merges free neighbours.`,
}

/** A list's name in a sentence, with an article and without what stands behind a comma ("free list, newest first"). */
function listed(name: string): string {
  return name.startsWith('the ') ? name : `the ${name.split(',', 1)[0]}`
}

function placeInList(position: number): string {
  if (position < 0) return ''
  return position === 0 ? ' at its head' : ` behind ${counted(position, 'chunk')}`
}

function inPlace({ chunk, from, to, how }: StepOf<'inPlace'>): string {
  const at = `the chunk at ${addressText(chunk)}`
  const resized = `${to < from ? 'shrinks' : 'grows'} from ${thousands(from)} to ${bytesText(to)}`
  switch (how) {
    case 'fits':
      return `The block stays where it is: ${at} has ${bytesText(from)}, enough for the new size.`
    case 'shrink':
      return `The block stays where it is: ${at} ${resized}.`
    case 'next':
      return `The chunk behind it is free, so ${at} ${resized}. Nothing is copied.`
    case 'top':
      return `Behind it only the break follows, so ${at} ${resized}. Nothing is copied.`
    case 'remap':
      return `mremap changes the mapping at ${addressText(chunk)}: it ${resized}. Nothing is copied.`
  }
}

function returned(step: StepOf<'return'>, { call }: SentenceContext): string {
  const { what, value, errno, filled, name = parts(call).name } = step
  if (what === 'nothing') return name === null ? 'The operation is complete.' : `${name} returns.`
  const answers = `${name ?? 'The call'} answers`
  const error = errno === 0 ? 'sets no errno' : `sets errno to ${errnoName(errno)}: ${errnoText(errno)}`
  if (value === -1) return `${answers} ${what === 'pointer' ? '(void *) -1' : '-1'} and ${error}.`
  if (what === 'number') return `${answers} ${thousands(value)}.`
  if (value !== 0) {
    const then = filled > 0 ? ` The program then writes ${bytesText(filled)} there.` : ''
    return `${answers} ${addressText(value)}.${then}`
  }
  return `${answers} NULL and ${error}.`
}

/** A call in C taken apart: `p[3] = malloc(64)` has the target p[3], the expression malloc(64), the name malloc. */
function parts(call: string): { target: string | null; expression: string; name: string | null } {
  const found = /^(?:([^=()]+?) = )?((\w+)\(.*)$/.exec(call)
  if (found === null) return { target: null, expression: call, name: null }
  return { target: found[1] ?? null, expression: found[2]!, name: found[3]! }
}

function pointer(address: Address): string {
  return address === 0 ? 'NULL' : addressText(address)
}

/** "1 is", "64 are". */
function are(count: number): string {
  return `${thousands(count)} ${count === 1 ? 'is' : 'are'}`
}

/** Ends a clause with a full stop, unless it has one. */
function closed(clause: string): string {
  return /[.!?]$/.test(clause) ? clause : `${clause}.`
}
