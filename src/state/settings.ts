import type { OptionSpec } from '../engine/allocators/catalog.ts'
import type { ProgramSource, Scenario } from '../engine/session/index.ts'
import { PROGRAM_SETTINGS, programValues, withProgramSetting } from './program-settings.ts'

type Value = string | number | boolean

/** What a scenario says beside its source and its allocator, described as allocator options are. */
export const SETTINGS: readonly OptionSpec[] = [
  {
    key: 'onMisuse',
    label: 'On wrong use',
    help: 'After a double free, a stray write or the like: go on as the real machine would, or stop there.',
    type: 'choice',
    values: ['go on', 'stop there'],
    default: 'go on',
  },
  {
    key: 'fill',
    label: 'Payload',
    help: 'How much of each new block the program writes: its first 4,096 bytes, all of it, or nothing.',
    type: 'choice',
    values: ['4,096 bytes', 'all', 'nothing'],
    default: '4,096 bytes',
  },
  {
    key: 'dataLimit',
    label: 'Data limit',
    help: 'RLIMIT_DATA (ulimit -d): bytes of data the process may have beyond what it has at its start.',
    type: 'number',
    min: 1,
    max: 2 ** 40,
    step: 1,
    default: 0,
    unit: 'bytes',
    zeroMeans: 'no limit',
  },
  {
    key: 'seed',
    label: 'Random layout',
    help: 'A seed places program, heap, mappings and stack at random, as Linux does (ASLR).',
    type: 'number',
    min: 1,
    max: 999_999_999,
    step: 1,
    default: 0,
    unit: 'count',
    zeroMeans: 'not randomised',
  },
]

/** The settings that mean something for a scenario: a program writes its blocks itself, and is compiled and stopped. */
export function settingsFor({ source }: Scenario): readonly OptionSpec[] {
  if (source.kind !== 'c') return SETTINGS
  return [...PROGRAM_SETTINGS, ...SETTINGS.filter(({ key }) => key !== 'fill')]
}

const FILLS: Readonly<Record<string, number>> = { all: -1, nothing: 0 }

/** The values of all settings of a scenario. */
export function settingValues(scenario: Scenario): Readonly<Record<string, Value>> {
  const { process, run, source } = scenario
  const fill = Object.keys(FILLS).find((name) => FILLS[name] === run.fill)
  return {
    ...(source.kind === 'c' ? programValues(source, run) : {}),
    onMisuse: run.onMisuse === 'abort' ? 'stop there' : 'go on',
    fill: fill ?? '4,096 bytes',
    dataLimit: process.dataLimit ?? 0,
    seed: process.seed ?? 0,
  }
}

/** The scenario with one setting changed; defaults are left out, so that links stay short. */
export function withSetting(scenario: Scenario, key: string, value: Value): Scenario {
  const { process, run, source } = scenario
  if (source.kind === 'c' && PROGRAM_SETTINGS.some((setting) => setting.key === key))
    return withProgramSetting(scenario as Scenario & { source: ProgramSource }, key, value)
  switch (key) {
    case 'onMisuse': {
      const { onMisuse: _, ...rest } = run
      return { ...scenario, run: value === 'stop there' ? { ...rest, onMisuse: 'abort' } : rest }
    }
    case 'fill': {
      const { fill: _, ...rest } = run
      const fill = FILLS[String(value)]
      return { ...scenario, run: fill === undefined ? rest : { ...rest, fill } }
    }
    case 'dataLimit': {
      const { dataLimit: _, ...rest } = process
      return { ...scenario, process: Number(value) > 0 ? { ...rest, dataLimit: Number(value) } : rest }
    }
    default: {
      const { seed: _, ...rest } = process
      return { ...scenario, process: Number(value) > 0 ? { ...rest, seed: Number(value) } : rest }
    }
  }
}
