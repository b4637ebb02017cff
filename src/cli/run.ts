import { mapsText } from '../engine/kernel/index.ts'
import type { Scenario } from '../engine/session/index.ts'
import { Loading } from '../engine/session/load.ts'
import { TraceMachine } from '../engine/session/trace-machine.ts'
import type { Args, FlagSpec } from './args.ts'
import { type Command, FINE } from './command.ts'
import { type Input, oneFile, readInput } from './input.ts'
import { type Io, pour, UsageError } from './io.ts'
import { dump, json, recording, report, resultJson } from './print/index.ts'
import { isProgram, PROGRAM_FLAGS, runProgram } from './program.ts'
import { exitCode, refuseNothing, runToEnd } from './result.ts'
import { chosenAllocator, DEFAULT_ALLOCATOR, SETUP_FLAGS, scenarioOf } from './setup.ts'

const RECORDING = ['addresses', 'strace', 'maps', 'dump'] as const

const FLAGS: readonly FlagSpec[] = [
  {
    name: 'allocator',
    value: 'ID',
    help: `which allocator; "list" names them (default ${DEFAULT_ALLOCATOR})`,
  },
  { name: 'option', value: 'KEY=VALUE …', pairs: true, help: 'options of the allocator' },
  ...SETUP_FLAGS,
  ...PROGRAM_FLAGS,
  { name: 'json', help: 'the summary as JSON' },
  { name: 'addresses', help: 'instead of the summary: what each operation answers, and the break behind it' },
  { name: 'strace', help: 'the system calls of each operation' },
  { name: 'maps', help: '/proc/self/maps at the end' },
  { name: 'dump', help: 'all memory of the allocator at the end' },
]

/** `run`: one workload on one allocator. */
export const run: Command = {
  name: 'run',
  operands: 'FILE [flags], or FILE.c [more files] [flags]',
  summary:
    'Runs a workload and prints its figures, addresses, system calls or memory; or runs a C program as if it were compiled.',
  flags: FLAGS,
  async run(args, io) {
    if (isProgram(args.operands)) return runProgram(args.operands, args, io)
    for (const { name } of PROGRAM_FLAGS)
      if (args.has(name)) throw new UsageError(`--${name} is for C programs, whose files end in .c.`)
    const path = oneFile(args, 'run')
    const recorded = RECORDING.some((name) => args.has(name))
    if (recorded && args.has('json'))
      throw new UsageError('--json prints the summary and goes with no other print.')
    const input = await readInput(path, io)
    const { spec, options } = chosenAllocator(input, args)
    const scenario = scenarioOf(input, spec, options, args)
    if (recorded) return record(scenario, input, args, io)
    const result = runToEnd(scenario, spec, input.bytes)
    refuseNothing(input.name, result.info.error, result.info.total)
    await pour(args.has('json') ? [json(resultJson(result))] : report(result), io)
    return exitCode(input.name, result.info, io)
  },
}

async function record(scenario: Scenario, input: Input, args: Args, io: Io): Promise<number> {
  const loading = new Loading(scenario, input.bytes)
  while (loading.loaded === null) loading.advance()
  const { trace } = loading.loaded
  refuseNothing(input.name, trace.error, trace.length)
  let findingCount = 0
  const machine = new TraceMachine(scenario, trace, undefined, () => findingCount++)
  await pour(printed(machine, args), io)
  if (io.closed) return FINE
  if (machine.ending !== null) io.err(`operation ${machine.ending.operation}: ${machine.ending.message}\n`)
  if (machine.ending !== null || (scenario.run.leaks !== false && hasLeak(machine))) findingCount++
  return exitCode(input.name, { error: trace.error, findingCount, done: machine.operation }, io)
}

/** Runs the machine, so that its memory can be printed when its lines have been. */
function* printed(machine: TraceMachine, args: Args): Iterable<string> {
  const columns = { addresses: args.has('addresses'), strace: args.has('strace') }
  const isWanted = columns.addresses || columns.strace
  for (const line of recording(machine, columns)) if (isWanted) yield line
  if (args.has('maps')) yield mapsText(machine.process)
  if (args.has('dump')) yield* dump(machine.process)
}

function hasLeak({ history, operation }: TraceMachine): boolean {
  return history.nextUnfreed(0, operation) >= 0
}
