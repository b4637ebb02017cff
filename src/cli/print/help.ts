import type { FlagSpec } from '../args.ts'
import type { CommandInfo } from '../command.ts'
import { table, wrapped } from './table.ts'

const NAME = 'npm run -s cli --'

/** What the program can do. */
export function* overview(commands: readonly CommandInfo[]): Iterable<string> {
  yield `Heap Lab: runs a workload against a simulated heap allocator.\n\n`
  const rows = commands.map(({ name, operands, summary }) => [
    `  ${NAME} ${name} ${operands}`.trimEnd(),
    summary,
  ])
  yield* table(rows, ['left', 'left'])
  yield `\nFILE is a malloc-lab trace (.rep) or a scenario saved by the page, also gzipped; - is standard input.\n`
  yield `Exit codes: 0 fine, 1 the run had findings, 2 bad usage or input that cannot be read.\n`
  yield `"COMMAND --help" tells of a command's flags.\n`
}

/** One command and its flags. */
export function* commandHelp({ name, operands, summary, flags }: CommandInfo): Iterable<string> {
  yield `${NAME} ${name} ${operands}\n\n${summary}\n`
  if (flags.length === 0) return
  yield '\n'
  const width = Math.max(...flags.map((flag) => flagText(flag).length))
  for (const flag of flags) {
    const [first, ...more] = wrapped(flag.help, 76)
    yield `  ${flagText(flag).padEnd(width)}  ${first}\n`
    for (const line of more) yield `  ${' '.repeat(width)}  ${line}\n`
  }
}

function flagText({ name, letter, value }: FlagSpec): string {
  return `--${name}${letter === undefined ? '' : `, -${letter}`}${value === undefined ? '' : ` ${value}`}`
}
