import type { ProcessOptions } from '../kernel/index.ts'
import type { Scenario } from './scenario.ts'

/** The process that a scenario describes. The OSTEP allocator manages addresses that only a bare process has. */
export function processOptions(scenario: Scenario): ProcessOptions {
  const { layout, addressLimit, ...rest } = scenario.process
  return {
    ...rest,
    layout: scenario.allocator.id === 'ostep' ? 'bare' : (layout ?? 'linux'),
    ...(addressLimit === undefined ? {} : { addressSpaceLimit: addressLimit }),
  }
}
