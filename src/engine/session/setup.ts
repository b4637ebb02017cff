import type { ProcessOptions } from '../kernel/index.ts'
import type { Scenario } from './scenario.ts'

/** The process that a scenario describes. */
export function processOptions(scenario: Scenario): ProcessOptions {
  const { layout, ...rest } = scenario.process
  return { layout: scenario.source.kind === 'ostep' ? 'bare' : (layout ?? 'linux'), ...rest }
}
