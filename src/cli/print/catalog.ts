import type { AllocatorSpec, OptionSpec } from '../../engine/allocators/catalog.ts'
import { thousands } from '../../engine/format.ts'
import { wrapped } from './table.ts'

const WIDTH = 96

/** All allocators with their options, for people. Options that several presets share are told once. */
export function* catalogText(catalog: readonly AllocatorSpec[]): Iterable<string> {
  const told = new Map<readonly OptionSpec[], string>()
  for (const spec of catalog) {
    yield `${spec.id}  ${spec.name}\n`
    for (const line of wrapped(spec.summary, WIDTH)) yield `    ${line}\n`
    const preset = Object.entries(spec.preset ?? {}).map(([key, value]) => `${key}=${value}`)
    if (preset.length > 0)
      for (const line of wrapped(`Sets ${preset.join(' ')}`, WIDTH)) yield `    ${line}\n`
    const same = told.get(spec.options)
    if (same !== undefined) yield `    Options as for ${same}.\n`
    else if (spec.options.length > 0) {
      told.set(spec.options, spec.id)
      for (const option of spec.options) yield* optionText(option)
    }
    yield '\n'
  }
}

function* optionText(option: OptionSpec): Iterable<string> {
  yield `      ${option.key}=${allowed(option)}  (default ${option.default})\n`
  for (const line of wrapped(option.help, WIDTH - 6)) yield `          ${line}\n`
}

/** What may stand behind `key=`. */
function allowed(option: OptionSpec): string {
  if (option.type === 'choice') return option.values.join('|')
  if (option.type === 'flag') return 'true|false'
  const steps = option.step === 1 ? '' : ` in steps of ${thousands(option.step)}`
  const zero = option.zeroMeans === undefined ? '' : `, 0 for ${option.zeroMeans}`
  return `${option.min}..${option.max}${steps}${zero}`
}

/** All allocators as data: each option with the value it has in that preset. */
export function catalogJson(catalog: readonly AllocatorSpec[]): object {
  return {
    allocators: catalog.map(({ id, name, summary, options, preset }) => ({
      id,
      name,
      summary,
      options: options.map((option) => ({ ...option, default: preset?.[option.key] ?? option.default })),
    })),
  }
}
