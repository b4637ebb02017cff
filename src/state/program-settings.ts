import type { OptionSpec } from '../engine/allocators/catalog.ts'
import type { ProgramSource, RunSetup, Scenario } from '../engine/session/index.ts'

/** Instructions after which a program is stopped if the scenario does not say (DEFAULT_INSTRUCTIONS). */
const USUAL_INSTRUCTIONS = 1_000_000_000

const SIXTY_FOUR = '64 bits'
const THIRTY_TWO = '32 bits'

/** What only a C program has: how it is compiled, where its output goes, and when it is stopped. */
export const PROGRAM_SETTINGS: readonly OptionSpec[] = [
  {
    key: 'model',
    label: 'Data model',
    help: 'Size of pointers, long and size_t: 8 bytes as on x86-64, or 4 as under gcc -m32.',
    type: 'choice',
    values: [SIXTY_FOUR, THIRTY_TWO],
    default: SIXTY_FOUR,
  },
  {
    key: 'output',
    label: 'Output',
    help: 'A terminal gets each line as it ends; a pipe gets it when the buffer is full or the program ends.',
    type: 'choice',
    values: ['terminal', 'pipe'],
    default: 'terminal',
  },
  {
    key: 'instructions',
    label: 'Stopped after',
    help: 'Instructions after which the lab stops a program that does not end.',
    type: 'number',
    min: 1,
    max: 2 ** 40,
    step: 1,
    default: USUAL_INSTRUCTIONS,
    unit: 'count',
  },
]

/** The values of these settings. */
export function programValues(
  source: ProgramSource,
  run: RunSetup,
): Readonly<Record<string, string | number>> {
  return {
    model: source.model === 'ilp32' ? THIRTY_TWO : SIXTY_FOUR,
    output: source.output ?? 'terminal',
    instructions: run.instructions ?? USUAL_INSTRUCTIONS,
  }
}

/** The scenario with one of them changed; defaults are left out. */
export function withProgramSetting(
  scenario: Scenario & { readonly source: ProgramSource },
  key: string,
  value: string | number | boolean,
): Scenario {
  const { source, run } = scenario
  switch (key) {
    case 'model': {
      const { model: _, ...rest } = source
      return { ...scenario, source: value === THIRTY_TWO ? { ...rest, model: 'ilp32' } : rest }
    }
    case 'output': {
      const { output: _, ...rest } = source
      return { ...scenario, source: value === 'pipe' ? { ...rest, output: 'pipe' } : rest }
    }
    default: {
      const { instructions: _, ...rest } = run
      const instructions = Number(value)
      return { ...scenario, run: instructions === USUAL_INSTRUCTIONS ? rest : { ...rest, instructions } }
    }
  }
}
