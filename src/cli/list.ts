import { CATALOG } from '../engine/allocators/catalog.ts'
import { type Command, FINE } from './command.ts'
import { pour, UsageError } from './io.ts'
import { catalogJson, catalogText, json } from './print/index.ts'

/** `list`: the allocators and their options. */
export const list: Command = {
  name: 'list',
  operands: '[--json]',
  summary: 'Names the allocators and their options.',
  flags: [{ name: 'json', help: 'as JSON' }],
  async run(args, io) {
    if (args.operands.length > 0)
      throw new UsageError(`list takes no operands; what is "${args.operands[0]}"?`)
    await pour(args.has('json') ? [json(catalogJson(CATALOG))] : catalogText(CATALOG), io)
    return FINE
  },
}
