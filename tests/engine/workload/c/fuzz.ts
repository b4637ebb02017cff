import { parse } from '../../../../src/engine/workload/c/parse/index.ts'
import { preprocess } from '../../../../src/engine/workload/c/pp/index.ts'
import { CompileStop, Diagnostics } from '../../../../src/engine/workload/c/source.ts'
import { SEEDS } from './fuzz-seeds.ts'

/*
 * Mutated C programs: whatever the text, a compiler says what is wrong and ends. fuzz-compile.ts has the whole compiler
 * and the machine under test, fuzz-long.ts runs by hand for as long as one likes.
 */

/** A source of numbers from 0 below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const TOKEN = /\s+|L?"(?:[^"\\\n]|\\.)*"|L?'(?:[^'\\\n]|\\.)*'|\w+|\.\.\.|<<=|>>=|[-+*/%&|^<>=!#]=?|./gs

/** Tokens that are put where they do not belong. */
const STRANGERS = `( ) [ ] { } ; , . -> ... ? : = == += * & && ! ~ - ++ # ## \\ @ $ é
  if else for while do switch case default return break continue goto sizeof typedef struct union enum static extern
  const int char unsigned long void double _Generic _Static_assert _Alignas __attribute__ __extension__ typeof asm
  0 1 0x 1e 08 3.f 99999999999999999999 'x' '' "s" " ' L"w" x main T class new std:: /* */ // #define #if #endif #include`.split(
  /\s+/,
)

const LETTERS = '(){}[];,.*&+-<>=!?:#"\'\\/ \n\0aZ09_\u00e9\u{1f600}'

interface Maker {
  readonly random: () => number
  readonly seeds: readonly string[]
}

function below({ random }: Maker, end: number): number {
  return Math.floor(random() * end)
}

function pick<T>(maker: Maker, list: ArrayLike<T>): T {
  return list[below(maker, list.length)]!
}

type Mutation<T> = (maker: Maker, parts: T[], strange: () => T[]) => void

/** Changes to a list of letters or of tokens. `strange` makes something that comes from elsewhere. */
const MUTATIONS: readonly Mutation<string>[] = [
  (maker, parts) => parts.splice(below(maker, parts.length), 1),
  (maker, parts) => parts.splice(below(maker, parts.length), 1 + below(maker, 8)),
  (maker, parts, strange) => parts.splice(below(maker, parts.length), 0, ...strange()),
  (maker, parts, strange) => parts.splice(below(maker, parts.length), 1, ...strange()),
  (maker, parts) => {
    const at = below(maker, parts.length)
    parts.splice(below(maker, parts.length), 0, ...parts.slice(at, at + 1 + below(maker, 12)))
  },
  (maker, parts) => {
    const a = below(maker, parts.length)
    const b = below(maker, parts.length)
    const kept = parts[a]!
    parts[a] = parts[b]!
    parts[b] = kept
  },
  (maker, parts) => {
    if (below(maker, 8) === 0) parts.length = below(maker, parts.length) + 1
  },
  (maker, parts) => {
    if (below(maker, 20) > 0) return
    const at = below(maker, parts.length)
    const piece = parts.slice(at, at + 1 + below(maker, 4))
    parts.splice(at, 0, ...Array.from({ length: 500 }, () => piece).flat())
  },
]

/** A seed program after mutations of its letters or its tokens: one for every other program, else up to six. */
export function mutant(random: () => number, seeds: readonly string[] = SEEDS): string {
  const maker = { random, seeds }
  let text = pick(maker, seeds)
  const most = below(maker, 2) === 0 ? 1 : 6
  for (let rounds = 1 + below(maker, most); rounds > 0; rounds--) {
    const isByLetter = below(maker, 3) === 0
    const parts = isByLetter ? [...text] : (text.match(TOKEN) ?? [])
    if (parts.length === 0) return text
    pick(maker, MUTATIONS)(maker, parts, () => strangers(maker, isByLetter))
    text = parts.join('')
  }
  return text
}

function strangers(maker: Maker, isByLetter: boolean): string[] {
  if (isByLetter) return [pick(maker, [...LETTERS])]
  if (below(maker, 3) > 0) return [' ', pick(maker, STRANGERS), ' ']
  const others = pick(maker, maker.seeds).match(TOKEN) ?? []
  const at = below(maker, others.length)
  return others.slice(at, at + 1 + below(maker, 15))
}

/** A text that a compiler did not take well, and what it did. */
export interface Complaint {
  /** The mutant's own seed. */
  readonly number: number
  readonly text: string
  readonly what: string
}

/** Preprocesses and parses a text. Throws what goes wrong, also for messages that stand nowhere in it. */
export function readFrontEnd(text: string): void {
  const diagnostics = new Diagnostics()
  const options = { files: [], headers: () => '', model: 'lp64', defines: [] } as const
  try {
    parse(preprocess({ name: 'main.c', text }, options, diagnostics), 'main.c', diagnostics)
  } catch (stop) {
    if (!(stop instanceof CompileStop)) throw stop
    if (diagnostics.errors === 0) throw new Error('stopped without an error')
  }
  checkPlaces(text, diagnostics)
}

/** Throws if a message is empty or its place is not in the text. */
export function checkPlaces(text: string, { list }: Diagnostics): void {
  const lines = text.split('\n')
  for (const { message, place } of list) {
    const line = lines[place.line - 1]
    const isInside = line !== undefined && place.column >= 1 && place.column <= line.length + 1
    if (message === '' || !isInside) throw new Error(`a bad place: ${place.line}:${place.column}: ${message}`)
  }
}

/** How to fuzz. */
export interface FuzzOptions {
  /** Most milliseconds of processor time for one mutant; 1000 unless given. */
  readonly most?: number
  /** The programs that are mutated; SEEDS unless given. */
  readonly seeds?: readonly string[]
}

/** Runs `compile` on the mutants `seed`, `seed + 1` …; complains of each that throws or takes too long. */
export function fuzz(
  compile: (text: string, number: number) => void,
  count: number,
  seed: number,
  { most = 1000, seeds = SEEDS }: FuzzOptions = {},
): Complaint[] {
  const complaints: Complaint[] = []
  for (let number = seed; number < seed + count; number++) {
    const text = mutant(randomFrom(number), seeds)
    const start = processorTime()
    const complain = (what: string) => complaints.push({ number, text, what })
    try {
      compile(text, number)
    } catch (error) {
      complain(error instanceof Error ? (error.stack ?? error.message) : 'thrown')
    }
    const spent = processorTime() - start
    if (spent > most) complain(`took ${spent.toFixed(0)} ms`)
  }
  return complaints
}

/** Milliseconds of processor time of this process: a busy machine does not make a compile slow. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
