import { pathToFileURL } from 'node:url'
import { NASTY } from './nasty.ts'
import { run } from './support.ts'

/*
 * Mutated preprocessor input: whatever the text, it is read to an end. Run by hand:
 *
 *   node --import tsx tests/engine/workload/c/pp/fuzz.ts [count] [seed]
 */

const SEEDS = [
  ...Object.values(NASTY),
  '#include <stdio.h>\n#include "main.c"\n#include "a.h"\nint main(void) { printf("%d\\n", 1); }\n',
  'int a;\n<<<<<<< HEAD\nint b;\n=======\nint c;\n>>>>>>> x\n“é” \u00a0 ‘x’ \uFEFF 🙂 /* open',
]

/** Pieces that are put where they do not belong. */
const STRANGERS = [
  ...'#define #undef #if #elif #else #endif #ifdef #ifndef #include #line #pragma #error _Pragma( defined'.split(
    ' ',
  ),
  ...'# ## ( ) , ... \\ " \' < > /* */ // @ ` __VA_ARGS__ __VA_OPT__( __LINE__ __has_include( f( x a 1 0x 1/0'.split(
    ' ',
  ),
  ...[
    '\n',
    '\\\n',
    '\n#define f(x) x x\n',
    '\n#define a b a\n',
    '\n#if f(1)\n',
    '\u00a0',
    '“',
    '\0',
    '\ud800',
    '"\\u',
    "'",
  ],
]

/** A source of numbers from 0 below 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of the seeds with up to eight changes. */
function mutant(random: () => number): string {
  const below = (end: number) => Math.floor(random() * end)
  let text = SEEDS[below(SEEDS.length)]!
  for (let changes = 1 + below(8); changes > 0; changes--) {
    const from = below(text.length + 1)
    const to = Math.min(text.length, from + below(12))
    const other = SEEDS[below(SEEDS.length)]!
    const at = below(other.length)
    const inserts = [
      '',
      STRANGERS[below(STRANGERS.length)]!,
      other.slice(at, at + below(60)),
      text.slice(from, to).repeat(2),
    ]
    text = text.slice(0, from) + inserts[below(inserts.length)]! + text.slice(random() < 0.5 ? from : to)
  }
  return text
}

/** What a run of mutants came to. A mutant that makes the preprocessor throw ends the run with its text. */
export interface FuzzResult {
  readonly count: number
  readonly withErrors: number
  readonly slowestMs: number
  readonly slowest: string
}

export function fuzz(count: number, seed: number): FuzzResult {
  const random = randomFrom(seed)
  let withErrors = 0
  let slowestMs = 0
  let slowest = ''
  for (let i = 0; i < count; i++) {
    const text = mutant(random)
    const start = performance.now()
    try {
      const { errors } = run(text, {
        files: [
          { name: 'main.c', text },
          { name: 'a.h', text: 'a\n' },
        ],
      })
      if (errors.length > 0) withErrors++
    } catch (reason) {
      throw new Error(`mutant ${i} of seed ${seed}: ${JSON.stringify(text)}`, { cause: reason })
    }
    const took = performance.now() - start
    if (took > slowestMs) {
      slowestMs = took
      slowest = text
    }
  }
  return { count, withErrors, slowestMs, slowest }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [count = 200_000, seed = 1] = process.argv.slice(2).map(Number)
  process.stdout.write(`${JSON.stringify(fuzz(count, seed), null, 2)}\n`)
}
