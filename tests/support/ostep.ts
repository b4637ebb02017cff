import { execFileSync } from 'node:child_process'
import { ostep } from '../../src/cli/ostep.ts'
import { type Random, seeded } from './gauntlet.ts'

/** What a run of the homework program leaves. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the lab's `ostep` with these arguments. */
export function runOstep(args: readonly string[]): Outcome {
  let out = ''
  let err = ''
  const code = ostep(
    [...args],
    (text) => {
      out += text
    },
    (text) => {
      err += text
    },
  )
  return { code, out, err }
}

/** Runs one program text again and again in one Python, each time as if it were started with other arguments. */
const RUNNER = `
import contextlib, io, json, sys, traceback
program = compile(open(sys.argv[1]).read(), 'malloc.py', 'exec')
outcomes = []
for args in json.load(sys.stdin):
    sys.argv = ['malloc.py'] + args
    out, err, code = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            exec(program, {'__name__': '__main__'})
        except SystemExit as end:
            code = end.code or 0
        except Exception as error:
            code = 1
            err.write(''.join(traceback.format_exception_only(type(error), error)))
    outcomes.append({'code': code, 'out': out.getvalue(), 'err': err.getvalue()})
json.dump(outcomes, sys.stdout)
`

/** Runs the original at `path` with each list of arguments; of an exception only the last line is kept. */
export function runOriginal(path: string, lines: readonly (readonly string[])[]): Outcome[] {
  const answer = execFileSync('python3', ['-c', RUNNER, path], {
    input: JSON.stringify(lines),
    maxBuffer: 1 << 30,
    env: { ...process.env, COLUMNS: '80' },
  })
  return JSON.parse(answer.toString()) as Outcome[]
}

type Values = readonly (string | number)[]

/** An option's names, and values to try: sensible ones, then odd ones. */
const OPTIONS: readonly [short: string, long: string, sensible: Values, odd: Values][] = [
  [
    '-s',
    '--seed',
    [0, 1, 2, 3, 4, 5, 77, 1000],
    [-5, '4294967296', '0x1f', '0b101', '017', '1_0', '089', 'abc', ''],
  ],
  ['-S', '--size', [10, 50, 100, 1000, 5000], [0, -10, 1, '1e3']],
  ['-b', '--baseAddr', [0, 1000, 16384], [-1, -50, 2 ** 45]],
  ['-H', '--headerSize', [0, 1, 4, 16], [-1, -4, 100]],
  ['-a', '--alignment', [-1, 1, 4, 7, 16], [0, -2]],
  ['-p', '--policy', ['BEST', 'WORST', 'FIRST'], ['best', 'NEXT']],
  ['-l', '--listOrder', ['ADDRSORT', 'SIZESORT+', 'SIZESORT-', 'INSERT-FRONT', 'INSERT-BACK'], ['SORT']],
  ['-n', '--numOps', [5, 10, 30, 100, 400], [0, -3]],
  ['-r', '--range', [1, 5, 10, 30, 100], [0, -5, -20, 1000000]],
  ['-P', '--percentAlloc', [10, 30, 50, 60, 80, 100], [0, -5, 1, 200]],
]
const SWITCHES = ['-C', '-c', '--coalesce', '--compute', '-cC', '--comp', '-c']
const STRAYS = ['-h', '--help', '--', 'word', '-', '-q', '--s', '--zz', '--coalesce=1', '-n', '--he']
const ODD_ITEMS = [
  '+0',
  '+-5',
  '++5',
  '-+1',
  '+ 5',
  '+5+6',
  '-0-1',
  '',
  'x',
  '+',
  '-',
  '+1_0',
  '+99999999999999999999',
]

/** A random command line; with `odd`, one that may hold any nonsense. */
export function randomArguments(seed: number, odd: boolean): string[] {
  const random = seeded(seed)
  const args: string[] = []
  for (const [short, long, sensible, strange] of OPTIONS) {
    if (random(2) === 0) continue
    const values = odd && random(4) === 0 ? strange : sensible
    args.push(...spelled(random, short, long, String(pick(random, values))))
  }
  if (random(3) === 0) args.push(...spelled(random, '-A', '--allocList', randomList(random, odd)))
  for (let i = random(3); i >= 0; i--) args.push(pick(random, SWITCHES))
  if (odd && random(8) === 0) args.splice(random(args.length + 1), 0, pick(random, STRAYS))
  return args
}

function spelled(random: Random, short: string, long: string, value: string): string[] {
  const forms = [[short + value], [short, value], [`${long}=${value}`], [long, value]]
  if (long.length > 8) forms.push([`${long.slice(0, -1)}=${value}`])
  return pick(random, forms)
}

function randomList(random: Random, odd: boolean): string {
  const items: string[] = []
  for (let i = random(20); i >= 0; i--) {
    if (odd && random(10) === 0) items.push(pick(random, ODD_ITEMS))
    else items.push(random(2) === 0 ? `+${1 + random(30)}` : `-${random(6)}`)
  }
  return items.join(',')
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random(from.length)]!
}
