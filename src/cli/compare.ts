import type { FlagSpec } from './args.ts'
import { type Command, FINDINGS, FINE } from './command.ts'
import { oneFile, readInput } from './input.ts'
import { pour, UsageError } from './io.ts'
import { comparison, json, resultJson } from './print/index.ts'
import { exitCode, refuseNothing, runToEnd } from './result.ts'
import { allocatorOf, SETUP_FLAGS, scenarioOf } from './setup.ts'

const FLAGS: readonly FlagSpec[] = [
  { name: 'allocators', value: 'ID,ID,…', help: 'the allocators, separated by commas; "list" names them' },
  ...SETUP_FLAGS,
  { name: 'json', help: 'the summaries as JSON' },
]

/** `compare`: one workload on several allocators, side by side. */
export const compare: Command = {
  name: 'compare',
  operands: 'FILE --allocators ID,ID,… [flags]',
  summary: 'Runs a workload on several allocators and puts their figures side by side.',
  flags: FLAGS,
  async run(args, io) {
    const path = oneFile(args, 'compare')
    const ids = (args.value('allocators') ?? '').split(',').filter((id) => id !== '')
    if (ids.length === 0) throw new UsageError('compare needs --allocators ID,ID,….')
    const specs = ids.map(allocatorOf)
    const input = await readInput(path, io)
    const results = specs.map((spec) => {
      const result = runToEnd(scenarioOf(input, spec, {}, args), spec, input.bytes)
      refuseNothing(input.name, result.info.error, result.info.total)
      return result
    })
    const text = args.has('json')
      ? [json({ title: input.name, runs: results.map(resultJson) })]
      : comparison(input.name, results)
    await pour(text, io)
    const code = exitCode(input.name, results[0]!.info, io)
    if (code !== FINE) return code
    return results.some(({ info }) => info.findingCount > 0) ? FINDINGS : FINE
  },
}
