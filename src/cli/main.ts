import { pathToFileURL } from 'node:url'
import { type FlagSpec, parseArgs } from './args.ts'
import { type Command, type CommandInfo, FINE, UNUSABLE } from './command.ts'
import { compare } from './compare.ts'
import { type Io, pour, UsageError } from './io.ts'
import { list } from './list.ts'
import { nodeIo } from './node-io.ts'
import { ostep } from './ostep.ts'
import { commandHelp, overview } from './print/index.ts'
import { run } from './run.ts'
import { didYouMean } from './suggest.ts'

const HELP: FlagSpec = { name: 'help', letter: 'h', help: 'this text' }

/** malloc.py's flags are its own: they are not taken apart here. */
const OSTEP: CommandInfo = {
  name: 'ostep',
  operands: '[flags of malloc.py]',
  summary: 'The homework program of OSTEP, chapter 17: takes its flags and prints what it prints.',
  flags: [],
}

const COMMANDS: readonly Command[] = [run, compare, list]
const ALL: readonly CommandInfo[] = [run, compare, OSTEP, list]

/** The command line. `argv` is without the program's name; answers the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.err(`heap-lab: ${error.message}\n`)
    return UNUSABLE
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv
  if (name === 'ostep')
    return ostep(
      rest,
      (text) => io.out(text),
      (text) => io.err(text),
    )
  if (name === undefined) {
    io.err([...overview(ALL)].join(''))
    return UNUSABLE
  }
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0], io)
  const command = commandNamed(name, COMMANDS)
  const args = parseArgs(rest, [...command.flags, HELP])
  return args.has('help') ? help(name, io) : command.run(args, io)
}

async function help(name: string | undefined, io: Io): Promise<number> {
  await pour(name === undefined ? overview(ALL) : commandHelp(commandNamed(name, ALL)), io)
  return FINE
}

function commandNamed<T extends CommandInfo>(name: string, commands: readonly T[]): T {
  const found = commands.find((command) => command.name === name)
  if (found !== undefined) return found
  const names = [...ALL.map((command) => command.name), 'help']
  throw new UsageError(`There is no command "${name}".${didYouMean(name, names)} "help" tells what there is.`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2), nodeIo())
}
